import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseAction } from "#api/contract/case-action.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { actOnCase } from "#api/services/act-on-case.ts";
import { listCases } from "#api/services/list-cases.ts";
import { openCase } from "#api/services/open-case.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import { sweepClocks } from "#api/services/sweep-clocks.ts";
import { estate } from "#local/estate.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import { arrives, hashOf, joan, received } from "#tests/support/joan.ts";
import { storeManyCases } from "#tests/support/many-cases.ts";
import { press } from "#tests/support/person-at-work.ts";
import { assignedTo, classified, storeCase, submittedCase } from "#tests/support/stored-case.ts";
import { perform, workOff } from "#tests/support/worker.ts";

/** Budgets of the design: storage requests and Graph requests, whatever is stored. */
const budget = { mailStorage: 20, mailGraph: 6, openQueries: 2 };
const priya = personCalled("Priya Nair");
const tom = personCalled("Tom Okafor");
const helen = personCalled("Helen Marsh");

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());

/** A process that has been at work for a moment: it has the directory and a token at hand. */
async function warmProcess(): Promise<Ports> {
  const ports = council.process();
  await ports.directory.services();
  await ports.mailbox.findMarked(estate.mailbox, "nothing");
  return ports;
}

type Cost = {
  readonly storage: string[];
  readonly graph: string[];
  readonly queue: number;
  /** Leases of a slot for Graph: by the time that goes by, and not by the work that is done. */
  readonly leases: number;
};

/** What a piece of work asks of storage, of Graph, and how many messages it queues. */
async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const queued = council.queue.sent.length;
  let graph: string[] = [];
  const storage = await council.storage.requestsOf(async () => {
    graph = await council.microsoft.requestsOf(work);
  });
  const isLease = (request: string): boolean => request.startsWith("PUT /leases/");
  return {
    storage: storage.filter((request) => !isLease(request)),
    graph,
    queue: council.queue.sent.length - queued,
    leases: storage.filter(isLease).length,
  };
}

function tell(what: string, { storage, graph, queue }: Cost): void {
  const all = storage.length + queue;
  process.stdout.write(`${what}: ${all} storage requests, ${graph.length} to Graph\n`);
}

/** One mail from its queue message to fresh lists, with everything else out of the way. */
async function costOfOneMail(): Promise<{ mail: Cost; late: Cost }> {
  const ports = await warmProcess();
  await perform(ports, { queue: "sync", mailbox: estate.mailbox });
  await workOff(council, ports);
  await arrives(council);
  await perform(ports, { queue: "sync", mailbox: estate.mailbox });
  const message = council.queue.receive();
  if (message === undefined) throw new Error("The mail was not queued.");
  const mail = await costOf(() => perform(ports, message.work));
  council.queue.done(message);
  expect(received(council)).toHaveLength(1);
  const { cases } = await ports.views.list("queue:triage", { limit: 50 });
  expect(cases.some(({ subject }) => subject === joan.subject)).toBe(true);
  const late = await costOf(() => workOff(council, ports));
  // The message that brought the mail here is part of what the mail costs.
  return { mail: { ...mail, queue: mail.queue + 1 }, late };
}

describe("a new mail", () => {
  it("is logged, acknowledged and listed within the budget", async () => {
    const { mail, late } = await costOfOneMail();
    tell("A new mail, acknowledged, in every list", mail);
    tell("The look half a minute later whether anything was left", late);
    expect(mail.storage.length + mail.queue).toBeLessThanOrEqual(budget.mailStorage);
    expect(mail.graph.length).toBeLessThanOrEqual(budget.mailGraph);
    expect(late.storage.length + late.queue).toBeLessThanOrEqual(2);
    expect(late.graph).toEqual([]);
    // A process that has just asked Graph has a slot already, and a mail needs no second one.
    expect(mail.leases).toBeLessThanOrEqual(1);
  });

  it("costs the same with 2,000 cases as with ten", { timeout: 180_000 }, async () => {
    await storeManyCases(council, 10);
    const few = await costOfOneMail();
    await council.begin();
    await storeManyCases(council, 2000);
    const many = await costOfOneMail();
    tell("A new mail among 2,000 cases", many.mail);
    expect(many.mail.storage.map(methodAndTable)).toEqual(few.mail.storage.map(methodAndTable));
    expect(many.mail.graph).toHaveLength(few.mail.graph.length);

    await pageOfMany();
  });
});

/** A list of 2,000: one question, one row more than is shown. */
async function pageOfMany(): Promise<void> {
  const ports = await warmProcess();
  const cost = await costOf(async () => {
    const page = await listCases(ports, priya, { queue: "all-cases" });
    expect(page).toMatchObject({ ok: true, value: { rows: { length: 50 } } });
  });
  tell("A page of a list", cost);
  expect(cost.storage).toHaveLength(1);
  expect(cost.storage[0]).toContain("$top=51&");
}

function methodAndTable(request: string): string {
  return /^\w+ \/[\w$]+/.exec(request)?.[0] ?? request;
}

describe("a person's work", () => {
  it("opens a case with one query", async () => {
    const { case: theCase } = await submittedCase(council);
    const ports = await warmProcess();
    const cost = await costOf(async () => {
      expect(await openCase(ports, helen, theCase.id)).toMatchObject({ ok: true });
    });
    tell("Opening a case", cost);
    const queries = cost.storage.filter((request) => request.startsWith("GET /cases"));
    expect(queries.length).toBeLessThanOrEqual(budget.openQueries);
    const texts = cost.storage.filter((request) => request.startsWith("GET /texts"));
    expect([...queries, ...texts]).toHaveLength(cost.storage.length);
  });

  it("acts on a case at a constant cost and without waiting for Graph", async () => {
    const { case: theCase } = await submittedCase(council);
    const ports = await warmProcess();
    const act = (person: Person, action: CaseAction) =>
      costOf(async () => {
        const asked = { caseId: theCase.id, request: press(action) };
        expect(await actOnCase(ports, person, asked)).toMatchObject({ ok: true });
      });
    const first = await act(priya, { type: "add-note", text: "Rang the depot." });
    for (const text of ["Two", "Three", "Four"]) await act(priya, { type: "add-note", text });
    const fifth = await act(priya, { type: "add-note", text: "Five" });
    const approval = await act(helen, { type: "approve", text: hashOf(joan.letter) });
    tell("Adding a note", first);
    tell("Approving a letter", approval);
    expect(fifth.storage.map(methodAndTable)).toEqual(first.storage.map(methodAndTable));
    expect([...first.graph, ...fifth.graph, ...approval.graph]).toEqual([]);
    expect(approval.storage.length + approval.queue).toBeLessThanOrEqual(14);
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
      const ports = await warmProcess();
      let given = 0;
      const cost = await costOf(async () => {
        ({ given } = await sweepClocks(ports));
      });
      tell(`Sweeping a day with ${due} notices`, cost);
      expect(given).toBe(due);
      const read = cost.storage.filter((request) => /^GET \/views.*'due:/.test(request));
      // The day that was swept last, and today: one question each, and nothing read beyond them.
      expect(read.map((request) => /'(due:[^']*)'/.exec(request)?.[1])).toEqual([
        "due:2026-11-19",
        "due:2026-11-20",
      ]);
      const again = await costOf(() => sweepClocks(ports));
      tell("Sweeping again five minutes later", again);
      // Whether each of the complaints team was told today is looked up one by one.
      const team = await ports.directory.peopleWith("complaints-officer");
      expect(again.storage.length).toBeLessThanOrEqual(3 + team.length);
    },
  );
});
