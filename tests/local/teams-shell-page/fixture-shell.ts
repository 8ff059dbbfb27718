import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";
import express, { type Express, type Response } from "express";
import { estate } from "#local/estate.ts";
import { openGovUk } from "#local/gov-uk/gov-uk.ts";
import {
  clockRequestSchema,
  sendMailRequestSchema,
  type ChatMessage,
  type CitizenMessage,
  type Conversation,
  type EstateAnswer,
  type FaultRequest,
  type FaultsAnswer,
  type InvokeAnswer,
  type InvokeRequest,
  type MessageActionRequest,
  type ShellEvent,
  type TaskAnswer,
} from "#local/teams-shell/api.ts";
import { bankHolidayRoutes } from "#local/teams-shell/server/bank-holiday-routes.ts";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const minute = 60_000;

/** What the canned server holds and what was asked of it; a test may change all of it. */
export type FixtureState = {
  now: string;
  tabStatus: number;
  /** Whether the tab listens for falling asleep and waking up. */
  canTabSleep: boolean;
  answerPress: (press: InvokeRequest) => InvokeAnswer | Promise<InvokeAnswer>;
  /** What stands between a clock request and its answer. */
  beforeClockMoved: Promise<void>;
  readonly chats: Map<string, { messages: ChatMessage[]; unread: number }>;
  readonly mail: Map<string, CitizenMessage[]>;
  readonly conversations: Map<string, Conversation[]>;
  /** What the dialog of an action on a message shows. */
  answerAction: (action: MessageActionRequest) => TaskAnswer;
  faults: FaultsAnswer;
  readonly presses: InvokeRequest[];
  readonly said: string[];
};

/** The shell's HTTP API with canned data, in front of the built page and a tab that uses teams-js. */
export type FixtureShell = {
  readonly origin: string;
  readonly state: FixtureState;
  tell(event: ShellEvent): void;
  stop(): Promise<void>;
  startAgain(): Promise<void>;
};

/** Serves the page of a folder with canned data on a free port. */
export async function startFixtureShell(pageFolder: string, state: FixtureState) {
  const tabScript = await bundle({
    entryPoints: [file("fixture-tab.ts")],
    bundle: true,
    format: "esm",
    write: false,
  });
  const streams = new Set<Response>();
  const tell = (event: ShellEvent) =>
    streams.forEach((stream) => stream.write(`data: ${JSON.stringify(event)}\n\n`));
  const app = express().use(express.json({ limit: "20mb" }));
  serveTab(app, state, tabScript.outputFiles[0]?.text ?? "");
  serveShell(app, state, tell);
  app.get("/shell/events", (request, response) => {
    response.set("content-type", "text/event-stream").flushHeaders();
    streams.add(response);
    request.on("close", () => streams.delete(response));
  });
  app.use(express.static(pageFolder));
  return listen(app, state, tell);
}

async function listen(
  app: Express,
  state: FixtureState,
  tell: (event: ShellEvent) => void,
): Promise<FixtureShell> {
  let server: Server = createServer(app);
  const start = (port: number) =>
    new Promise<void>((resolve) => {
      server = createServer(app).listen(port, "127.0.0.1", resolve);
    });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await start(0);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    state,
    tell,
    stop,
    startAgain: () => start(port),
  };
}

function serveTab(app: Express, state: FixtureState, script: string): void {
  app.get("/tab/", (_request, response) => {
    if (state.tabStatus >= 400) {
      response.status(state.tabStatus).json({ message: "Not yet." });
      return;
    }
    response.send(
      `<!doctype html><html lang="en"><title>Fixture tab</title>
       <body data-can-sleep="${state.canTabSleep}"><h1>Fixture tab</h1>
       <script type="module" src="/tab/fixture-tab.js"></script></html>`,
    );
  });
  app.get("/tab/fixture-tab.js", (_request, response) => void response.type("js").send(script));
}

function serveShell(app: Express, state: FixtureState, tell: (event: ShellEvent) => void): void {
  app.get("/shell/estate", (_request, response) => void response.json(estateAnswer(state)));
  app.post("/shell/people/:id/token", (request, response) => {
    response.json({ token: `token-of-${request.params.id}` });
  });
  serveChat(app, state, tell);
  serveConversations(app, state);
  serveFaults(app, state);
  app.use("/shell/bank-holidays", bankHolidayRoutes(openGovUk()));
  app.post("/shell/clock", async (request, response) => {
    await state.beforeClockMoved;
    const { to } = clockRequestSchema.parse(request.body);
    if (Date.parse(to) < Date.parse(state.now)) {
      response.status(409).json({ message: "The clock only goes forward." });
      return;
    }
    state.now = to;
    response.json({ now: to, offsetMs: 0 });
  });
  serveMail(app, state, tell);
}

function serveChat(app: Express, state: FixtureState, tell: (event: ShellEvent) => void): void {
  const chatOf = (id: string) => state.chats.get(id) ?? { messages: [], unread: 0 };
  app.get("/shell/people/:id/chat", (request, response) => {
    response.json(chatOf(request.params.id));
  });
  app.post("/shell/people/:id/chat", (request, response) => {
    const { text } = request.body as { text: string };
    state.said.push(text);
    const chat = chatOf(request.params.id);
    chat.messages.push({ id: `said-${state.said.length}`, from: "person", at: state.now, text });
    state.chats.set(request.params.id, chat);
    response.json({});
  });
  app.post("/shell/people/:id/chat/read", (request, response) => {
    chatOf(request.params.id).unread = 0;
    response.status(204).end();
  });
  app.post("/shell/people/:id/chat/:activityId/invoke", async (request, response) => {
    const press = request.body as InvokeRequest;
    state.presses.push(press);
    const answer = await state.answerPress(press);
    const message = chatOf(request.params.id).messages.find(
      ({ id }) => id === request.params.activityId,
    );
    if (answer.type === "card" && message) {
      message.card = answer.card;
      message.updatedAt = state.now;
      tell({ type: "chat", personId: request.params.id });
    }
    response.json(answer);
  });
}

function serveConversations(app: Express, state: FixtureState): void {
  app.get("/shell/people/:id/conversations", (request, response) => {
    response.json({ conversations: state.conversations.get(request.params.id) ?? [] });
  });
  const action = "/shell/people/:id/conversations/:conversation/:message/action";
  app.post(action, (request, response) => {
    response.json(state.answerAction(request.body as MessageActionRequest));
  });
}

function serveFaults(app: Express, state: FixtureState): void {
  app.get("/shell/faults", (_request, response) => void response.json(state.faults));
  app.post("/shell/faults/:fault", (request, response) => {
    const { times } = request.body as FaultRequest;
    const faults = state.faults.faults.map((fault) =>
      fault.id === request.params.fault ? { ...fault, left: times } : fault,
    );
    state.faults = { words: "One fault is on.", faults };
    response.json(state.faults);
  });
  app.delete("/shell/faults", (_request, response) => {
    const faults = state.faults.faults.map((fault) => ({ ...fault, left: 0 }));
    state.faults = { words: "All is well.", faults };
    response.json(state.faults);
  });
}

function serveMail(app: Express, state: FixtureState, tell: (event: ShellEvent) => void): void {
  app.get("/shell/citizens/:address/mail", (request, response) => {
    response.json({ messages: state.mail.get(request.params.address) ?? [] });
  });
  app.post("/shell/citizens/:address/mail", (request, response) => {
    const { address } = request.params;
    const sent = sendMailRequestSchema.parse(request.body);
    if (sent.subject.includes("refuse me")) {
      response.status(422).json({ message: "The mail server said: 552 message too large." });
      return;
    }
    const mail = state.mail.get(address) ?? [];
    const internetMessageId = `<${address}-${mail.length}>`;
    mail.push({
      ...sent,
      id: internetMessageId,
      internetMessageId,
      direction: "sent",
      from: address,
      fromName: address,
      at: new Date(Date.parse(state.now) + mail.length * minute).toISOString(),
      attachments: sent.attachments.map(({ name, type, contentBase64 }) => ({
        name,
        type,
        bytes: Buffer.from(contentBase64, "base64").length,
      })),
    });
    state.mail.set(address, mail);
    tell({ type: "mail", address });
    response.json({ internetMessageId });
  });
}

function estateAnswer({ now }: FixtureState): EstateAnswer {
  const { council, mailbox, housingMailbox, teamsAppId, tenantId } = estate;
  return {
    ...{ council, mailboxes: [mailbox, housingMailbox], teamsAppId, tenantId, now, offsetMs: 0 },
    smtp: { host: "127.0.0.1", port: 4225 },
    people: estate.people.map(({ id, name, jobTitle, upn, roles, featured }) => ({
      ...{ id, name, jobTitle, upn, featured },
      roles: [...roles],
    })),
    messageActions: [{ id: "logComplaint", title: "Log a complaint" }],
    citizens: [
      { address: "maria.santos@example.org", name: "Maria Santos" },
      { address: "george.tull@example.org", name: "George Tull" },
    ],
  };
}
