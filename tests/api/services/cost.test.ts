import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseAction } from "#api/contract/case-action.ts";
import { mostAcknowledgementsADay } from "#api/domain/mail/acknowledging.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { actOnCase } from "#api/services/acting/act-on-case.ts";
import { officersLoad } from "#api/services/case-page/officers-load.ts";
import { openCase } from "#api/services/case-page/open-case.ts";
import { otherCases } from "#api/services/case-page/other-cases.ts";
import { syncMailboxes } from "#api/services/mailbox/sync-mailbox.ts";
import { findPartitions } from "#api/services/lists/pages.ts";
import { recountDates } from "#api/services/calendar/recount-dates.ts";
import { sweepClocks } from "#api/services/telling/sweep-clocks.ts";
import { costOf, isHandover, queriesOf, warmProcess, type Cost } from "#tests/support/cost.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import { countWork, proofsOf } from "#tests/support/counted-work.ts";
import { arrives, hashOf, joan, received } from "#tests/support/joan.ts";
import { costOfMailsOfADay } from "#tests/support/mail-life.ts";
import { storeManyCases } from "#tests/support/many-cases.ts";
import { press } from "#tests/support/person-at-work.ts";
import { assignedTo, classified, storeCase, submittedCase } from "#tests/support/stored-case.ts";

const priya = personCalled("Priya Nair");
const tom = personCalled("Tom Okafor");
const helen = personCalled("Helen Marsh");

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());

/** Prints what was counted, for whoever reads along. */
function tell(what: string, { storage, graph }: Cost): void {
  const asked = storage.filter((request) => !isHandover(request));
  process.stdout.write(`${what}: ${asked.length} storage requests, ${graph.length} to Graph\n`);
}

const waysOf = ({ storage }: Cost): string[] =>
  storage.map(({ asked }) => /^\w+ \/[\w$]+/.exec(asked)?.[0] ?? asked);

describe("work of every day", () => {
  it(
    "keeps to its budget and costs the same with 300 cases as with sixty",
    { timeout: 180_000 },
    async () => {
      const among = async (stored: number) => {
        await council.begin();
        await storeManyCases(council, stored);
        return countWork(council);
      };
      const [few, many] = [await among(60), await among(300)];
      for (const { work, withMany, withFew, isWithinBudget } of proofsOf(few, many)) {
        const { storageTransactions, rowsRead, graphCalls } = withMany;
        process.stdout.write(
          `${work}: ${storageTransactions} storage requests, ${rowsRead} rows, ${graphCalls} to Graph\n`,
        );
        expect(withMany, work).toEqual(withFew);
        expect(isWithinBudget, `${work} is within its budget`).toBe(true);
      }
    },
  );
});

describe("the mails of one sender on a day", () => {
  it("keep to the budget each, acknowledged or held", { timeout: 180_000 }, async () => {
    const held = mostAcknowledgementsADay + 1;
    const costs = await costOfMailsOfADay(council, held);
    const asked = costs.map(
      ({ storage }) => storage.filter((request) => !isHandover(request)).length,
    );
    process.stdout.write(`Mails of one sender on a day: ${asked.join(", ")} storage requests\n`);
    expect(received(council)).toHaveLength(mostAcknowledgementsADay);
    expect(asked[0]).toBeLessThanOrEqual(18);
    // One that finds its place taken looks once which are free.
    expect(Math.max(...asked)).toBeLessThanOrEqual(20);
    expect(asked.at(-1), "held back").toBeLessThan(asked[0] ?? 0);
    expect(costs.map(({ graph }) => graph.length)).toEqual([4, 4, 4, 4, 4, 2]);
  });
});

describe("the look that the clock takes every five minutes", () => {
  it("costs the same over a quiet mailbox, however much lies in its inbox", async () => {
    const ports = await warmProcess(council);
    const look = () => costOf(council, () => syncMailboxes(ports));
    await look();
    const quiet = await look();
    for (const n of [1, 2, 3, 4, 5]) await arrives(council, { subject: `Matter ${n}` });
    await syncMailboxes(ports);
    await council.storage.queues.intake.clearMessages();
    const full = await look();
    tell("A look over two quiet mailboxes", quiet);
    for (const cost of [quiet, full]) {
      // The delta, all folders, and what was deleted for good; two rows are read and written.
      expect(cost.graph).toHaveLength(2 * 3);
      expect(cost.storage).toHaveLength(2 * 4);
    }
  });
});

describe("a person's work", () => {
  it("opens a case with one query", async () => {
    const { case: theCase } = await submittedCase(council);
    const ports = await warmProcess(council);
    const cost = await costOf(council, async () => {
      expect(await openCase(ports, helen, theCase.id)).toMatchObject({ ok: true });
    });
    tell("Opening a case", cost);
    expect(queriesOf(cost)).toHaveLength(1);
    const texts = cost.storage.filter(({ asked }) => asked.startsWith("GET /texts"));
    expect(texts).toHaveLength(cost.storage.length - 1);
  });

  it("asks what else the same person brought at the same cost with 14 cases as with 18", async () => {
    let stored = 0;
    const withCases = async (count: number) => {
      for (; stored < count; stored += 1) await storeCase(council);
      const { case: theCase } = await storeCase(council);
      stored += 1;
      const ports = await warmProcess(council);
      return costOf(council, async () => {
        const found = await otherCases(ports, priya, theCase.id);
        expect(found).toMatchObject({ ok: true, value: { more: true } });
      });
    };
    const [few, many] = [await withCases(14), await withCases(18)];
    tell("Looking for other cases", many);
    expect(few.storage).toHaveLength(many.storage.length);
    // The case; its e-mail address in each of the lists she searches; and twelve that are looked up.
    expect(queriesOf(many).filter(({ asked }) => asked.includes("/views"))).toHaveLength(
      findPartitions(priya).length,
    );
    expect(queriesOf(many).length).toBeLessThanOrEqual(1 + findPartitions(priya).length + 12);
  });

  it("asks how much each officer has once of each of their lists, however much that is", async () => {
    const { case: theCase } = await storeCase(council, { steps: [classified] });
    const asked = async () => {
      const ports = await warmProcess(council);
      return costOf(council, async () => {
        const found = await officersLoad(ports, priya, { caseId: theCase.id, service: "" });
        expect(found).toMatchObject({ ok: true });
      });
    };
    const idle = await asked();
    for (let n = 0; n < 3; n += 1) {
      await storeCase(council, { steps: [classified, assignedTo(tom)] });
    }
    const busy = await asked();
    tell("Looking how much each officer has", busy);
    expect(queriesOf(busy)).toHaveLength(queriesOf(idle).length);
    const lists = queriesOf(busy).flatMap(
      ({ asked: query }) => /'([^']*officer:[^']*)'/.exec(query)?.[1] ?? [],
    );
    expect(new Set(lists).size).toBe(lists.length);
    expect(queriesOf(busy).length).toBeLessThanOrEqual(1 + lists.length);
    expect(lists.length).toBeLessThanOrEqual(30);
  });

  it("acts on a case at a constant cost and without waiting for Graph", async () => {
    const { case: theCase } = await submittedCase(council);
    const ports = await warmProcess(council);
    const act = (person: Person, action: CaseAction) =>
      costOf(council, async () => {
        const asked = { caseId: theCase.id, request: press(action) };
        expect(await actOnCase(ports, person, asked)).toMatchObject({ ok: true });
      });
    const first = await act(priya, { type: "add-note", text: "Rang the depot." });
    for (const text of ["Two", "Three", "Four"]) await act(priya, { type: "add-note", text });
    const fifth = await act(priya, { type: "add-note", text: "Five" });
    const approval = await act(helen, { type: "approve", text: hashOf(joan.letter) });
    tell("Adding a note", first);
    expect(waysOf(fifth)).toEqual(waysOf(first));
    expect([...first.graph, ...fifth.graph, ...approval.graph]).toEqual([]);
  });
});

describe("the sweep", () => {
  it(
    "reads of each day's list no more rows than are due, plus one",
    { timeout: 120_000 },
    async () => {
      const due = 3;
      for (let n = 0; n < due; n += 1)
        await storeCase(council, { steps: [classified, assignedTo(tom)] });
      council.clock.moveTo("2026-11-16T09:00:00Z");
      for (let n = 0; n < due; n += 1)
        await storeCase(council, { steps: [classified, assignedTo(tom)] });
      council.clock.moveTo("2026-11-19T09:00:00Z");
      await sweepClocks(council.process());
      council.clock.moveTo("2026-11-20T09:00:00Z");
      const ports = await warmProcess(council);
      let given = 0;
      const cost = await costOf(council, async () => {
        ({ given } = await sweepClocks(ports));
      });
      tell(`Sweeping a day with ${due} notices`, cost);
      expect(given).toBe(due);
      const read = cost.storage.flatMap(
        ({ asked }) => /^GET \/views.*'(due:[^']*)'/.exec(asked)?.[1] ?? [],
      );
      // The day that was swept last, and today: one question each, and nothing read beyond them.
      expect(read).toEqual(["due:2026-11-19", "due:2026-11-20"]);
      const again = await costOf(council, () => sweepClocks(ports));
      tell("Sweeping again five minutes later", again);
      // Whether each of the complaints team was told today is looked up one by one.
      const team = await ports.directory.peopleWith("complaints-officer");
      expect(again.storage.length).toBeLessThanOrEqual(3 + team.length);
    },
  );
});

describe("a new bank holiday", () => {
  it("costs little for each open case, and one look-up where it moves nothing", async () => {
    const cases = 3;
    for (let n = 0; n < cases; n += 1) {
      await storeCase(council, { steps: [classified, assignedTo(tom)] });
    }
    const ports = await warmProcess(council);
    const ofCases = async (date: string) => {
      await ports.holidays.learn({ "england-and-wales": [{ date, name: "Day of Thanksgiving" }] });
      const cost = await costOf(council, () => recountDates(ports));
      tell(`Going through ${cases} cases after a new bank holiday`, cost);
      const lists = queriesOf(cost).filter(({ asked }) => asked.startsWith("GET /views"));
      const progress = cost.storage.filter(({ asked }) => /^\w+ \/sync/.test(asked));
      return cost.storage.length - lists.length - progress.length;
    };
    // Moved, and looked at once more in the round after.
    expect(await ofCases("2026-11-16")).toBeLessThanOrEqual(cases * 12);
    expect(await ofCases("2027-06-14")).toBeLessThanOrEqual(cases);
    expect((await costOf(council, () => recountDates(ports))).storage).toHaveLength(1);
  });
});
