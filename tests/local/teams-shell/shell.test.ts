import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CardFactory,
  type MessagingExtensionAction,
  type MessagingExtensionActionResponse,
} from "botbuilder";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { readBankHolidayFeed } from "#api/domain/calendar/bank-holiday-feed.ts";
import { openBotChannel, type BotChannel } from "#local/bot-channel/bot-channel.ts";
import { createEstateClock, type EstateClock } from "#local/clock.ts";
import { estate } from "#local/estate.ts";
import { redirectNetwork } from "#local/functions-host/network-redirect.ts";
import { openGovUk } from "#local/gov-uk/gov-uk.ts";
import { botFrameworkLoginRouter } from "#local/identity/bot-framework-login-router.ts";
import { entraRouter } from "#local/identity/entra-router.ts";
import { openIdentity } from "#local/identity/identity.ts";
import { createMailbox, type Mailbox } from "#local/mailbox/mailbox.ts";
import type { LoopbackServer } from "#local/microsoft/loopback.ts";
import { startMicrosoft } from "#local/microsoft/server.ts";
import {
  chatAnswerSchema,
  citizenMailAnswerSchema,
  clockAnswerSchema,
  conversationsAnswerSchema,
  estateAnswerSchema,
  faultsAnswerSchema,
  invokeAnswerSchema,
  sendMailAnswerSchema,
  shellProblemSchema,
  taskAnswerSchema,
  tokenAnswerSchema,
} from "#local/teams-shell/api.ts";
import { startTeamsShell } from "#local/teams-shell/server/teams-shell.ts";
import {
  cardResponse,
  cardSaying,
  dialogResponse,
  startRealBot,
  type RealBot,
} from "#tests/local/bot-channel/real-bot.ts";
import { listenToEvents } from "./events.ts";

const [priya, tom, helen] = estate.people;
if (priya === undefined || tom === undefined || helen === undefined)
  throw new Error("The estate has too few people.");
const citizen = "margaret.ellis@example.org";

let clock: EstateClock;
let bot: RealBot;
let botChannel: BotChannel;
let mailbox: Mailbox;
const govUk = openGovUk();
let shell: LoopbackServer;
let pageFolder: string;
const running: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  clock = createEstateClock();
  const identity = await openIdentity({ clock, registrations: estate });
  bot = await startRealBot();
  botChannel = openBotChannel({ clock, identity, people: estate.people, appUrl: bot.url });
  const hosts = {
    "login.microsoftonline.com": entraRouter(identity, clock),
    "login.botframework.com": botFrameworkLoginRouter(identity),
    "smba.trafficmanager.net": botChannel.router,
    "www.gov.uk": govUk.router,
  };
  const microsoft = await startMicrosoft({ port: 0, hosts });
  redirectNetwork({ hosts: Object.keys(hosts), to: microsoft.url });

  mailbox = createMailbox({
    clock,
    mailboxes: [estate.mailbox],
    verifyGraphToken: (header) => identity.verifyGraphToken(header),
    limits: { incomingBytes: 100_000 },
  });
  const { port } = await mailbox.startSmtp({ port: 0, host: "127.0.0.1" });
  pageFolder = await mkdtemp(join(tmpdir(), "redress-page-"));
  await writeFile(join(pageFolder, "index.html"), "<title>Teams</title>");
  shell = await startTeamsShell({
    port: 0,
    hostUrl: bot.url,
    clock,
    identity,
    botChannel,
    mailbox,
    govUk,
    estate,
    smtp: { host: "127.0.0.1", port },
    pageFolder,
  });
  running.push(shell, mailbox, microsoft, bot);
});
afterAll(async () => {
  for (const part of running) await part.close();
  await rm(pageFolder, { recursive: true });
});

const get = async <Schema extends z.ZodType>(path: string, schema: Schema) => {
  const response = await fetch(`${shell.url}${path}`);
  return schema.parse(await response.json());
};

const post = (path: string, body: unknown = {}): Promise<Response> =>
  fetch(`${shell.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const problem = async (response: Response) => ({
  status: response.status,
  ...shellProblemSchema.parse(await response.json()),
});

describe("the page", () => {
  it("is served at the address a person opens", async () => {
    const response = await fetch(shell.url);

    expect(await response.text()).toBe("<title>Teams</title>");
  });

  it("learns who works for the council, what time it is and where citizens can write", async () => {
    const answer = await get("/shell/estate", estateAnswerSchema);

    expect(answer).toMatchObject({
      council: "Wexcombe Borough Council",
      mailboxes: [estate.mailbox, estate.housingMailbox],
      tenantId: estate.tenantId,
      offsetMs: clock.offsetMs,
    });
    expect(answer.people.filter(({ featured }) => featured).map(({ name }) => name)).toEqual([
      "Priya Nair",
      "Tom Okafor",
      "Helen Marsh",
      "David Lindqvist",
      "Cllr Amina Shah",
    ]);
    expect(answer.citizens.map(({ address }) => address)).toContain(citizen);
  });

  it("is told in words when it asks for something the shell does not have", async () => {
    expect(await problem(await post("/shell/nonsense"))).toMatchObject({
      status: 404,
      message: "The shell has no POST /shell/nonsense.",
    });
  });
});

describe("signing in", () => {
  it("a person's tab gets a token about that person", async () => {
    const response = await post(`/shell/people/${priya.id}/token`);

    const { token } = tokenAnswerSchema.parse(await response.json());
    expect(decodeJwt(token)).toMatchObject({ oid: priya.id, aud: estate.clientId });
  });

  it("whoever opens the tab has the app from then on, and the bot can greet them", async () => {
    await post(`/shell/people/${helen.id}/token`);
    await post(`/shell/people/${helen.id}/token`);

    const { messages } = await get(`/shell/people/${helen.id}/chat`, chatAnswerSchema);
    expect(messages.map(({ text }) => text)).toEqual(["Welcome to Redress"]);
  });

  it("there is no token for somebody who does not work for the council", async () => {
    expect(await problem(await post("/shell/people/someone/token"))).toMatchObject({
      status: 404,
      message: "Nobody in the directory has the id someone.",
    });
  });
});

describe("a person's chat with the bot", () => {
  const chatPath = `/shell/people/${priya.id}/chat`;

  it("shows what both sides wrote, counts what is unread, and forgets the count once read", async () => {
    bot.script.onMessage = async (context) => {
      await context.sendActivity(`You said ${context.activity.text}`);
    };
    await botChannel.install(priya.id);
    expect((await post(chatPath, { text: "  my cases " })).status).toBe(204);

    const { messages, unread } = await get(chatPath, chatAnswerSchema);
    expect(messages.map(({ from, text }) => ({ from, text }))).toEqual([
      { from: "bot", text: "Welcome to Redress" },
      { from: "person", text: "my cases" },
      { from: "bot", text: "You said my cases" },
    ]);
    expect(unread).toBe(2);

    await post(`${chatPath}/read`);
    expect((await get(chatPath, chatAnswerSchema)).unread).toBe(0);
  });

  it("a pressed card is answered with the bot's next card, which is in the chat from then on", async () => {
    await botChannel.install(priya.id);
    await bot.proactively(async (context) => {
      await context.sendActivity({
        attachments: [CardFactory.adaptiveCard(cardSaying("Approve?"))],
      });
    });
    const id = (await get(chatPath, chatAnswerSchema)).messages.at(-1)?.id ?? "";
    const next = cardSaying("Approved");
    bot.script.onPress = () => cardResponse(next);

    const response = await post(`${chatPath}/${id}/invoke`, {
      verb: "approve",
      data: { note: "ok" },
    });

    expect(invokeAnswerSchema.parse(await response.json())).toEqual({ type: "card", card: next });
    const last = (await get(chatPath, chatAnswerSchema)).messages.at(-1);
    expect(last).toMatchObject({ id, card: next });
  });

  it("a press on a message that is not there is an error in words", async () => {
    const response = await post(`${chatPath}/1/invoke`, { verb: "approve" });

    expect(invokeAnswerSchema.parse(await response.json())).toMatchObject({
      type: "error",
      status: 404,
    });
  });

  it.each([
    ["nothing to say", chatPath, { text: " " }, /"text"/],
    ["a press without a verb", `${chatPath}/1/invoke`, { data: {} }, /"verb"/],
  ])("%s is refused and the bot hears nothing", async (...[, path, body, message]) => {
    const heard = bot.taken.length;

    expect(await problem(await post(path, body))).toMatchObject({
      status: 400,
      message: expect.stringMatching(message) as string,
    });
    expect(bot.taken).toHaveLength(heard);
  });

  it("a body that is not JSON is refused", async () => {
    const response = await fetch(`${shell.url}${chatPath}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{text:",
    });

    expect(await problem(response)).toMatchObject({ status: 400 });
  });

  it("the person is told when the bot fails at their message", async () => {
    bot.script.onMessage = () => Promise.reject(new Error("boom"));
    const reported = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const answer = await problem(await post(chatPath, { text: "hello?" }));
    reported.mockRestore();
    bot.reset();

    expect(answer).toMatchObject({
      status: 502,
      message: "The bot did not take the message: it answered HTTP 500.",
    });
  });
});

describe("an action on a colleague's message", () => {
  const path = `/shell/people/${priya.id}/conversations`;
  const actions: MessagingExtensionAction[] = [];

  const firstMessage = async () => {
    const { conversations } = await get(path, conversationsAnswerSchema);
    const [conversation] = conversations;
    const [message] = conversation?.messages ?? [];
    if (conversation === undefined || message === undefined) throw new Error("No sample message.");
    return {
      conversation,
      message,
      url: `${path}/${encodeURIComponent(conversation.id)}/${message.id}/action`,
    };
  };
  const act = async (url: string, body: object) =>
    taskAnswerSchema.parse(await (await post(url, body)).json());

  it("hands the bot the message as Teams does, shows its dialog and submits what was filled in", async () => {
    const { conversation, message, url } = await firstMessage();
    const form = { ...cardSaying("Who complains?"), actions: [] };
    bot.script.onAction = (action) => {
      actions.push(action);
      return dialogResponse(form);
    };
    expect(await act(url, { commandId: "logComplaint" })).toEqual({
      type: "dialog",
      title: "Log a complaint",
      card: form,
    });
    await act(url, { commandId: "logComplaint", data: { name: "Mr Warsame" } });

    const shared = {
      commandId: "logComplaint",
      commandContext: "message",
      messagePayload: {
        id: message.id,
        createdDateTime: message.at,
        body: { contentType: "html", content: message.html },
        from: { user: { displayName: message.from.name, userIdentityType: "aadUser" } },
      },
    };
    expect(actions).toMatchObject([shared, { ...shared, data: { name: "Mr Warsame" } }]);
    expect(bot.taken.at(-1)).toMatchObject({
      type: "invoke",
      name: "composeExtension/submitAction",
      from: { aadObjectId: priya.id },
      conversation: { id: conversation.id, conversationType: "groupChat", isGroup: true },
    });
  });

  it.each<[string, () => MessagingExtensionActionResponse, object]>([
    [
      "a message ends the dialog",
      () => ({ task: { type: "message", value: "Your role does not." } }),
      { type: "message", text: "Your role does not." },
    ],
    [
      "a card that a dialog cannot submit",
      () => dialogResponse(cardSaying("Approve?")),
      { type: "error" },
    ],
    ["an answer that is no dialog", () => ({}), { type: "error" }],
  ])("%s is shown as Teams would", async (_, onAction, answer) => {
    bot.script.onAction = onAction;
    const { url } = await firstMessage();
    expect(await act(url, { commandId: "logComplaint" })).toMatchObject(answer);
  });

  it("is on messages of one's own conversations only", async () => {
    const { url } = await firstMessage();
    const others = url.replace(priya.id, tom.id);
    expect(await act(others, { commandId: "logComplaint" })).toMatchObject({ status: 404 });
  });
});

describe("bank holidays", () => {
  const ask = (method: string, body: object) =>
    fetch(`${shell.url}/shell/bank-holidays`, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const day = { region: "scotland", date: "2027-06-14", name: "Day of the Match" };

  it("are proclaimed and withdrawn on the list that the app reads, and nothing else is", async () => {
    const listed = async () => {
      const response = await fetch("https://www.gov.uk/bank-holidays.json");
      const read = readBankHolidayFeed(await response.json());
      if (!read.ok) throw new Error(read.error);
      return read.value.scotland.filter(({ date }) => date === day.date).map(({ name }) => name);
    };
    expect(await (await ask("POST", day)).json()).toEqual({ proclaimed: [day] });
    expect(await listed()).toEqual([day.name]);
    expect(await problem(await ask("POST", day))).toMatchObject({ status: 409 });
    expect(await problem(await ask("POST", { ...day, date: "2027-06-31" }))).toEqual({
      status: 400,
      message: 'Please correct "date": give a day as YYYY-MM-DD.',
    });
    expect(await (await ask("DELETE", day)).json()).toEqual({ proclaimed: [] });
    expect(await listed()).toEqual([]);
    expect(await problem(await ask("DELETE", day))).toMatchObject({ status: 404 });
  });
});

describe("faults made by hand", () => {
  const leftOf = async (id: string) =>
    (await get("/shell/faults", faultsAnswerSchema)).faults.find((fault) => fault.id === id);

  it("happen as often as they were asked for, and every page hears of it", async () => {
    const events = await listenToEvents(`${shell.url}/shell/events`);
    expect(await get("/shell/faults", faultsAnswerSchema)).toMatchObject({ words: "All is well." });
    await post("/shell/faults/throttled", { times: 2 });
    await post("/shell/faults/throttled-30", { times: "always" });
    await post("/shell/faults/chat-bad-gateway", { times: 1 });
    await events.until({ type: "faults" });
    await events.close();
    mailbox.faults.take("throttled");
    expect(await leftOf("throttled")).toMatchObject({ left: 1, state: "The next call" });
    expect(await leftOf("throttled-30")).toMatchObject({ left: "always" });
    expect(await get("/shell/faults", faultsAnswerSchema)).toMatchObject({
      words: "3 faults are on.",
    });
    expect(botChannel.faults.take(priya.id)).toBe("bad-gateway");
    expect(await leftOf("chat-bad-gateway")).toMatchObject({ left: 0, state: "Off" });
  });

  it("are over one by one or all at once", async () => {
    for (const { id } of (await get("/shell/faults", faultsAnswerSchema)).faults) {
      expect((await post(`/shell/faults/${id}`, { times: 5 })).status).toBe(200);
    }
    await post("/shell/faults/unavailable", { times: 0 });
    expect(await leftOf("unavailable")).toMatchObject({ left: 0 });
    await fetch(`${shell.url}/shell/faults`, { method: "DELETE" });
    expect(await get("/shell/faults", faultsAnswerSchema)).toMatchObject({ words: "All is well." });
    expect(mailbox.faults.waiting()).toEqual([]);
  });

  it.each([
    ["weather", { times: 1 }, 404],
    ["unavailable", { times: -1 }, 400],
  ])("%s with %j is refused", async (id, body, status) => {
    expect(await problem(await post(`/shell/faults/${id}`, body))).toMatchObject({ status });
  });
});

// Moves the clock: from here on the bot, which lives at the machine's time, takes the channel for its future.
describe("an open page", () => {
  it("is told whose chat and whose mail changed, and when the clock moved", async () => {
    const events = await listenToEvents(`${shell.url}/shell/events`);

    await post(`/shell/people/${priya.id}/chat`, { text: "hello" });
    await events.until({ type: "chat", personId: priya.id });

    await post(`/shell/citizens/${citizen}/mail`, { to: estate.mailbox, subject: "Hi", text: "…" });
    await events.until({ type: "mail", address: citizen });
    await events.until({ type: "mail", address: estate.mailbox });

    const to = new Date(clock.now().getTime() + 3_600_000).toISOString();
    await post("/shell/clock", { to });
    await events.until({ type: "clock", offsetMs: clock.offsetMs });

    await events.close();
  });
});

describe("a citizen's mail", () => {
  const mailPath = `/shell/citizens/${citizen}/mail`;
  const complaint = {
    to: estate.mailbox,
    subject: "Missed bin collection",
    text: "My bin has not been emptied for three weeks.",
  };

  it("reaches the council's mailbox and is kept with what the citizen sent, with what came attached", async () => {
    const photo = Buffer.from("not really a photograph");
    const response = await post(mailPath, {
      ...complaint,
      attachments: [
        { name: "bin.jpg", type: "image/jpeg", contentBase64: photo.toString("base64") },
      ],
    });
    const { internetMessageId } = sendMailAnswerSchema.parse(await response.json());

    expect(await mailbox.list(estate.mailbox, "inbox")).toContainEqual(
      expect.objectContaining({ internetMessageId, subject: complaint.subject }),
    );
    const { messages } = await get(mailPath, citizenMailAnswerSchema);
    expect(messages.at(-1)).toMatchObject({
      direction: "sent",
      from: citizen,
      fromName: "Margaret Ellis",
      internetMessageId,
      attachments: [{ name: "bin.jpg", type: "image/jpeg", bytes: photo.length }],
    });
  });

  it("a reply names the mail it answers, as a mail client's does", async () => {
    const send = async (mail: object) => {
      const response = await post(mailPath, { ...complaint, ...mail });
      return sendMailAnswerSchema.parse(await response.json()).internetMessageId;
    };
    const first = await send({});
    const second = await send({ text: "Still not emptied.", inReplyTo: first });
    await send({ text: "Hello?", inReplyTo: second });

    const inbox = await mailbox.list(estate.mailbox, "inbox");
    const [original, answer, last] = inbox.slice(-3);
    expect([answer?.conversationId, last?.conversationId]).toEqual([
      original?.conversationId,
      original?.conversationId,
    ]);
    const { messages } = await get(mailPath, citizenMailAnswerSchema);
    expect(messages.at(-1)).toMatchObject({ inReplyTo: second });
  });

  it("is dated by the estate's clock", async () => {
    await clock.moveTo(new Date(clock.now().getTime() + 3 * 86_400_000));
    await post(mailPath, complaint);

    const day = clock.now().toISOString().slice(0, 10);
    const [sent] = (await mailbox.list(estate.mailbox, "inbox")).slice(-1);
    expect(sent?.sentDateTime?.slice(0, 10)).toBe(day);
  });

  it("to a mailbox that does not exist is refused in the mail server's words", async () => {
    const response = await post(mailPath, { ...complaint, to: "bins@wexcombe.gov.uk" });

    expect(await problem(response)).toMatchObject({
      status: 422,
      message: expect.stringContaining("There is no mailbox bins@wexcombe.gov.uk here") as string,
    });
  });

  it("that is too large is refused in the mail server's words", async () => {
    const contentBase64 = Buffer.alloc(120_000).toString("base64");
    const attachments = [{ name: "film.mp4", type: "video/mp4", contentBase64 }];

    expect(await problem(await post(mailPath, { ...complaint, attachments }))).toMatchObject({
      status: 422,
      message: expect.stringContaining("552") as string,
    });
  });

  it.each([
    ["an address that is none", { ...complaint, to: "the council" }, /"to"/],
    [
      "an attachment that is not base64",
      { ...complaint, attachments: [{ name: "a", type: "b", contentBase64: "?" }] },
      /"attachments\.0\.contentBase64"/,
    ],
  ])("with %s is refused before it is sent", async (...[, mail, message]) => {
    expect(await problem(await post(mailPath, mail))).toMatchObject({
      status: 400,
      message: expect.stringMatching(message) as string,
    });
  });

  it("of somebody whose address is none is refused", async () => {
    expect(await problem(await fetch(`${shell.url}/shell/citizens/me/mail`))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/"address"/) as string,
    });
  });
});

describe("the estate's clock", () => {
  it("is moved forward, and the answer comes when the move has finished", async () => {
    const to = new Date(clock.now().getTime() + 86_400_000);
    const response = await post("/shell/clock", { to: to.toISOString() });

    const { now, offsetMs } = clockAnswerSchema.parse(await response.json());
    expect(new Date(now).getTime()).toBeGreaterThanOrEqual(to.getTime());
    expect(offsetMs).toBe(clock.offsetMs);
  });

  it("is not moved backwards", async () => {
    const { offsetMs } = clock;
    const yesterday = new Date(clock.now().getTime() - 86_400_000);

    expect(
      await problem(await post("/shell/clock", { to: yesterday.toISOString() })),
    ).toMatchObject({
      status: 409,
      message: expect.stringContaining("only runs forward") as string,
    });
    expect(clock.offsetMs).toBe(offsetMs);
  });

  it("is not moved to a time that is none", async () => {
    expect(await problem(await post("/shell/clock", { to: "tomorrow" }))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/"to"/) as string,
    });
  });
});
