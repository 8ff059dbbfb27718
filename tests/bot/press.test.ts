import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { press, startBotInTeams, type BotInTeams } from "./bot-in-teams.ts";
import { caseId, director, hashOf, letter, officer } from "./council.ts";

let run: BotInTeams;
beforeEach(async () => {
  run = await startBotInTeams();
});
afterEach(() => run.teams.close());

const shown = { caseId, text: hashOf(letter) };

async function answerTo(activity: Record<string, unknown>): Promise<{
  statusCode: number;
  type: string;
  value: unknown;
}> {
  const answer = await run.send(run.activity(activity));
  expect(answer.status).toBe(200);
  return JSON.parse(answer.body) as never;
}

const isCard = "application/vnd.microsoft.card.adaptive";
const isMessage = "application/vnd.microsoft.activity.message";
const words = (card: unknown): string => JSON.stringify(card);
const buttons = (card: unknown): unknown[] => (card as { actions: unknown[] }).actions;

describe("an approver", () => {
  test("approves the letter they were shown and gets a receipt with nothing left to press", async () => {
    const answer = await answerTo(press("approve", shown));
    expect(answer).toMatchObject({ statusCode: 200, type: isCard });
    expect(words(answer.value)).toContain("Approved by");
    expect(buttons(answer.value)).toEqual([
      expect.objectContaining({ type: "Action.OpenUrl", title: "Open the case" }),
    ]);
    expect(run.desk.acts).toEqual([
      {
        person: director.id,
        caseId,
        request: {
          actionId: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
          action: { type: "approve", text: shown.text },
        },
      },
    ]);
  });

  test("returns it with a comment", async () => {
    const answer = await answerTo(press("return", { ...shown, comment: " Name the date. " }));
    expect(words(answer.value)).toContain("Returned by");
    expect(run.desk.acts[0]?.request.action).toEqual({
      type: "return",
      text: shown.text,
      comment: "Name the date.",
    });
  });

  test("must write a comment to return it", async () => {
    const answer = await answerTo(press("return", shown));
    expect(answer).toEqual({
      statusCode: 200,
      type: isMessage,
      value: "Write what should change first. Nothing was changed.",
    });
    expect(run.desk.acts).toEqual([]);
  });

  test("presses twice, or on two devices, and gets the first outcome again", async () => {
    const first = await answerTo(press("approve", shown));
    const second = await answerTo(press("approve", shown));
    expect(second).toEqual(first);
    const [one, two] = run.desk.acts.map(({ request }) => request.actionId);
    expect(two).toBe(one);
  });

  test("may return an unchanged letter again when it comes back on a new card", async () => {
    await answerTo(press("return", { ...shown, comment: "Name the date." }));
    run.desk.resubmit(letter);
    await answerTo(press("return", { ...shown, comment: "Name the date." }, "card-2"));
    const [one, two] = run.desk.acts.map(({ request }) => request.actionId);
    expect(two).not.toBe(one);
  });

  test("sees the new letter instead when it changed under their eyes", async () => {
    run.desk.resubmit("Dear Ms Lark,\n\nWe are very sorry.");
    const answer = await answerTo(press("approve", shown));
    expect(answer.type).toBe(isCard);
    expect(words(answer.value)).toContain("The letter changed after this card was sent.");
    expect(words(answer.value)).toContain("We are very sorry.");
    expect(words(answer.value)).toContain(hashOf("Dear Ms Lark,\n\nWe are very sorry."));
  });

  test("sees the receipt when somebody decided before them", async () => {
    await answerTo(press("approve", shown));
    const answer = await answerTo(press("return", { ...shown, comment: "Wait." }));
    expect(words(answer.value)).toContain("This response has been decided already.");
    expect(words(answer.value)).toContain("Approved by");
  });

  test("may press on a client that only knows Action.Submit, and is answered by a message", async () => {
    const answer = await run.send(
      run.activity({ type: "message", replyToId: "card-1", value: { ...shown, verb: "approve" } }),
    );
    expect(answer.status).toBe(200);
    expect(run.desk.acts[0]?.request.action).toEqual({ type: "approve", text: shown.text });
    expect(words(run.teams.calls[0]?.activity)).toContain("Approved by");
  });

  test("is asked to try again when Redress fails, and the fault is logged without their words", async () => {
    run.desk.breakDown();
    const answer = await answerTo(press("return", { ...shown, comment: "Mrs Lark is right." }));
    expect(answer.type).toBe(isMessage);
    expect(answer.value).toContain("Try again in a minute");
    expect(run.log.lines.map(({ event }) => event)).toContain("bot.turn-failed");
    expect(JSON.stringify(run.log.lines)).not.toContain("Lark");
  });
});

describe("nothing is changed", () => {
  const refusals: [string, Record<string, unknown>, string][] = [
    [
      "when the activity comes from another tenant's chat",
      { conversation: { id: "a:1", conversationType: "personal", tenantId: "another" } },
      "only people of the council",
    ],
    [
      "when the channel data name another tenant than the chat",
      { channelData: { tenant: { id: "another" } } },
      "only people of the council",
    ],
    [
      "when no tenant is named at all",
      { conversation: { id: "a:1", conversationType: "personal" }, channelData: {} },
      "only people of the council",
    ],
    ["when the activity has no object id", { from: { id: "29:director" } }, "who you are"],
    [
      "when the name alone is that of somebody known",
      { from: { id: "29:x", name: director.name } },
      "who you are",
    ],
    [
      "when the directory does not know the person",
      { from: { id: "29:x", aadObjectId: "99999999-0000-4000-8000-000000000009" } },
      "I do not know you yet",
    ],
    [
      "when the person may not decide",
      { from: { id: "29:x", aadObjectId: officer.id } },
      "Only the approver may decide this.",
    ],
  ];
  test.each(refusals)("%s", async (_, sender, sentence) => {
    const answer = await answerTo({ ...press("approve", shown), ...sender });
    expect(answer).toMatchObject({ statusCode: 200, type: isMessage });
    expect(answer.value).toContain(sentence);
    expect(words((await answerTo(press("approve", shown))).value)).toContain("Approved by");
  });

  test("when another channel than Teams sends it", async () => {
    const answer = await answerTo({ ...press("approve", shown), channelId: "webchat" });
    expect(answer.value).toContain("only in Microsoft Teams");
    expect(run.desk.lookups).toBe(0);
  });

  const unreadable: [string, unknown, unknown][] = [
    ["a verb that is on no card", "close", shown],
    ["no verb", undefined, shown],
    ["no data", "approve", undefined],
    ["data that are no object", "approve", "CMP-7K3Q-9D"],
    ["a case that is no reference", "approve", { ...shown, caseId: "' or 1 eq 1" }],
    ["a hash that is none", "approve", { ...shown, text: "deadbeef" }],
    ["identity and role in the data", "escalate", { ...shown, role: "director" }],
  ];
  test.each(unreadable)("by %s", async (_, verb, data) => {
    const answer = await answerTo(press(verb, data));
    expect(answer).toEqual({
      statusCode: 200,
      type: isMessage,
      value: "I cannot read this card, so nothing was changed. Open the case instead.",
    });
    expect(run.desk.acts).toEqual([]);
  });

  test("by an invoke without an action", async () => {
    const answer = await answerTo({ type: "invoke", name: "adaptiveCard/action", value: {} });
    expect(answer.type).toBe(isMessage);
    expect(run.desk.acts).toEqual([]);
  });

  test("by a comment longer than a case takes", async () => {
    const comment = "x".repeat(50_001);
    const answer = await answerTo(press("return", { ...shown, comment }));
    expect(answer.value).toBe("Shorten what should change. Nothing was changed.");
    expect(run.desk.acts).toEqual([]);
  });

  test("by an invoke that is not about a card", async () => {
    const answer = await run.send(run.activity({ type: "invoke", name: "task/fetch", value: {} }));
    expect(answer.status).toBe(501);
  });
});
