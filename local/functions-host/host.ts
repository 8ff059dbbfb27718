import { createActivity } from "./activity.ts";
import { type FunctionApp, loadFunctionApp } from "./function-app.ts";
import { readHostJson } from "./host-json.ts";
import { type HostLog, openHostLog } from "./host-log.ts";
import type { HostOptions, HostOrder, HostReport, HostRequest } from "./host-messages.ts";
import { untilFinished, untilIdle } from "./idle.ts";
import { redirectNetwork } from "./network-redirect.ts";
import { shiftDate } from "./shifted-date.ts";
import { startTriggers, type Triggers } from "./triggers.ts";

/** A function that hangs must not hold up the person who moves the clock or stops the estate for longer. */
const patienceMs = { pause: 30_000, idle: 60_000, stop: 5_000 };

type RunningHost = {
  readonly url: string;
  carryOut(order: HostOrder): Promise<void>;
  /** Takes no new work and lets what is in progress end. */
  stop(): Promise<void>;
};

/**
 * Runs the app in this process until the parent ends it: first the estate's time and network, then the app, then its
 * triggers. What goes wrong before all functions run is told to the parent and ends the process.
 */
export async function runHost(
  options: HostOptions,
  importModule: (url: string) => Promise<unknown>,
): Promise<void> {
  shiftDate(options.offsetMs);
  if (options.redirect !== undefined) redirectNetwork(options.redirect);
  const log = openHostLog(options.logFile);
  process.on("uncaughtExceptionMonitor", (error) =>
    log("critical", "host.crashed", { error: error.stack }),
  );
  try {
    const host = await startHost({ ...options, importModule, log });
    process.on("message", (request: HostRequest) => {
      void host
        .carryOut(request)
        .catch((error: unknown) => log("error", "host.order-failed", { error: String(error) }))
        .finally(() => report({ kind: "done", number: request.number }));
    });
    process.once("SIGTERM", () => void host.stop().finally(() => process.exit()));
    report({ kind: "ready", url: host.url });
  } catch (error) {
    log("critical", "host.not-started", { error: error instanceof Error ? error.stack : "" });
    const why = error instanceof Error ? error.message : String(error);
    report({ kind: "not-started", why }, () => process.exit(1));
  }
}

function report(what: HostReport, sent: () => void = () => undefined): void {
  process.send?.(what, undefined, undefined, sent);
}

type StartOptions = HostOptions & {
  readonly importModule: (url: string) => Promise<unknown>;
  readonly log: HostLog;
};

async function startHost({ appFolder, port, importModule, log }: StartOptions) {
  const hostJson = readHostJson(appFolder);
  const app = await loadFunctionApp({
    folder: appFolder,
    importModule,
    log: (level, category, message) => log(level, "host.log", { category, message }),
  });
  await app.runHooks("appStart", { hookData: {}, appHookData: {} });
  const activity = createActivity();
  const triggers = await startTriggers({
    app,
    hostJson,
    port,
    environment: process.env,
    activity,
    log,
    onFailed: (name) => report({ kind: "function-failed", name }),
  });
  return runningHost({ app, triggers, activity, log });
}

type Running = {
  readonly app: FunctionApp;
  readonly triggers: Triggers;
  readonly activity: ReturnType<typeof createActivity>;
  readonly log: HostLog;
};

function runningHost({ app, triggers, activity, log }: Running): RunningHost {
  const { url, queues, timers } = triggers;

  const pause = async (withinMs: number): Promise<void> => {
    for (const trigger of [...queues, ...timers]) trigger.pause();
    if (!(await untilFinished(activity, withinMs))) log("warning", "host.still-busy");
  };
  const drain = async (): Promise<void> => {
    if (!(await untilIdle(activity, queues, patienceMs.idle))) log("warning", "host.not-idle");
  };

  return {
    url,
    async carryOut(order) {
      switch (order.kind) {
        case "pause":
          await pause(patienceMs.pause);
          break;
        case "clock":
          shiftDate(order.offsetMs);
          for (const queue of queues) queue.resume();
          await Promise.all(timers.map((timer) => timer.resume()));
          await drain();
          break;
        case "drain":
          await drain();
          break;
      }
    },
    async stop() {
      await pause(patienceMs.stop);
      await app.runHooks("appTerminate", { hookData: {}, appHookData: {} });
    },
  };
}
