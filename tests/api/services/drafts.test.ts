import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseAction } from "#api/contract/case-action.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { createDesk } from "#api/services/create-desk.ts";
import { changesSinceReturned } from "#api/services/drafts/compare-drafts.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import { hashOf, joan } from "#tests/support/joan.ts";
import { press } from "#tests/support/person-at-work.ts";
import { draftedCase, submittedCase } from "#tests/support/stored-case.ts";

const priya = personCalled("Priya Nair");
const tom = personCalled("Tom Okafor");
const helen = personCalled("Helen Marsh");
const lee = personCalled("Lee Barton");
const amina = personCalled("Cllr Amina Shah");

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());

const desk = () => createDesk(council.process());
const asks = (person: Person, caseId: string, action: CaseAction) =>
  desk().act(person, caseId, press(action));

async function acts(person: Person, caseId: string, ...actions: CaseAction[]): Promise<void> {
  for (const action of actions) {
    const done = await asks(person, caseId, action);
    if (!done.ok) throw new Error(`${action.type}: ${done.error.message}`);
  }
}

const saves = (text: string, from: string, keep = false): CaseAction => ({
  type: "save-draft",
  text,
  from: hashOf(from),
  ...(keep ? { keep } : {}),
});

async function versionsOf(person: Person, caseId: string) {
  const listed = await desk().drafts.versions(person, caseId);
  if (!listed.ok) throw new Error(listed.error.message);
  return listed.value;
}

describe("two authors who save at the same moment", () => {
  it("lose nothing: one is told of the other's words, and both are in the history once it is settled", async () => {
    const { id } = (await draftedCase(council)).case;
    const both = await Promise.all([
      asks(tom, id, saves("Tom’s words.", joan.letter)),
      asks(priya, id, saves("Priya’s words.", joan.letter)),
    ]);
    const refusals = both.filter((done) => !done.ok);
    expect(refusals).toMatchObject([{ error: { kind: "changed-since" } }]);

    const [tomsDone] = both;
    const [late, mine, theirs] = tomsDone.ok
      ? ([priya, "Priya’s words.", "Tom’s words."] as const)
      : ([tom, "Tom’s words.", "Priya’s words."] as const);
    await acts(late, id, saves(mine, theirs, true));
    const { versions } = await versionsOf(priya, id);
    expect(versions[0]).toMatchObject({ hash: hashOf(mine), by: late.name });
    expect(versions.map(({ hash }) => hash)).toEqual(
      expect.arrayContaining([hashOf(mine), hashOf(theirs), hashOf(joan.letter)]),
    );
  });

  it("lose nothing when one prefers the other's: their own words are a version, and the other goes on", async () => {
    const { id } = (await draftedCase(council)).case;
    await acts(priya, id, saves("Priya’s words.", joan.letter));
    await acts(tom, id, saves("Tom’s words.", "Priya’s words.", true));
    await acts(tom, id, saves("Priya’s words.", "Tom’s words.", true));
    await acts(priya, id, saves("Priya’s words, longer.", "Priya’s words."));
    const { versions } = await versionsOf(priya, id);
    expect(versions.map(({ hash, by }) => [hash, by])).toEqual(
      [
        ["Priya’s words, longer.", priya],
        ["Priya’s words.", tom],
        ["Tom’s words.", tom],
        ["Priya’s words.", priya],
        [joan.letter, tom],
      ].map(([words, who]) => [hashOf(words as string), (who as Person).name]),
    );
  });

  it("hear the same again when an answer was lost, and save no second version", async () => {
    const { id, version } = (await draftedCase(council)).case;
    const request = press(saves("Dear Joan, at last.", joan.letter));
    const [first, again] = [await desk().act(tom, id, request), await desk().act(tom, id, request)];
    expect(again).toEqual(first);
    expect(first).toMatchObject({
      value: { version, saved: { hash: hashOf("Dear Joan, at last.") } },
    });
  });
});

describe("the versions of a letter", () => {
  it("say whose they are and what became of them, newest first", async () => {
    const { id } = (await submittedCase(council)).case;
    await acts(helen, id, { type: "return", text: hashOf(joan.letter), comment: "Say when." });
    await acts(tom, id, saves("Dear Joan, on Monday.", joan.letter));
    const { versions, lastSeen } = await versionsOf(tom, id);
    expect(versions).toMatchObject([
      { title: "Being written", by: "Tom Okafor", marks: [] },
      {
        title: "Draft 1 of stage 1",
        by: "Tom Okafor",
        marks: [
          "Submitted to Helen Marsh, Tue 10 Nov at 10:00",
          "Returned by Helen Marsh, Tue 10 Nov at 10:00",
        ],
      },
    ]);
    expect(lastSeen).toEqual({
      hash: hashOf(joan.letter),
      words: "Returned by Helen Marsh, Tue 10 Nov at 10:00",
    });
  });

  it("are compared word by word, and with words that nobody has saved yet", async () => {
    const { id } = (await draftedCase(council)).case;
    await acts(tom, id, saves("We will collect it on Monday.", joan.letter, true));
    const { drafts } = desk();
    const changed = await drafts.changes(priya, id, {
      from: { hash: hashOf("We will collect it on Monday.") },
      to: { text: "We will collect it on Tuesday." },
    });
    expect(changed).toMatchObject({
      value: {
        parts: [
          { kind: "same", text: "We will collect it on " },
          { kind: "removed", text: "Monday" },
          { kind: "added", text: "Tuesday" },
          { kind: "same", text: "." },
        ],
        added: 1,
        removed: 1,
      },
    });
    const other = { from: { hash: hashOf("A note.") }, to: { text: "" } };
    expect(await drafts.changes(priya, id, other)).toMatchObject({ error: { kind: "not-found" } });
  });

  it.each([
    ["somebody of another service", lee],
    ["a councillor who follows the case", amina],
  ])("are not there for %s", async (_who, person) => {
    const { id } = (await draftedCase(council)).case;
    await acts(priya, id, {
      type: "add-sponsor",
      person: amina.id,
      name: "",
      capacity: "councillor",
      consent: true,
    });
    expect(await desk().drafts.versions(person, id)).toMatchObject({
      error: { kind: "not-found" },
    });
  });
});

describe("what changed since a letter was returned", () => {
  it("is told to its approver, and nothing where it never was", async () => {
    const stored = await submittedCase(council);
    const { id } = stored.case;
    expect(await changesSinceReturned(council.process(), stored.case)).toBeUndefined();
    await acts(helen, id, { type: "return", text: hashOf(joan.letter), comment: "Say when." });
    const better = `${joan.letter} On Monday.`;
    await acts(tom, id, saves(better, joan.letter), { type: "submit", text: hashOf(better) });
    const submitted = await council.process().cases.find(id);
    if (submitted === undefined) throw new Error("The case is gone.");
    expect(await changesSinceReturned(council.process(), submitted.case)).toMatchObject({
      added: 2,
      removed: 0,
    });
  });
});

describe("two people in one draft", () => {
  const isHere = async (person: Person, caseId: string) => {
    const heard = await desk().drafts.presence(person, caseId);
    if (!heard.ok) throw new Error(heard.error.message);
    return heard.value;
  };

  it("are told about each other by name, and which words are the newest, until one has gone", async () => {
    const { id } = (await draftedCase(council)).case;
    expect(await isHere(tom, id)).toEqual({ others: [], newest: hashOf(joan.letter) });
    await acts(tom, id, saves("Dear Joan", joan.letter));
    expect(await isHere(priya, id)).toEqual({
      others: ["Tom Okafor"],
      newest: hashOf("Dear Joan"),
    });
    expect((await isHere(tom, id)).others).toEqual(["Priya Nair"]);
    council.clock.advance(61);
    expect((await isHere(tom, id)).others).toEqual([]);
  });

  it("do not hear it of a case that is not theirs to see", async () => {
    const { id } = (await draftedCase(council)).case;
    for (const person of [lee, amina]) {
      expect(await desk().drafts.presence(person, id)).toMatchObject({
        error: { kind: "not-found" },
      });
    }
  });
});
