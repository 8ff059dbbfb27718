import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RequestHandler } from "express";
import type { CaseAction } from "#api/contract/case-action.ts";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { longJson } from "#api/adapters/tables/long-json.ts";
import { bankHolidayHealth } from "#api/services/assurance/bank-holiday-health.ts";
import { followBankHolidays } from "#api/services/calendar/follow-bank-holidays.ts";
import { openCase } from "#api/services/case-page/open-case.ts";
import { createDesk } from "#api/services/create-desk.ts";
import { listCases } from "#api/services/lists/list-cases.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import { sweepClocks } from "#api/services/telling/sweep-clocks.ts";
import { estate } from "#local/estate.ts";
import { openGovUk, type GovUk } from "#local/gov-uk/gov-uk.ts";
import { diesBeforeWrite, ProcessDied, type CallGate } from "#tests/support/calls.ts";
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
  const ports = await running();
  const { given } = await sweepClocks(ports);
  await workOff(council, ports);
  return given;
}

/** A process that has looked which days are off, as each does before its work. */
async function running(gate?: CallGate): Promise<Ports> {
  const ports = council.process(gate);
  await ports.holidays.lookAgain();
  return ports;
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

describe("a bank holiday proclaimed late", () => {
  const day = {
    region: "england-and-wales",
    date: "2026-11-16",
    name: "Day of Thanksgiving",
  } as const;
  let govUk: GovUk;

  beforeEach(() => {
    govUk = openGovUk();
    council.microsoft.govUk = govUk.router;
  });

  const follow = async (): Promise<void> => {
    const ports = await running();
    await followBankHolidays(ports);
    await workOff(council, ports);
  };
  const toChildren: Step = {
    actor: { kind: "person", person: priya },
    command: { type: "route", policy: "children-act-1989", reason: "It is about a child." },
  };
  const movedOn = async (caseId: string) =>
    ((await storedCase(council, caseId)).case.movedDates ?? []).map(({ clock, from, to }) => ({
      ...{ clock, from, to },
    }));
  const cardsOf = (person: { id: string }) =>
    council.chat.seenBy(person.id).filter((card) => card.kind === "dates-moved");

  it("moves what is open and says so once; lists, reminders and other processes follow", async () => {
    const [first, second] = [await storeWaitingCase(), await storeWaitingCase()];
    const inTriage = (await storeCase(council)).case.id;
    const child = (await storeCase(council, { steps: [toChildren, classified] })).case.id;
    const answered = (await answeredWithRemedy(council)).case.id;
    const withdrawn: Step = {
      actor: { kind: "person", person: priya },
      command: { type: "withdraw", reason: "She rang." },
    };
    const closed = (await storeCase(council, { steps: [classified, withdrawn] })).case.id;
    const untouched = [answered, closed].map((id) => storedCase(council, id));
    const before = (await Promise.all(untouched)).map(({ case: { version } }) => version);
    govUk.proclaim(day);
    council.clock.moveTo("2026-11-11T05:15:00Z");
    await follow();

    const late = { clock: "stage-1", from: "2026-11-24", to: "2026-11-25" };
    expect(await movedOn(first)).toEqual([late]);
    expect(await movedOn(second)).toEqual([late]);
    expect(await movedOn(inTriage)).toEqual([late]);
    expect(await movedOn(child)).not.toEqual([]);
    for (const [index, id] of [answered, closed].entries()) {
      expect((await storedCase(council, id)).case).toMatchObject({ version: before[index] });
    }
    const opened = await openCase(await running(), tom, first);
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.history.at(-1)).toMatchObject({
      who: "Redress",
      what: "moved a date because of a newly proclaimed bank holiday",
      text: expect.stringContaining(
        "Stage 1 response: now due on Wednesday 25 November 2026 instead of Tuesday 24 November 2026, because of Day of Thanksgiving on Monday 16 November 2026.",
      ) as string,
    });
    const why = opened.value.clocks.find(({ kind }) => kind === "response")?.why.join(" ");
    expect(why).toContain("Monday 16 November 2026 does not count: Day of Thanksgiving.");
    expect(why).toContain(
      "It was Tuesday 24 November 2026 until Wednesday 11 November 2026, and became Wednesday 25 November 2026 because of Day of Thanksgiving on Monday 16 November 2026.",
    );
    const listed = await listCases(await running(), tom, { queue: "my-cases" });
    const due = new Map(
      listed.ok ? listed.value.rows.map(({ caseId, clock }) => [caseId, clock.due]) : [],
    );
    expect([first, second].map((id) => due.get(id))).toEqual(["2026-11-25", "2026-11-25"]);

    expect(cardsOf(tom), "nobody is written to at five in the morning").toEqual([]);
    council.clock.moveTo("2026-11-11T09:03:15Z");
    await follow();
    expect(cardsOf(tom)).toMatchObject([
      { holidays: "Day of Thanksgiving on Monday 16 November 2026", more: 0 },
    ]);
    const [card] = cardsOf(tom);
    expect(card?.cases.map(({ caseId }) => caseId).toSorted()).toEqual([first, second].toSorted());

    await expectQuiet(council);

    const events = (await council.storage.rows("cases")).length;
    council.clock.moveTo("2026-11-12T09:03:15Z");
    await follow();
    expect(await council.storage.rows("cases")).toHaveLength(events);
    expect(cardsOf(tom)).toHaveLength(1);

    await sweepAt("2026-11-20T09:00:00Z");
    expect(nudgesOf(tom), "two working days before the old date").toEqual([]);
    await sweepAt("2026-11-23T09:00:00Z");
    expect(nudgesOf(tom)).toHaveLength(2);
    await expectQuiet(council);
  });

  it("is finished by others when the process that began is killed, each time a write later", async () => {
    const open = [await storeWaitingCase(), await storeWaitingCase(), await storeWaitingCase()];
    govUk.proclaim(day);
    council.clock.moveTo("2026-11-11T09:00:00Z");
    let killed = 0;
    for (let isDone = false; !isDone;) {
      const harmful = diesBeforeWrite(killed + 1);
      const ports = await running(harmful.gate);
      try {
        await followBankHolidays(ports);
      } catch (fault) {
        if (!(fault instanceof ProcessDied)) throw fault;
      }
      isDone = harmful.struck === undefined;
      if (!isDone) killed += 1;
      council.clock.advance(60);
    }
    expect(killed).toBeGreaterThan(5);
    await workOff(council, await running());
    for (const id of open) {
      expect(await movedOn(id)).toEqual([
        { clock: "stage-1", from: "2026-11-24", to: "2026-11-25" },
      ]);
    }
    // A card whose note was lost is posted again, and no more.
    expect([1, 2]).toContain(cardsOf(tom).length);
    expect(cardsOf(tom).at(-1)?.cases).toHaveLength(3);
    await expectQuiet(council);
  });

  it("changes nothing while GOV.UK cannot be read, and says so plainly", async () => {
    const caseId = await storeWaitingCase();
    const { version } = (await storedCase(council, caseId)).case;
    const answers: [RequestHandler, why: string][] = [
      [(_, response) => void response.status(503).end(), "GOV.UK answered 503."],
      [(request) => void request.socket.destroy(), "GOV.UK could not be reached"],
      [(_, response) => void response.send("<html>"), "What GOV.UK sent is no list."],
      [(_, response) => void response.send(" ".repeat(1_100_000)), "is far too long"],
      [(_, response) => void response.json({}), "not as GOV.UK publishes them"],
    ];
    for (const [answer, why] of answers) {
      council.microsoft.govUk = answer;
      council.clock.advance(3600);
      await follow();
      const ports = await running();
      expect(ports.calendar, why).toEqual({ ...shippedCalendar(), learnt: [] });
      expect((await storedCase(council, caseId)).case.version, why).toBe(version);
      expect(council.log.join("\n")).toContain(why);
      expect(await bankHolidayHealth(ports)).toMatchObject({
        standing: "watch",
        words: expect.stringMatching(`${why}.* Dates are counted with the days known`) as string,
      });
    }
    govUk.proclaim(day);
    council.microsoft.govUk = govUk.router;
    await follow();
    expect((await running()).calendar.learnt, "it is asked again after an hour").toEqual([]);
    council.clock.advance(3600);
    await follow();
    expect((await bankHolidayHealth(await running())).standing).toBe("well");
    expect(await movedOn(caseId)).toHaveLength(1);
  });

  it("is kept by every process for good, also when GOV.UK drops it: that is for a person to see", async () => {
    govUk.proclaim(day);
    await follow();
    const { region, date, name } = day;
    const another = { region, date: "2026-12-01", name: "Day of the Match" } as const;
    govUk.proclaim(another);
    govUk.withdraw(day);
    council.clock.moveTo("2026-11-11T10:00:00Z");
    await follow();
    const restarted = await running();
    expect(restarted.calendar[region].get(date)).toBe(name);
    expect(restarted.calendar[region].get(another.date)).toBe(another.name);
    expect(await bankHolidayHealth(await running())).toMatchObject({
      standing: "watch",
      words: expect.stringContaining(
        "GOV.UK no longer lists Day of Thanksgiving on Monday 16 November 2026 (England and Wales), and Redress still counts it",
      ) as string,
    });
    council.clock.moveTo("2026-11-17T09:00:00Z");
    expect((await bankHolidayHealth(await running())).standing, "once it is over").toBe("well");
  });

  it("reaches a process that runs already within the hour", async () => {
    const other = await running();
    govUk.proclaim(day);
    await follow();
    const knows = async () => {
      await other.holidays.lookAgain();
      return other.calendar[day.region].has(day.date);
    };
    expect(await knows()).toBe(false);
    council.clock.advance(3600);
    expect(await knows()).toBe(true);
  });

  it("that lies beyond the list is missed early enough", async () => {
    await follow();
    expect(await bankHolidayHealth(await running())).toMatchObject({
      standing: "well",
      words: expect.stringContaining("Known up to the end of 2028.") as string,
    });
    council.clock.moveTo("2028-01-04T09:00:00Z");
    expect(await bankHolidayHealth(await running())).toMatchObject({
      standing: "watch",
      words: expect.stringContaining("only known up to Sunday 31 December 2028") as string,
    });
  });
});
