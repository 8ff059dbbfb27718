import express from "express";
import type { BotChannel } from "#local/bot-channel/bot-channel.ts";
import type { EstateClock } from "#local/clock.ts";
import type { estate } from "#local/estate.ts";
import type { GovUk } from "#local/gov-uk/gov-uk.ts";
import type { Identity } from "#local/identity/identity.ts";
import type { Faults } from "#local/mailbox/faults.ts";
import { errorAnswers } from "#local/microsoft/error-answers.ts";
import { listenOnLoopback, type LoopbackServer } from "#local/microsoft/loopback.ts";
import type { ShellProblem } from "../api.ts";
import { bankHolidayRoutes } from "./bank-holiday-routes.ts";
import { citizenRoutes, type CitizenMailbox } from "./citizen-routes.ts";
import { estateRoutes } from "./estate-routes.ts";
import { createEventStream } from "./event-stream.ts";
import { faultChoices } from "./fault-choices.ts";
import { faultRoutes } from "./fault-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import { answerProblem } from "./problems.ts";
import { reverseProxy } from "./reverse-proxy.ts";
import type { SmtpAddress } from "./send-mail.ts";

/** The parts of the estate that the shell shows. */
export type TeamsShellOptions = {
  readonly port: number;
  /** Where the functions host serves the app and its tab. */
  readonly hostUrl: string;
  readonly clock: EstateClock;
  readonly identity: Identity;
  readonly botChannel: BotChannel;
  readonly mailbox: CitizenMailbox & { readonly faults: Faults };
  readonly govUk: GovUk;
  readonly estate: typeof estate;
  readonly smtp: SmtpAddress;
  /** The built page. */
  readonly pageFolder: string;
};

/** Serves the one page a person opens: Teams for everybody in the council, on one origin with the app's tab. */
export const startTeamsShell = (options: TeamsShellOptions): Promise<LoopbackServer> => {
  const { hostUrl, clock, identity, botChannel, mailbox, govUk, estate: council, smtp } = options;
  const { people } = council;
  const events = createEventStream();
  botChannel.onChange((personId) => events.send({ type: "chat", personId }));
  mailbox.onMail((address) => events.send({ type: "mail", address }));
  for (const { faults } of [mailbox, botChannel, govUk]) {
    faults.onChange(() => events.send({ type: "faults" }));
  }
  clock.onMoved((offsetMs) =>
    events.send({ type: "clock", now: clock.now().toISOString(), offsetMs }),
  );

  const app = express().disable("x-powered-by");
  app.use(["/tab", "/api"], reverseProxy(hostUrl));
  app.get("/shell/events", (_request, response) => events.open(response));
  app.use("/shell/people", peopleRoutes({ people, identity, botChannel }));
  app.use("/shell/citizens", citizenRoutes({ clock, mailbox, smtp }));
  app.use("/shell/faults", faultRoutes(faultChoices({ mailbox, botChannel, govUk })));
  app.use("/shell/bank-holidays", bankHolidayRoutes(govUk));
  app.use("/shell", estateRoutes({ council, clock, smtp }));
  app.use("/shell", (request, response) => {
    answerProblem(response, 404, `The shell has no ${request.method} ${request.originalUrl}.`);
  });
  app.use(express.static(options.pageFolder));
  app.get("/", (_request, response) => {
    response.status(404).type("text").send("The Teams shell is not built yet: npm run build");
  });
  app.use(errorAnswers(({ message }) => ({ message }) satisfies ShellProblem));
  return listenOnLoopback(app, options.port);
};
