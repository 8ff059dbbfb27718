import type { RequestHandler } from "express";
import { estate } from "#local/estate.ts";
import { redirectNetwork } from "#local/functions-host/network-redirect.ts";
import { openGovUk } from "#local/gov-uk/gov-uk.ts";
import { entraRouter } from "#local/identity/entra-router.ts";
import { openIdentity, type Identity } from "#local/identity/identity.ts";
import { createMailbox, type Mailbox } from "#local/mailbox/mailbox.ts";
import { startMicrosoft } from "#local/microsoft/server.ts";
import type { TestClock } from "./test-clock.ts";

/** Sign-in and the shared mailbox, at the addresses that production code knows. */
export type TestMicrosoft = {
  readonly identity: Identity;
  /** A new, empty shared mailbox at this clock; the one before it is closed. */
  readonly openMailbox: (clock: TestClock) => Promise<Mailbox>;
  /** What Graph posted to the app's endpoint for notifications, in its own words. */
  readonly notifications: unknown[];
  /** The requests that reached Graph while something ran, such as `POST /v1.0/users/…/send`. */
  readonly requestsOf: (run: () => Promise<unknown>) => Promise<string[]>;
  /** Answers what sign-in is asked in its place, while it is set. */
  signInAnswers: RequestHandler | undefined;
  /** The site that publishes the bank holidays. */
  govUk: RequestHandler;
  readonly close: () => Promise<void>;
};

/** Tokens are made and checked at the machine's time, since MSAL and jose live at it. */
const machineClock = { now: () => new Date() };

/** Redirects this process's network for good: once in each test file. */
export async function startTestMicrosoft(): Promise<TestMicrosoft> {
  const identity = await openIdentity({ clock: machineClock, registrations: estate });
  const signIn = entraRouter(identity, machineClock);
  const requests: string[] = [];
  const notifications: unknown[] = [];
  let mailbox: Mailbox | undefined;

  const server = await startMicrosoft({
    port: 0,
    hosts: {
      "graph.microsoft.com": (request, response, next) => {
        requests.push(`${request.method} ${decodeURIComponent(request.path)}`);
        if (mailbox === undefined) next();
        else mailbox.router(request, response, next);
      },
      "login.microsoftonline.com": (request, response, next) =>
        (microsoft.signInAnswers ?? signIn)(request, response, next),
      "www.gov.uk": (request, response, next) => microsoft.govUk(request, response, next),
    },
  });
  redirectNetwork({
    hosts: ["graph.microsoft.com", "login.microsoftonline.com", "www.gov.uk"],
    to: server.url,
  });

  const microsoft: TestMicrosoft = {
    identity,
    notifications,
    signInAnswers: undefined,
    govUk: openGovUk().router,
    openMailbox: async (clock) => {
      await mailbox?.close();
      notifications.length = 0;
      mailbox = createMailbox({
        clock,
        mailboxes: [estate.mailbox, estate.housingMailbox],
        verifyGraphToken: (authorization) => identity.verifyGraphToken(authorization),
        notificationDelayMs: 0,
        notify: (url, { body }) => {
          const token = new URL(url).searchParams.get("validationToken");
          if (typeof body === "string") notifications.push(JSON.parse(body));
          const headers = { "content-type": "text/plain" };
          return Promise.resolve(
            new Response(token, { status: token === null ? 202 : 200, headers }),
          );
        },
      });
      return mailbox;
    },
    requestsOf: async (run) => {
      const before = requests.length;
      await run();
      return requests.slice(before);
    },
    close: async () => {
      await mailbox?.close();
      await server.close();
    },
  };
  return microsoft;
}
