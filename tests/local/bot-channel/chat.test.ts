import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CardFactory, TeamsInfo, type TurnContext } from "botbuilder";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openBotChannel, type BotChannel } from "#local/bot-channel/bot-channel.ts";
import { estate } from "#local/estate.ts";
import { redirectNetwork } from "#local/functions-host/network-redirect.ts";
import { botFrameworkLoginRouter } from "#local/identity/bot-framework-login-router.ts";
import { channelClaims } from "#local/identity/claims.ts";
import { entraRouter } from "#local/identity/entra-router.ts";
import { openIdentity, type Identity } from "#local/identity/identity.ts";
import type { LoopbackServer } from "#local/microsoft/loopback.ts";
import { startMicrosoft } from "#local/microsoft/server.ts";
import { cardResponse, cardSaying, startRealBot, type RealBot } from "./real-bot.ts";

const clock = { now: () => new Date() };
const serviceUrl = "https://smba.trafficmanager.net/uk/";
const [priya, tom] = estate.people;
if (priya === undefined || tom === undefined) throw new Error("The estate has too few people.");

let identity: Identity;
let bot: RealBot;
let channel: BotChannel;
let microsoft: LoopbackServer;

beforeAll(async () => {
  identity = await openIdentity({ clock, registrations: estate });
  bot = await startRealBot();
  const hosts = {
    "login.microsoftonline.com": entraRouter(identity, clock),
    "login.botframework.com": botFrameworkLoginRouter(identity),
    // Each test has a channel of its own, at the same address.
    "smba.trafficmanager.net": (...args: Parameters<BotChannel["router"]>) =>
      void channel.router(...args),
  };
  microsoft = await startMicrosoft({ port: 0, hosts });
  redirectNetwork({ hosts: Object.keys(hosts), to: microsoft.url });
});
afterAll(async () => {
  await microsoft.close();
  await bot.close();
});
beforeEach(() => {
  channel = openBotChannel({ clock, identity, people: estate.people, appUrl: bot.url });
  bot.reset();
});

/** Installs the app and lets the bot write one card, whose message id is the answer. */
const chatWithCard = async (text = "Stage 2 response to approve"): Promise<string> => {
  await channel.install(priya.id);
  await bot.proactively(async (context) => {
    await context.sendActivity({ attachments: [CardFactory.adaptiveCard(cardSaying(text))] });
  });
  const message = channel.chatOf(priya.id).messages.at(-1);
  if (message?.card === undefined) throw new Error("The bot's card did not arrive.");
  return message.id;
};

/** For the tests in which botbuilder reports on the console what they are about. */
const silenceTheConsole = () => {
  beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
  afterEach(() => void vi.restoreAllMocks());
};

const shown = () => channel.chatOf(priya.id).messages.map(({ text, card }) => card ?? text);

describe("installing the app", () => {
  it("tells the bot who the person is, and the bot can greet them in the same breath", async () => {
    await channel.install(priya.id);

    expect(bot.taken.map(({ type }) => type)).toEqual(["installationUpdate", "conversationUpdate"]);
    expect(bot.taken[0]).toMatchObject({
      action: "add",
      channelId: "msteams",
      serviceUrl,
      from: { name: "Priya Nair", aadObjectId: priya.id },
      recipient: { id: `28:${estate.botAppId}` },
      conversation: { conversationType: "personal", tenantId: estate.tenantId },
      channelData: { tenant: { id: estate.tenantId } },
    });
    expect(shown()).toEqual(["Welcome to Redress"]);
  });

  it("happens once, however often it is asked for", async () => {
    await Promise.all([channel.install(priya.id), channel.install(priya.id)]);
    await channel.install(priya.id);

    expect(bot.taken).toHaveLength(2);
  });

  it("is told again when the bot could not be reached the first time", async () => {
    const down = openBotChannel({
      clock,
      identity,
      people: estate.people,
      appUrl: "http://127.0.0.1:9",
    });

    expect(await down.install(priya.id)).toMatchObject({ kind: "unreachable" });
    expect(down.chatOf(priya.id).installed).toBe(false);
  });
});

describe("a person and the bot talk", () => {
  it("a message reaches the bot as the person's and its answer reaches the person's chat only", async () => {
    bot.script.onMessage = async (context) => {
      await context.sendActivity(`You said ${context.activity.text}`);
    };
    await channel.say(priya.id, "my cases");

    expect(shown()).toEqual(["my cases", "Welcome to Redress", "You said my cases"]);
    expect(channel.chatOf(tom.id).messages).toEqual([]);
  });

  it("what the bot sends is unread until the person has looked", async () => {
    await chatWithCard();
    expect(channel.chatOf(priya.id).unread).toHaveLength(2);

    channel.markRead(priya.id);
    expect(channel.chatOf(priya.id).unread).toEqual([]);
  });

  it("whoever watches is told whose chat changed", async () => {
    const changed: string[] = [];
    channel.onChange((personId) => void changed.push(personId));
    await channel.say(tom.id, "hello");

    expect(new Set(changed)).toEqual(new Set([tom.id]));
  });

  it("the bot can open the chat of anybody who has the app, by their Entra object id", async () => {
    await channel.install(priya.id);
    const [installed] = bot.taken;
    if (installed === undefined) throw new Error("The bot was not told of the installation.");
    await bot.adapter.createConversationAsync(
      estate.botAppId,
      "msteams",
      serviceUrl,
      "https://api.botframework.com",
      {
        isGroup: false,
        bot: { id: `28:${estate.botAppId}`, name: "Redress" },
        members: [{ id: priya.id, name: "" }],
        tenantId: estate.tenantId,
        activity: { ...installed, type: "message", text: "Good morning" },
        channelData: { tenant: { id: estate.tenantId } },
      },
      async (context) => {
        await context.sendActivity("Two cases are due today");
      },
    );

    expect(shown().slice(-2)).toEqual(["Good morning", "Two cases are due today"]);
  });

  it("the bot can ask who is in the chat", async () => {
    await channel.install(priya.id);
    const found: unknown[] = [];
    await bot.proactively(async (context) => {
      found.push(await TeamsInfo.getMember(context, priya.id));
      found.push((await TeamsInfo.getPagedMembers(context)).members[0]);
    });

    const expected = { aadObjectId: priya.id, name: "Priya Nair", userPrincipalName: priya.upn };
    expect(found).toEqual([expect.objectContaining(expected), expect.objectContaining(expected)]);
  });

  it("the bot can change and withdraw what it wrote", async () => {
    const id = await chatWithCard();
    const settled = cardSaying("Approved");
    await bot.proactively(async (context) => {
      await context.updateActivity({
        type: "message",
        id,
        attachments: [CardFactory.adaptiveCard(settled)],
      });
    });
    expect(shown()).toEqual(["Welcome to Redress", settled]);

    await bot.proactively((context) => context.deleteActivity(id));
    expect(shown()).toEqual(["Welcome to Redress"]);
  });

  it("the chat is there again after a restart", async () => {
    const folder = await mkdtemp(join(tmpdir(), "redress-chats-"));
    const open = () =>
      openBotChannel({ clock, identity, people: estate.people, appUrl: bot.url, folder });
    channel = open();
    await chatWithCard();
    channel.markRead(priya.id);
    const before = channel.chatOf(priya.id);

    channel = open();
    expect(channel.chatOf(priya.id)).toEqual(before);
    await channel.install(priya.id);
    expect(bot.taken).toHaveLength(2);
    await rm(folder, { recursive: true });
  });
});

describe("a card is pressed", () => {
  silenceTheConsole();

  it("the bot learns the verb, the data and which message it was, and its card takes the old one's place", async () => {
    const id = await chatWithCard();
    const next = cardSaying("Approved by David Lindqvist");
    bot.script.onPress = () => cardResponse(next);

    const data = { caseId: "WX-1", reason: "well argued" };
    const answer = await channel.press(priya.id, { messageId: id, verb: "approve", data });

    expect(answer).toEqual({ type: "card", card: next });
    expect(shown()).toEqual(["Welcome to Redress", next]);
    expect(bot.taken.at(-1)).toMatchObject({
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: id,
      from: { aadObjectId: priya.id },
      value: { action: { type: "Action.Execute", verb: "approve", data } },
    });
  });

  it("a message in answer leaves the card as it is", async () => {
    const id = await chatWithCard("Please approve");
    bot.script.onPress = () => ({
      statusCode: 200,
      type: "application/vnd.microsoft.activity.message",
      value: "Only the director may approve" as never,
    });

    const answer = await channel.press(priya.id, { messageId: id, verb: "approve", data: {} });
    expect(answer).toEqual({ type: "message", text: "Only the director may approve" });
    expect(shown().at(-1)).toEqual(cardSaying("Please approve"));
  });

  it.each([
    ["has the wrong shape", () => ({ ok: true }) as never, "neither a card"],
    [
      "is a card with a button that Teams would ignore",
      () => cardResponse(cardSaying("x", "")),
      "no verb",
    ],
    [
      "never came because the bot failed",
      () => {
        throw new Error("boom");
      },
      "HTTP 500",
    ],
  ])("the person is told that it went wrong when the answer %s", async (_case, onPress, why) => {
    const id = await chatWithCard();
    bot.script.onPress = onPress;

    const answer = await channel.press(priya.id, { messageId: id, verb: "approve", data: {} });
    expect(answer).toMatchObject({ type: "error" });
    expect(answer.type === "error" && answer.text).toMatch(/^Something went wrong.*/);
    expect(answer.type === "error" && answer.text).toContain(why);
    expect(shown().at(-1)).toEqual(cardSaying("Stage 2 response to approve"));
  });
});

describe("Teams refuses what the bot sends", () => {
  const refusalOf = async (turn: (context: TurnContext) => Promise<unknown>) => {
    let refusal: unknown;
    await bot.proactively(async (context) => {
      refusal = await turn(context).catch((error: unknown) => error);
    });
    return refusal;
  };
  const sending = (card: object) => (context: TurnContext) =>
    context.sendActivity({ attachments: [CardFactory.adaptiveCard(card)] });

  const bad = { statusCode: 400, code: "BadSyntax" };
  it.each([
    {
      what: "a button without a verb",
      card: cardSaying("x", ""),
      refusal: { ...bad, message: "The Action.Execute at card.actions[0] has no verb." },
    },
    {
      what: "an element it does not know",
      card: { ...cardSaying("x"), body: [{ type: "Chart" }] },
      refusal: { ...bad, message: expect.stringContaining("Chart") as string },
    },
    {
      what: "a version it does not show",
      card: { ...cardSaying("x"), version: "1.6" },
      refusal: { ...bad, message: "The card asks for version 1.6; Teams shows 1.0 to 1.5." },
    },
    {
      what: "an input without an id",
      card: { ...cardSaying("x"), body: [{ type: "Input.Text" }] },
      refusal: { ...bad, message: expect.stringContaining("unique Id") as string },
    },
    {
      what: "more than it can carry",
      card: cardSaying("x".repeat(29_000)),
      refusal: { statusCode: 413, code: "MessageSizeTooBig" },
    },
  ])("a card with $what", async ({ card, refusal }) => {
    await channel.install(priya.id);

    expect(await refusalOf(sending(card))).toMatchObject(refusal);
    expect(shown()).toEqual(["Welcome to Redress"]);
  });

  it("a message to a chat that does not exist", async () => {
    await channel.install(priya.id);
    const refusal = await refusalOf((context) => {
      context.activity.conversation.id = "a:unknown";
      return context.sendActivity("Anybody there?");
    });

    expect(refusal).toMatchObject({ statusCode: 404, code: "ConversationNotFound" });
  });

  it("a change to a message that was never sent", async () => {
    await channel.install(priya.id);
    const refusal = await refusalOf((context) =>
      context.updateActivity({ type: "message", id: "1", text: "Changed" }),
    );

    expect(refusal).toMatchObject({ statusCode: 404, code: "ActivityNotFoundInConversation" });
  });

  it("a message to somebody who does not have the app", async () => {
    await channel.install(priya.id);
    channel = openBotChannel({ clock, identity, people: estate.people, appUrl: bot.url });

    expect(await refusalOf((context) => context.sendActivity("Hello"))).toMatchObject({
      statusCode: 403,
      code: "BotNotInConversationRoster",
    });
  });

  it.each([
    ["blocked-by-user", 403, "ConversationBlockedByUser"],
    ["throttled", 429, "Throttled"],
    ["bad-gateway", 502, "ServiceError"],
  ] as const)("anything at all while the fault %s is armed", async (fault, statusCode, code) => {
    await channel.install(priya.id);
    channel.faults.arm(fault, { times: Infinity, personId: priya.id });

    const refusal = await refusalOf((context) => context.sendActivity("Due on Friday"));
    expect(refusal).toMatchObject({ statusCode, code });
    expect(shown()).toEqual(["Welcome to Redress"]);

    channel.faults.clear();
    await bot.proactively(async (context) => {
      await context.sendActivity("Due on Friday");
    });
    expect(shown().at(-1)).toBe("Due on Friday");
  });

  it("no message whose answer alone is lost: botbuilder sends it again, and the person sees it twice", async () => {
    await channel.install(priya.id);
    channel.faults.arm("answer-lost");

    await bot.proactively(async (context) => {
      await context.sendActivity("Due on Friday");
    });
    expect(shown()).toEqual(["Welcome to Redress", "Due on Friday", "Due on Friday"]);
  });

  it("whoever is not our bot", async () => {
    await channel.install(priya.id);
    const conversation = bot.taken[0]?.conversation.id ?? "";
    const url = `${serviceUrl}v3/conversations/${conversation}/activities`;
    const notOurs = await identity.appToken(
      { appId: estate.clientId, secret: "", graphRoles: [], apiRoles: [] },
      "https://api.botframework.com",
    );
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${notOurs}`, "content-type": "application/json" },
      body: JSON.stringify({ type: "message", text: "Pay here" }),
    });

    expect(response.status).toBe(401);
    expect(shown()).toEqual(["Welcome to Redress"]);
  });
});

describe("the bot refuses what does not come from its channel", () => {
  silenceTheConsole();

  const post = async (token: string) => {
    const response = await fetch(`${bot.url}/api/messages`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({
        type: "message",
        channelId: "msteams",
        serviceUrl,
        text: "approve",
        from: { id: "29:1", aadObjectId: priya.id },
        recipient: { id: `28:${estate.botAppId}` },
        conversation: { id: "a:1" },
      }),
    });
    return response.status;
  };
  const claims = channelClaims(estate, { serviceUrl });

  it("takes a properly signed activity", async () => {
    expect(await post(await identity.channelToken({ serviceUrl }))).toBe(200);
  });

  it.each([
    ["a foreign signature", () => identity.signToken(claims, { key: "foreign" })],
    ["another bot's audience", () => identity.signToken({ ...claims, aud: estate.clientId })],
    [
      "another service URL",
      () => identity.signToken({ ...claims, serviceurl: "https://x.example/" }),
    ],
    ["an expired token", () => identity.signToken({ ...claims, exp: 1, iat: 0, nbf: 0 })],
    ["a person's own token", () => identity.ssoToken(priya)],
  ])("and nothing with %s", async (_what, token) => {
    // Botbuilder answers 401 or, when the signature is wrong, 500.
    expect(await post(await token())).toBeGreaterThanOrEqual(401);
    expect(bot.taken).toEqual([]);
  });
});
