import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseCard } from "#api/domain/case/case-card.ts";
import type { Person } from "#api/domain/people/actor.ts";
import type { Cover } from "#api/domain/people/cover.ts";
import { createDesk } from "#api/services/create-desk.ts";
import { sweepClocks } from "#api/services/telling/sweep-clocks.ts";
import { createBot } from "#bot/create-bot.ts";
import { press as pressed } from "#tests/bot/bot-in-teams.ts";
import { createLog, publicUrl, registration, teamsAppId } from "#tests/bot/council.ts";
import { startTeams, type Teams } from "#tests/bot/teams.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import { onlyCase } from "#tests/support/expectations.ts";
import { hashOf, joan, lettersSaying } from "#tests/support/joan.ts";
import { press } from "#tests/support/person-at-work.ts";
import { assignedTo, classified, draftedCase, storeCase } from "#tests/support/stored-case.ts";
import { workOff } from "#tests/support/worker.ts";

const priya = personCalled("Priya Nair");
const tom = personCalled("Tom Okafor");
const helen = personCalled("Helen Marsh");
const sunita = personCalled("Sunita Rao");
const lee = personCalled("Lee Barton");
const text = hashOf(joan.letter);

let council: Council;
let teams: Teams;

beforeAll(async () => {
  council = await openCouncil();
  teams = await startTeams();
});
afterAll(() => Promise.all([council.close(), teams.close()]));
beforeEach(() => council.begin());

/** What somebody sees who presses a card in their own chat: a signed activity, answered by the bot over the stored case. */
async function presses(
  ...[person, verb, data, message = "activity/0"]: [Person, string, object, string?]
): Promise<string> {
  const ports = council.process();
  const bot = createBot({
    ...{ ...registration, teamsAppId, publicUrl, logger: createLog() },
    desk: () => createDesk(ports),
    chatBook: ports.chatBook,
    authentication: teams.authentication,
  });
  const { body, status } = await bot.messages({
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${await teams.token()}` },
    body: JSON.stringify({
      ...pressed(verb, data, message),
      ...{ id: "1", channelId: "msteams", serviceUrl: teams.serviceUrl },
      from: { id: `29:${person.id}`, name: "Somebody Else", aadObjectId: person.id },
      recipient: { id: `28:${registration.appId}` },
      conversation: {
        ...{ id: `chat-${person.id}`, conversationType: "personal" },
        tenantId: registration.tenantId,
      },
    }),
  });
  expect(status).toBe(200);
  return body;
}

async function act(person: Person, caseId: string, action: Parameters<typeof press>[0]) {
  const outcome = await createDesk(council.process()).act(person, caseId, press(action));
  expect(outcome).toMatchObject({ ok: true });
}

/** A letter of Tom's that waits for Helen, who has two copies of the question. */
async function asked(): Promise<string> {
  const { id } = (await draftedCase(council)).case;
  await act(tom, id, { type: "submit", text });
  await workOff(council);
  const [posted] = council.chat.cards.filter(({ person }) => person === helen.id);
  if (posted === undefined) throw new Error("Helen was not asked.");
  return id;
}

const seen = (person: Person) => council.chat.seenBy(person.id) as CaseCard[];
const approvals = async () => {
  const { id } = (await onlyCase(council)).case;
  const found = await council.process().cases.findWithHistory(id);
  return (found?.events ?? []).filter(({ type }) => type === "response-approved");
};

describe("an approval in chat", () => {
  it("is recorded once when it is pressed on two devices and two copies at once", async () => {
    const caseId = await asked();
    const answers = await Promise.all([
      presses(helen, "approve", { caseId, text }),
      presses(helen, "approve", { caseId, text }),
      presses(helen, "approve", { caseId, text }, "activity/copy"),
    ]);
    for (const answer of answers) {
      expect(answer).toContain("Approved by");
      expect(answer).toContain("Helen Marsh");
      expect(answer).not.toContain("Action.Execute");
    }
    await workOff(council);
    expect(await approvals()).toHaveLength(1);
    expect(lettersSaying(council, joan.letter)).toHaveLength(1);
    expect(seen(helen)).toMatchObject([{ kind: "approval-receipt", decision: "approved" }]);
  });

  it("that was passed on is decided by the new approver, and the old card says who has it", async () => {
    const caseId = await asked();
    const data = { caseId, text, to: sunita.id, note: "I know her." };
    expect(await presses(helen, "delegate", data)).toContain("Sunita Rao");
    await workOff(council);
    expect(seen(helen)).toMatchObject([{ decision: "passed-on", to: "Sunita Rao" }]);
    const late = await presses(helen, "approve", { caseId, text }, "activity/old-phone");
    expect(late).not.toContain("Approved by");
    expect(await approvals()).toEqual([]);
    expect(seen(sunita)).toMatchObject([
      { kind: "approval-wanted", sheet: { note: { by: "Helen Marsh", text: "I know her." } } },
    ]);
    await act(sunita, caseId, { type: "approve", text });
    await workOff(council);
    expect(seen(sunita)).toMatchObject([{ decision: "approved", by: "Sunita Rao" }]);
  });

  it("is not recorded for somebody whose role was taken away", async () => {
    const caseId = await asked();
    const directory = council.process().directory as unknown as {
      savePerson(person: Person): Promise<void>;
    };
    await directory.savePerson({ ...helen, roles: ["case-officer"] });
    const answer = await presses(helen, "approve", { caseId, text });
    expect(answer).toContain("does not allow this");
    await directory.savePerson({ ...helen, roles: [] });
    expect(await presses(helen, "approve", { caseId, text })).toContain("There is no such case");
    await directory.savePerson(helen);
    expect(await approvals()).toEqual([]);
  });

  it("of a letter that has changed asks again where it was pressed, and that card is settled too", async () => {
    const caseId = await asked();
    await act(helen, caseId, { type: "return", text, comment: "Name the day." });
    const changed = `${joan.letter}\n\nWe come on Monday.`;
    await act(tom, caseId, { type: "save-draft", text: changed });
    await act(tom, caseId, { type: "submit", text: hashOf(changed) });
    await workOff(council);
    const at = council.chat.cards[0]?.at.activity ?? "";
    const answer = await presses(helen, "approve", { caseId, text }, at);
    expect(answer).toContain("has changed since you looked at it");
    expect(answer).toContain("We come on Monday.");
    await act(helen, caseId, { type: "approve", text: hashOf(changed) });
    await workOff(council);
    const kinds = new Set(seen(helen).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(["approval-receipt"]));
  });
});

describe("an approver who is away", () => {
  const days = { from: "2026-11-10", until: "2026-11-12" };
  const goesAway = async () => {
    const cover = {
      ...{ ...days, id: "1", person: helen.id, deputy: sunita.id },
      ...{ setBy: { id: helen.id, name: helen.name }, setAt: "2026-11-10T09:00:00.000Z" },
    };
    await saveCovers([cover]);
  };
  const saveCovers = async (covers: readonly Cover[]) => {
    const { directory } = council.process();
    const stored = await directory.findCovers(helen.id);
    expect(await directory.saveCovers(helen.id, { ...stored, covers })).toBe("saved");
  };
  afterEach(() => saveCovers([]));

  it("names who stands in, which passes on what waits at once, until it is ended", async () => {
    const { away } = createDesk(council.process());
    await asked();
    const own = { ...days, person: "", deputy: sunita.id };
    const refused = [
      await away.name(helen, { ...own, deputy: tom.id }),
      await away.name(helen, { ...own, until: "2026-11-09" }),
      await away.name(helen, { ...own, person: tom.id }),
    ];
    expect(refused.every(({ ok }) => !ok)).toBe(true);
    expect(await away.name(priya, { ...own, person: helen.id })).toMatchObject({
      value: { message: expect.stringContaining("1 letter that waits went to them") as string },
    });
    await workOff(council);
    expect(seen(sunita)).toMatchObject([{ kind: "approval-wanted" }]);
    const listed = await away.overview(sunita);
    const [line] = listed.ok ? listed.value.lines : [];
    expect(line).toMatchObject({ who: "Helen Marsh", standing: "now", mayEnd: false });
    const ended = { person: helen.id, cover: line?.id ?? "" };
    expect(await away.end(sunita, ended)).toMatchObject({ ok: false });
    expect(await away.end(helen, ended)).toMatchObject({ ok: true });
    expect(await away.overview(helen)).toMatchObject({ value: { lines: [] } });
  });

  it("is not asked: their deputy is, and the history says for whom", async () => {
    await goesAway();
    const { id } = (await draftedCase(council)).case;
    await act(tom, id, { type: "submit", text });
    await workOff(council);
    expect(seen(helen)).toEqual([]);
    expect(seen(sunita)).toMatchObject([
      { kind: "approval-wanted", sheet: { inPlaceOf: "Helen Marsh, who is away" } },
    ]);
  });

  it("has what waits for them passed on once at the sweep, and may take it back", async () => {
    const caseId = await asked();
    await goesAway();
    await sweepClocks(council.process());
    await workOff(council);
    expect(seen(helen)).toMatchObject([{ decision: "passed-on", to: "Sunita Rao" }]);
    expect(seen(sunita)).toMatchObject([{ kind: "approval-wanted" }]);
    await act(helen, caseId, { type: "take-over", text });
    await sweepClocks(council.process());
    await workOff(council);
    expect((await onlyCase(council)).case.submission).toMatchObject({ approver: helen.id });
    expect(seen(sunita)).toMatchObject([{ decision: "passed-on", to: "Helen Marsh" }]);
  });
});

describe("a service that is asked in chat", () => {
  it("answers its point on the card, and every copy becomes a receipt", async () => {
    const { id: caseId } = (await storeCase(council, { steps: [classified, assignedTo(tom)] }))
      .case;
    const title = "Recycling was missed";
    await act(tom, caseId, { type: "add-point", title, service: "waste" });
    await workOff(council);
    expect(seen(lee)).toMatchObject([{ kind: "point-wanted", point: "1", title }]);
    const at = council.chat.cards.find(({ person }) => person === lee.id)?.at.activity;
    const data = { caseId, point: "1" };
    expect(await presses(lee, "answer-point", { ...data, text: " " }, at)).toContain("first");
    expect(await presses(sunita, "answer-point", { ...data, text: "No." }, at)).toContain(
      "There is no such case",
    );
    expect(await presses(lee, "answer-point", { ...data, text: "The lorry broke." }, at)).toContain(
      "answered",
    );
    await workOff(council);
    expect(seen(lee)).toMatchObject([{ kind: "settled", words: "answered", by: "Lee Barton" }]);
    expect(await presses(lee, "answer-point", { ...data, text: "Twice." }, "other")).toContain(
      "Action.OpenUrl",
    );
    expect((await onlyCase(council)).case.points[0]?.answer).toMatchObject({
      text: hashOf("The lorry broke."),
    });
  });

  it("answers a question, and an officer takes the case on, where they read of it", async () => {
    const { id: caseId } = (await storeCase(council, { steps: [classified] })).case;
    await act(priya, caseId, { type: "assign", officer: tom.id });
    await workOff(council);
    expect(seen(tom)).toMatchObject([{ kind: "assigned", asks: true }]);
    expect(await presses(tom, "accept", { caseId })).toContain("taken on");
    const question = { question: "Was the lorry out?", due: "2026-11-13" };
    await act(tom, caseId, { type: "request-information", to: lee.id, ...question });
    await workOff(council);
    expect(seen(tom)).toMatchObject([{ kind: "settled", words: "taken on" }]);
    expect(seen(lee)).toMatchObject([{ kind: "information-wanted", request: "1" }]);
    const answer = { caseId, request: "1", text: "It was." };
    expect(await presses(lee, "give-information", answer)).toContain("answered");
    await workOff(council);
    expect(seen(lee)).toMatchObject([{ kind: "settled", words: "answered" }]);
  });
});
