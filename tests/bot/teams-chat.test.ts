import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CaseCard } from "#api/domain/case/case-card.ts";
import { startBotInTeams, type BotInTeams } from "./bot-in-teams.ts";
import { director, head, officer } from "./council.ts";

let run: BotInTeams;
beforeEach(async () => {
  run = await startBotInTeams();
  await run.send(run.activity({ type: "conversationUpdate" }));
});
afterEach(() => run.teams.close());

const assigned: CaseCard = {
  ...{ ...head, kind: "assigned", by: "Priya Nair", asks: true },
  briefing: { points: [], answer: "Stage 1, in writing, by e-mail." },
};
const at = { conversation: "a:an-older-chat", activity: "message-7" };
const refusalOf = (status: number, code: string) => ({
  status,
  body: { error: { code, message: "As Teams words it" } },
});

describe("writing to a person", () => {
  test("posts the card into their chat and says where it is", async () => {
    expect(await run.bot.chat.post(director.id, assigned)).toEqual({
      kind: "posted",
      at: { conversation: "a:director-and-bot", activity: "message-1" },
    });
    const [call] = run.teams.calls;
    expect(call).toMatchObject({
      method: "POST",
      activity: {
        type: "message",
        summary: "CMP-7K3Q-9D is yours now",
        attachments: [{ contentType: "application/vnd.microsoft.card.adaptive" }],
      },
    });
    expect(call?.path).toMatch(/^\/v3\/conversations\/a%3Adirector-and-bot\/activities/);
  });

  test("is not possible before they opened Redress", async () => {
    expect(await run.bot.chat.post(officer.id, assigned)).toEqual({
      kind: "unreachable",
      why: "They have not opened Redress in Teams yet.",
    });
    expect(run.teams.calls).toEqual([]);
  });

  test.each([
    [403, "ConversationBlockedByUser", "They have blocked Redress in Teams."],
    [403, "BotNotInConversationRoster", "Redress is not installed for them in Teams."],
    [403, "BotDisabledByAdmin", "An administrator has switched Redress off in Teams."],
    [404, "ConversationNotFound", "Their chat with Redress does not exist any more."],
  ])("is not possible when Teams answers %i %s", async (status, code, why) => {
    run.teams.answerWith(refusalOf(status, code));
    expect(await run.bot.chat.post(director.id, assigned)).toEqual({ kind: "unreachable", why });
  });

  test("is not possible when Teams hides the code inside a message", async () => {
    const message = '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "details": "Not writable"}';
    run.teams.answerWith({ status: 403, body: { errorCode: 209, message } });
    expect(await run.bot.chat.post(director.id, assigned)).toMatchObject({ kind: "unreachable" });
  });

  test.each([
    [429, "Throttled"],
    [412, "PreconditionFailed"],
    [403, "SomethingNew"],
    [404, "SomethingNew"],
  ])("fails when Teams answers %i %s, so that it is tried again", async (status, code) => {
    run.teams.answerWith(refusalOf(status, code));
    await expect(run.bot.chat.post(director.id, assigned)).rejects.toMatchObject({
      message: "Teams did not take the card.",
      cause: { statusCode: status },
    });
  });
});

test("a refusal without any body is a failure like others", async () => {
  run.teams.answerWith({ status: 403, body: undefined });
  await expect(run.bot.chat.post(director.id, assigned)).rejects.toThrow(
    "Teams did not take the card.",
  );
});

describe("replacing a card", () => {
  test("changes the message it was posted as, even when the person's chat has begun anew", async () => {
    await run.bot.chat.replace(director.id, at, assigned);
    expect(run.teams.calls[0]).toMatchObject({
      method: "PUT",
      path: "/v3/conversations/a%3Aan-older-chat/activities/message-7",
      activity: { summary: "CMP-7K3Q-9D is yours now" },
    });
  });

  test.each([
    [404, "ActivityNotFoundInConversation"],
    [403, "ConversationBlockedByUser"],
  ])("is done when the card cannot be reached any more (%i %s)", async (status, code) => {
    run.teams.answerWith(refusalOf(status, code));
    await expect(run.bot.chat.replace(director.id, at, assigned)).resolves.toBeUndefined();
    expect(run.teams.calls).toHaveLength(1);
  });

  test("is done when the person has uninstalled Redress", async () => {
    await expect(run.bot.chat.replace(officer.id, at, assigned)).resolves.toBeUndefined();
    expect(run.teams.calls).toEqual([]);
  });

  test("fails when Teams is busy, so that it is tried again", async () => {
    run.teams.answerWith(refusalOf(429, "Throttled"));
    await expect(run.bot.chat.replace(director.id, at, assigned)).rejects.toMatchObject({
      message: "Teams did not take the changed card.",
      cause: { statusCode: 429 },
    });
  });
});
