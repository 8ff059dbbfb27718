import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createBot } from "#bot/create-bot.ts";
import { press, startBotInTeams, type BotInTeams } from "./bot-in-teams.ts";
import { caseId, createLog, hashOf, letter, publicUrl, registration } from "./council.ts";
import { foreignKey } from "./teams.ts";

let run: BotInTeams;
beforeAll(async () => {
  // The SDK tells the console about every bad token.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  run = await startBotInTeams();
});
afterAll(() => run.teams.close());
beforeEach(() => {
  run.desk.lookups = 0;
});

const approval = (): string =>
  JSON.stringify(run.activity(press("approve", { caseId, text: hashOf(letter) })));

async function expectTurnedAway(authorization: string | undefined, body = approval()) {
  const answer = await run.post(body, authorization);
  expect(answer.status).toBe(401);
  expect(JSON.parse(answer.body)).toEqual({
    message: "Only Microsoft Teams may send activities here, signed for this bot.",
  });
  expect(run.desk.lookups).toBe(0);
  expect(run.desk.acts).toEqual([]);
}

describe("who may send activities", () => {
  test("nobody without a token", () => expectTurnedAway(undefined));
  test("nobody with something that is not a token", () => expectTurnedAway("Bearer nonsense"));

  test("nobody whose token has expired", async () => {
    const longAgo = Math.floor(Date.now() / 1000) - 3600;
    await expectTurnedAway(`Bearer ${await run.teams.token({ exp: longAgo })}`);
  });

  test("nobody whose token is for another bot", async () => {
    const token = await run.teams.token({ aud: "99999999-2b7d-4c1f-8f5e-51d2b0c7a009" });
    await expectTurnedAway(`Bearer ${token}`);
  });

  test("nobody who signs with a key that Microsoft did not publish", async () => {
    await expectTurnedAway(`Bearer ${await run.teams.token({}, await foreignKey())}`);
  });

  test("nobody whose token is for another service address than the activity names", async () => {
    const token = await run.teams.token({ serviceurl: "https://elsewhere.example/" });
    await expectTurnedAway(`Bearer ${token}`);
  });

  test("nobody who leaves the service address out to escape that comparison", async () => {
    const activity = run.activity({
      ...press("approve", { caseId, text: hashOf(letter) }),
      serviceUrl: undefined,
    });
    const token = await run.teams.token({ serviceurl: "https://elsewhere.example/" });
    await expectTurnedAway(`Bearer ${token}`, JSON.stringify(activity));
  });

  test.each([
    ["an Emulator", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"],
    ["the council's own tenant", `https://login.microsoftonline.com/${registration.tenantId}/v2.0`],
    ["nobody", undefined],
  ])("nobody whose token was issued by %s", async (_, iss) => {
    const token = await run.teams.token({ iss, appid: registration.appId, ver: "1.0" });
    await expectTurnedAway(`Bearer ${token}`);
  });

  test("no channel that the key which signed the token is not endorsed for", async () => {
    const activity = run.activity({
      ...press("approve", { caseId, text: hashOf(letter) }),
      channelId: "slack",
    });
    await expectTurnedAway(`Bearer ${await run.teams.token()}`, JSON.stringify(activity));
  });

  test("Teams, with a token that Microsoft signed for this bot", async () => {
    const answer = await run.post(approval(), `Bearer ${await run.teams.token()}`);
    expect(answer.status).toBe(200);
    expect(run.desk.acts).toHaveLength(1);
  });

  test("a bot without an app id refuses to start, because it would let everybody in", () => {
    expect(() =>
      createBot({
        ...registration,
        appId: " ",
        teamsAppId: "any",
        publicUrl,
        desk: () => run.desk,
        chatBook: run.chatBook,
        logger: createLog(),
      }),
    ).toThrow("The bot needs its app id");
  });
});

describe("what an activity must be", () => {
  test.each([
    ["broken JSON", "{"],
    ["a list", "[]"],
    ["something without a type", '{"channelId":"msteams"}'],
  ])("%s is refused with a sentence", async (_, body) => {
    const answer = await run.post(body, `Bearer ${await run.teams.token()}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toContain("not a Bot Framework activity");
  });

  test("more than 256 KB is refused", async () => {
    const answer = await run.post("x".repeat(256 * 1024 + 1));
    expect(answer.status).toBe(413);
  });

  test("only POST is answered", async () => {
    const answer = await run.bot.messages({ method: "GET", headers: {}, body: "" });
    expect(answer).toMatchObject({ status: 405, headers: { allow: "POST" } });
  });
});
