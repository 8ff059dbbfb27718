import { fileURLToPath } from "node:url";
import { appSettings } from "./app-settings.ts";
import { startAzurite } from "./azurite/azurite.ts";
import type { BotChannel } from "./bot-channel/bot-channel.ts";
import { createEstateClock, type EstateClock } from "./clock.ts";
import { openDataFolder } from "./data-folder.ts";
import { estate } from "./estate.ts";
import { anyPorts, type EstatePorts, refuseTakenPorts } from "./estate-ports.ts";
import { startFunctionsHost } from "./functions-host/functions-host.ts";
import { createRestartableHost, type RestartableHost } from "./functions-host/restartable-host.ts";
import type { GovUk } from "./gov-uk/gov-uk.ts";
import type { Identity } from "./identity/identity.ts";
import type { Mailbox } from "./mailbox/mailbox.ts";
import { type OnStop, startMicrosoft365 } from "./microsoft-365.ts";
import { seedDirectory } from "./seed.ts";
import { startTeamsShell } from "./teams-shell/server/teams-shell.ts";

export type EstateOptions = {
  /** Everything is kept here between runs. */
  readonly dataFolder: string;
  /** `free` takes ports nobody uses. */
  readonly ports: "free" | EstatePorts;
  /** Empties the data folder first. */
  readonly fresh?: boolean;
  /** Delivers the mail that has come before the estate first ran. */
  readonly firstMail?: (mailbox: Mailbox, clock: EstateClock) => Promise<void>;
  /** Told, a line at a time, what is being started and what went wrong. */
  readonly log?: (line: string) => void;
};

/** The running estate: the council's Microsoft 365, the app, and the page to look at both. */
export type Estate = {
  /** The one address a person opens: the Teams shell, with the app's tab and API on the same origin. */
  readonly url: string;
  readonly hostUrl: string;
  readonly microsoftUrl: string;
  readonly smtp: { readonly host: string; readonly port: number };
  readonly storageConnectionString: string;
  readonly clock: EstateClock;
  readonly identity: Identity;
  readonly mailbox: Mailbox;
  readonly botChannel: BotChannel;
  readonly govUk: GovUk;
  /** The process the app runs in; `drain` resolves when it has nothing left to do. */
  readonly host: Pick<RestartableHost, "kill" | "restart" | "drain">;
  /** Resolves, with what happened, when a part of the estate ended by itself for good. */
  readonly lost: Promise<string>;
  /** Stops every part in order; no process is left. */
  stop(): Promise<void>;
};

const root = fileURLToPath(new URL("..", import.meta.url));

/** Starts the whole estate on this machine; when a part cannot start, stops the others and rejects with its reason. */
export async function startEstate(options: EstateOptions): Promise<Estate> {
  const stops: (() => Promise<void> | void)[] = [];
  let stopped: Promise<void> | undefined;
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.reverse()) await stop();
  };
  try {
    const parts = await startParts(options, (stop) => stops.push(stop));
    return { ...parts, stop: () => (stopped ??= stopAll()) };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function startParts(
  { dataFolder, fresh = false, firstMail, log = () => undefined, ...options }: EstateOptions,
  onStop: OnStop,
): Promise<Omit<Estate, "stop">> {
  const ports = options.ports === "free" ? await anyPorts() : options.ports;
  await refuseTakenPorts(ports);
  const [url, hostUrl] = [`http://127.0.0.1:${ports.shell}`, `http://127.0.0.1:${ports.app}`];
  const folder = openDataFolder(dataFolder, { fresh });
  onStop(folder.release);
  const clock = createEstateClock(folder.clockFile);

  log("Storage (Azurite)");
  const azurite = await startAzurite({ folder: folder.azurite, ports, offsetMs: clock.offsetMs });
  onStop(azurite.stop);
  const storage = { storageConnectionString: azurite.connectionString };

  log("Microsoft 365 (sign-in, mailbox, chat)");
  const microsoft = await startMicrosoft365({ folder, clock, ports, hostUrl }, onStop);
  const { mailbox, botChannel, identity, govUk, smtp } = microsoft;

  const host = createRestartableHost({
    start: () =>
      startFunctionsHost({
        appFolder: root,
        port: ports.app,
        logFile: folder.hostLog,
        offsetMs: clock.offsetMs,
        redirect: { hosts: microsoft.hostNames, to: microsoft.url },
        settings: appSettings({ publicUrl: url, ...storage }),
        onFunctionFailed: (name) => log(`Function ${name} failed: see ${folder.hostLog}`),
      }),
    log,
  });
  clock.onMoving(host.pause);
  clock.onMoved(azurite.moveClock);
  clock.onMoved(host.moveClock);

  log("Teams");
  // Before the app, which is reached through it; after the lines above, so that its pages hear of a finished move.
  const shell = await startTeamsShell({
    ...{ port: ports.shell, hostUrl, clock, identity, botChannel, mailbox, govUk, estate, smtp },
    pageFolder: `${root}dist/teams-shell`,
  });
  onStop(() => shell.close());

  const isFirstStart = !folder.isSeeded;
  // Also in an estate that is kept: this version may know people that an earlier one did not.
  await seedDirectory(azurite.connectionString);
  log("The app");
  await host.start();
  onStop(host.stop);
  // As an administrator's setup policy does: the bot can then speak first to everybody.
  for (const { id } of estate.people) await botChannel.install(id);
  if (isFirstStart) {
    if (firstMail !== undefined) log("Sample mail (first start only)");
    await firstMail?.(mailbox, clock);
    folder.markSeeded();
  }
  return {
    ...{ url, hostUrl, microsoftUrl: microsoft.url, smtp, ...storage },
    ...{ clock, identity, mailbox, botChannel, govUk, host },
    lost: Promise.race([azurite.ended, host.lost]),
  };
}
