import { type BotChannel, openBotChannel } from "./bot-channel/bot-channel.ts";
import type { EstateClock } from "./clock.ts";
import type { DataFolder } from "./data-folder.ts";
import { estate } from "./estate.ts";
import type { EstatePorts } from "./estate-ports.ts";
import { type GovUk, openGovUk } from "./gov-uk/gov-uk.ts";
import { botFrameworkLoginRouter } from "./identity/bot-framework-login-router.ts";
import { entraRouter } from "./identity/entra-router.ts";
import { type Identity, openIdentity } from "./identity/identity.ts";
import { createMailbox, type Mailbox } from "./mailbox/mailbox.ts";
import { startMicrosoft } from "./microsoft/server.ts";

/** The council's tenant as the app and the Teams shell use it. */
export type Microsoft365 = {
  readonly identity: Identity;
  readonly mailbox: Mailbox;
  readonly botChannel: BotChannel;
  readonly govUk: GovUk;
  /** Where the production hosts named beside it are served. */
  readonly url: string;
  readonly hostNames: readonly string[];
  readonly smtp: { readonly host: string; readonly port: number };
};

/** Takes note of what must be stopped, in the order of starting. */
export type OnStop = (stop: () => Promise<void> | void) => void;

type Microsoft365Options = {
  readonly folder: Pick<DataFolder, "keys" | "chats" | "mailbox" | "proclaimedFile">;
  readonly clock: EstateClock;
  readonly ports: Pick<EstatePorts, "microsoft" | "smtp">;
  /** Where the bot listens. */
  readonly hostUrl: string;
};

/** Starts sign-in, the shared mailbox with its SMTP entrance, and the bot's channel. */
export async function startMicrosoft365(
  { folder, clock, ports, hostUrl }: Microsoft365Options,
  onStop: OnStop,
): Promise<Microsoft365> {
  const { people } = estate;
  const identity = await openIdentity({ clock, registrations: estate, folder: folder.keys });
  const botChannel = openBotChannel({
    ...{ clock, identity, people, folder: folder.chats },
    appUrl: hostUrl,
  });
  const mailbox = createMailbox({
    ...{ clock, folder: folder.mailbox, mailboxes: [estate.mailbox, estate.housingMailbox] },
    verifyGraphToken: (authorization) => identity.verifyGraphToken(authorization),
  });
  onStop(() => mailbox.close());
  const govUk = openGovUk({ file: folder.proclaimedFile });
  const hosts = {
    "graph.microsoft.com": mailbox.router,
    "outlook.office.com": mailbox.uploadRouter,
    "login.microsoftonline.com": entraRouter(identity, clock),
    "login.botframework.com": botFrameworkLoginRouter(identity),
    "smba.trafficmanager.net": botChannel.router,
    // Not Microsoft's, but beyond the council's walls all the same.
    "www.gov.uk": govUk.router,
  };
  const server = await startMicrosoft({ port: ports.microsoft, hosts });
  onStop(() => server.close());
  const { port } = await mailbox.startSmtp({ port: ports.smtp, host: "127.0.0.1" });
  const smtp = { host: "127.0.0.1", port };
  return {
    identity,
    mailbox,
    botChannel,
    govUk,
    url: server.url,
    hostNames: Object.keys(hosts),
    smtp,
  };
}
