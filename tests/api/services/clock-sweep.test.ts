import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseAction } from "#api/contract/case-action.ts";
import { longJson } from "#api/adapters/tables/long-json.ts";
import { createDesk } from "#api/services/create-desk.ts";
import { sweepClocks } from "#api/services/telling/sweep-clocks.ts";
import { estate } from "#local/estate.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import { expectNothingPersonal, expectQuiet, storedCase } from "#tests/support/expectations.ts";
import { personalWords } from "#tests/support/joan.ts";
import { press } from "#tests/support/person-at-work.ts";
import {
  answeredWithRemedy,
  assignedTo,
  classified,
  storeCase,
  type Step,
} from "#tests/support/stored-case.ts";
import { workOff } from "#tests/support/worker.ts";

const tom = personCalled("Tom Okafor");
const lee = personCalled("Lee Barton");
const priya = personCalled("Priya Nair");
const helen = personCalled("Helen Marsh");

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(async () => {
  await council.begin();
  await council.process().sync.set("swept-to", "2026-11-10");
});
afterEach(() => expectNothingPersonal(council, personalWords));

/** A complaint that Tom has, whose answer is due on 24 November: due soon from the 20th, overdue from the 25th. */
const storeWaitingCase = async (): Promise<string> =>
  (await storeCase(council, { steps: [classified, assignedTo(tom)] })).case.id;

/** A remedy that Tom's case promises by Monday 16 November. */
const storePromise = async (owner: { owner?: string; partner: string }): Promise<string> => {
  const promise: Step = {
    actor: { kind: "person", person: tom },
    command: {
      ...{ type: "promise-remedy", kind: "apology", what: "Apologise.", due: "2026-11-16" },
      ...owner,
    },
    people: [lee],
  };
  return (await storeCase(council, { steps: [classified, assignedTo(tom), promise] })).case.id;
};

async function sweepAt(instant: string): Promise<number> {
  council.clock.moveTo(instant);
  const { given } = await sweepClocks(council.process());
  await workOff(council);
  return given;
}

const noticesOf = async (caseId: string) => (await storedCase(council, caseId)).case.notices;
const nudgesOf = (person: { id: string }) =>
  council.chat.seenBy(person.id).filter(({ kind }) => kind === "nudge");

describe("the sweep", () => {
  it("tells the officer when an answer is due soon, and the head of service too once it is overdue", async () => {
    const caseId = await storeWaitingCase();
    expect(await sweepAt("2026-11-19T09:00:00Z")).toBe(0);
    expect(await sweepAt("2026-11-20T09:00:00Z")).toBe(1);
    expect([nudgesOf(tom).length, nudgesOf(helen).length]).toEqual([1, 0]);
    expect(await sweepAt("2026-11-24T09:00:00Z")).toBe(0);
    expect(await sweepAt("2026-11-25T09:00:00Z")).toBe(1);
    expect([nudgesOf(tom).length, nudgesOf(helen).length]).toEqual([2, 1]);
    expect(await noticesOf(caseId)).toHaveLength(2);
    await expectQuiet(council);
  });

  it("gives nothing twice, however often and by however many it is done", async () => {
    await storeWaitingCase();
    council.clock.moveTo("2026-11-20T09:00:00Z");
    await Promise.all([
      sweepClocks(council.process()),
      sweepClocks(council.process()),
      sweepClocks(council.process()),
    ]);
    await workOff(council);
    expect(await sweepAt("2026-11-20T09:05:00Z")).toBe(0);
    expect(nudgesOf(tom)).toHaveLength(1);
    await expectQuiet(council);
  });

  it("leaves people alone outside working hours and on days off", async () => {
    await storeWaitingCase();
    expect(await sweepAt("2026-11-20T07:59:00Z")).toBe(0);
    expect(await sweepAt("2026-11-20T18:00:00Z")).toBe(0);
    // A Saturday.
    expect(await sweepAt("2026-11-21T10:00:00Z")).toBe(0);
    expect(council.chat.cards).toEqual([]);
  });

  it("catches up after an outage with one notice for each date, the one that matters", async () => {
    const caseId = await storeWaitingCase();
    expect(await sweepAt("2026-11-27T09:00:00Z")).toBe(1);
    expect(await noticesOf(caseId)).toMatchObject([{ notice: "overdue" }]);
    expect(nudgesOf(tom)).toHaveLength(1);
    await expectQuiet(council);
  });

  it("finds what fell due before it ran for the first time", async () => {
    await council.storage.empty();
    const caseId = await storeWaitingCase();
    expect(await sweepAt("2026-11-25T09:00:00Z")).toBe(1);
    expect(await noticesOf(caseId)).toMatchObject([{ notice: "overdue" }]);
  });

  it("tells of every other case when one cannot be read, and comes back to that one", async () => {
    const [broken, sound] = [await storeWaitingCase(), await storeWaitingCase()];
    const { tables } = council.storage;
    const state = await tables.cases.find(broken, "state");
    const { case: theCase } = await storedCase(council, broken);
    const policy = { id: "no-such-policy", version: "1" };
    await tables.cases.put({
      partitionKey: broken,
      rowKey: "state",
      ...longJson({ ...theCase, policy }),
    });
    expect(await sweepAt("2026-11-20T09:00:00Z")).toBe(1);
    expect(await noticesOf(sound)).toHaveLength(1);
    expect(council.log.some((line) => line.includes("case.not-swept"))).toBe(true);
    // Somebody mends it on another day.
    if (state !== undefined) await tables.cases.put(state);
    expect(await sweepAt("2026-11-23T09:00:00Z")).toBe(1);
    expect(await noticesOf(broken)).toHaveLength(1);
    await expectQuiet(council);
  });

  it("gives a due-soon notice late rather than never, and the overdue one on its own day", async () => {
    const caseId = await storeWaitingCase();
    expect(await sweepAt("2026-11-24T09:00:00Z")).toBe(1);
    expect(await noticesOf(caseId)).toMatchObject([{ notice: "due-soon" }]);
    expect(await sweepAt("2026-11-25T09:00:00Z")).toBe(1);
    expect(await noticesOf(caseId)).toMatchObject([{ notice: "due-soon" }, { notice: "overdue" }]);
    await expectQuiet(council);
  });

  it("reminds whoever sees to a remedy, tells the officer once it is late, and at last the team", async () => {
    const caseId = await storePromise({ owner: lee.id, partner: "" });
    const reminded = (person: { id: string }) =>
      council.chat.seenBy(person.id).filter(({ kind }) => kind === "reminder").length;
    const all = () => [reminded(lee), reminded(tom), reminded(priya)];
    await Promise.all([sweepAt("2026-11-12T09:00:00Z"), sweepAt("2026-11-12T09:00:00Z")]);
    expect(all(), "two days before, by however many it is swept").toEqual([1, 0, 0]);
    expect(await sweepAt("2026-11-14T09:00:00Z"), "a Saturday").toBe(0);
    expect(await sweepAt("2026-11-16T09:00:00Z")).toBe(1);
    expect(all(), "on the day").toEqual([2, 0, 0]);
    expect(await sweepAt("2026-11-17T09:00:00Z")).toBe(1);
    expect(await sweepAt("2026-11-17T15:00:00Z")).toBe(0);
    expect(all(), "once it is late").toEqual([3, 1, 0]);
    expect(await sweepAt("2026-11-19T09:00:00Z")).toBe(1);
    expect(all(), "and escalated").toEqual([4, 2, 1]);
    expect((await storedCase(council, caseId)).case.reminders).toMatchObject([
      { about: "remedy", entry: "1", step: "escalated", due: "2026-11-16" },
    ]);
    await expectQuiet(council);
  });

  it("reminds the officer once to ask how the answer was, also of a closed case, and not what was asked already", async () => {
    const asked = () =>
      council.chat
        .seenBy(tom.id)
        .flatMap((card) => (card.kind === "reminder" && card.about === "check-in" ? [card] : []));
    const act = async (caseId: string, action: CaseAction) => {
      const done = await createDesk(council.process()).act(tom, caseId, press(action));
      expect(done.ok).toBe(true);
    };
    const [silent, spoken] = [
      (await answeredWithRemedy(council)).case.id,
      (await answeredWithRemedy(council)).case.id,
    ];
    await act(silent, { type: "close", outcome: "upheld", reason: "Answered." });
    await act(spoken, {
      ...({ type: "record-check-in", how: "phone", on: "2026-11-10", met: "yes" } as const),
      said: "All is well.",
    });
    await sweepAt("2026-11-23T09:00:00Z");
    expect(asked()).toEqual([]);
    await sweepAt("2026-11-24T09:00:00Z");
    await sweepAt("2026-11-25T09:00:00Z");
    await sweepAt("2026-12-09T09:00:00Z");
    expect(asked()).toMatchObject([
      { caseId: silent, what: expect.stringContaining("our answer of Tue 10 Nov") as string },
    ]);
    await expectQuiet(council);
  });

  it("tells the officer of what somebody at a partner sees to, by e-mail when chat does not reach them", async () => {
    await storePromise({ partner: "Ann Lowe, Wexcombe Homes" });
    council.chat.unreachable.add(tom.id);
    expect(await sweepAt("2026-11-12T09:00:00Z")).toBe(1);
    expect(council.chat.cards).toEqual([]);
    const told = (await council.mailbox.list(estate.mailbox, "sentitems")).map(
      ({ toRecipients }) => toRecipients,
    );
    expect(JSON.stringify(told)).toContain(tom.mail);
    await expectQuiet(council);
  });
});
