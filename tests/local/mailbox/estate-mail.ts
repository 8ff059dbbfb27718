import {
  AuthenticationHandler,
  Client,
  HTTPMessageHandler,
  RedirectHandler,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
  type Context,
  type Middleware,
} from "@microsoft/microsoft-graph-client";
import express from "express";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { createMailbox, type Mailbox, type MailboxOptions } from "#local/mailbox/mailbox.ts";

export const complaints = "complaints@wexcombe.gov.uk";
export const parking = "parking@wexcombe.gov.uk";

/** A clock that stands still until a test moves it. */
export class TestClock {
  #now = new Date("2026-11-10T10:00:00Z");

  now(): Date {
    return new Date(this.#now);
  }

  advanceMinutes(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }
}

export type EstateMail = {
  readonly mailbox: Mailbox;
  readonly clock: TestClock;
  /** Microsoft's own client, as the app uses it, without retries. */
  readonly graph: Client;
  /** A bare request to `/v1.0...`, for what the client would hide. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  /** The loopback address that stands for a production URL. */
  readonly localUrl: (url: string) => string;
};

/** The tokens the estate under test accepts. */
const apps: Record<string, { appId: string; roles: string[] }> = {
  "Bearer redress": { appId: "redress", roles: ["Mail.ReadWrite", "Mail.Send"] },
  "Bearer other-app": { appId: "other-app", roles: ["Mail.ReadWrite", "Mail.Send"] },
  "Bearer reader": { appId: "reader", roles: ["Mail.Read"] },
  "Bearer no-send": { appId: "no-send", roles: ["Mail.ReadWrite"] },
};

/** Opens the estate's mail behind a real HTTP server; both go when the test is over. */
export async function openEstateMail(options: Partial<MailboxOptions> = {}): Promise<EstateMail> {
  const clock = new TestClock();
  const mailbox = createMailbox({
    clock,
    mailboxes: [complaints, parking],
    verifyGraphToken: (authorization) => Promise.resolve(apps[authorization ?? ""]),
    notificationDelayMs: 1,
    ...options,
  });
  const app = express();
  app.use("/graph.microsoft.com", mailbox.router);
  app.use("/outlook.office.com", mailbox.uploadRouter);
  const server = await listen(createServer(app));
  onTestFinished(() => mailbox.close());
  const localUrl = (url: string): string => url.replace(/^https:\//, addressOf(server));
  return {
    mailbox,
    clock,
    graph: createGraphClient(localUrl),
    localUrl,
    request: (path, init = {}) =>
      fetch(localUrl(`https://graph.microsoft.com/v1.0${path}`), {
        ...init,
        headers: { authorization: "Bearer redress", ...(init.headers as Record<string, string>) },
      }),
  };
}

/** Listens on a free loopback port until the test is over. */
export async function listen(server: Server): Promise<Server> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return server;
}

export function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The last middleware of the chain: everything above it sees production addresses. */
class LocalHandler extends HTTPMessageHandler {
  readonly #localUrl: (url: string) => string;

  constructor(localUrl: (url: string) => string) {
    super();
    this.#localUrl = localUrl;
  }

  override execute(context: Context): Promise<void> {
    if (typeof context.request === "string") context.request = this.#localUrl(context.request);
    return super.execute(context);
  }
}

function createGraphClient(localUrl: (url: string) => string): Client {
  const chain: Middleware[] = [
    new AuthenticationHandler({ getAccessToken: () => Promise.resolve("redress") }),
    new RetryHandler(new RetryHandlerOptions(0, 0)),
    new RedirectHandler(),
    new TelemetryHandler(),
    new LocalHandler(localUrl),
  ];
  chain.forEach((handler, index) => {
    const next = chain[index + 1];
    if (next) handler.setNext?.(next);
  });
  const [first] = chain;
  if (first === undefined) throw new Error("The chain is empty.");
  return Client.initWithMiddleware({ middleware: first });
}

type MailParts = {
  from?: string;
  to?: string;
  subject?: string;
  body?: string;
  headers?: Record<string, string>;
};

/** A plain mail as a citizen's program would write it; `headers` adds to or replaces what it says. */
export function plainMail({ from, to, subject, body, headers = {} }: MailParts = {}): string {
  const all: Record<string, string> = {
    From: from ?? "Joan Whitfield <joan.whitfield@example.com>",
    To: to ?? complaints,
    Subject: subject ?? "Bins not collected",
    Date: "Tue, 10 Nov 2026 09:58:00 +0000",
    "Message-ID": `<${crypto.randomUUID()}@mail.example.com>`,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [...lines, "", body ?? "Our bins were missed again.", ""].join("\r\n");
}
