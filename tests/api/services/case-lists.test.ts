import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseAction } from "#api/contract/case-action.ts";
import { listedCase } from "#api/domain/case/listed-case.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { actOnCase } from "#api/services/act-on-case.ts";
import { drainCase } from "#api/services/drain-case.ts";
import { listCases } from "#api/services/list-cases.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import { diesBefore, diesBeforeWrite, holding } from "#tests/support/calls.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import { expectQuiet } from "#tests/support/expectations.ts";
import { harmEverywhere } from "#tests/support/harm.ts";
import { press } from "#tests/support/person-at-work.ts";
import { assignedTo, classified, storeCase } from "#tests/support/stored-case.ts";
import { workOff } from "#tests/support/worker.ts";

const priya = personCalled("Priya Nair");
const note = { type: "add-note", text: "Rang the depot." } as const;
const toHousing = {
  type: "classify",
  caseType: "complaint",
  service: "housing",
  reason: "",
} as const;

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());

const act = (ports: Ports, caseId: string, action: CaseAction) =>
  actOnCase(ports, priya, { caseId, request: press(action) });

describe("the lists of a case", () => {
  it("show its newest state when a slow writer of an older one comes last", async () => {
    const caseId = (await storeCase(council)).case.id;
    const { gate, reached, letGo } = holding("views.put");
    const slow = act(council.process(gate), caseId, note);
    await reached;
    expect(await act(council.process(), caseId, toHousing)).toMatchObject({ ok: true });
    letGo();
    expect(await slow).toMatchObject({ ok: true });
    await workOff(council);
    await expectQuiet(council);
  });

  it("show its newest state when two writers of it are at work at once", async () => {
    const caseId = (await storeCase(council)).case.id;
    await Promise.all([
      act(council.process(), caseId, note),
      act(council.process(), caseId, toHousing),
      drainCase(council.process(), caseId),
    ]);
    await workOff(council);
    await expectQuiet(council);
  });

  it("keep no line of a day that passed while their writers were dying", async () => {
    const tom = personCalled("Tom Okafor");
    const harmed = await harmEverywhere(council, diesBeforeWrite, async (gate) => {
      const caseId = (await storeCase(council, { steps: [classified, assignedTo(tom)] })).case.id;
      await expect(act(council.process(diesBefore("views.put")), caseId, note)).rejects.toThrow(
        "died",
      );
      // The notice of the 20th was not given in time: the case is owed it on whatever day it is.
      council.clock.moveTo("2026-11-23T09:00:00Z");
      await workOff(council, council.process(gate));
      council.clock.moveTo("2026-11-24T09:00:00Z");
      await drainCase(council.process(), caseId);
      await expectQuiet(council);
    });
    expect(harmed).toBeGreaterThan(3);
  });
});

describe("a list over several services", () => {
  const head: Person = {
    ...personCalled("Helen Marsh"),
    services: ["waste", "planning", "housing"],
    procedures: ["children"],
  };
  const partitions = [
    ...["service:waste", "service:planning", "service:housing"],
    ...[`member-open:${head.id}`, "restricted:children:service:waste"],
  ];
  const reference = (n: number) => `CMP-${String(n).padStart(4, "0")}-00`;
  const dayOf = (n: number) => `2026-12-${String(1 + Math.floor(n / 10)).padStart(2, "0")}`;

  /** So many cases, due one after the other, each in a list or two of these. */
  async function store(count: number): Promise<void> {
    const ports = council.process();
    const { case: model } = await storeCase(council);
    const line = listedCase(model, policyOf(model.policy.id), ports.calendar);
    for (let n = 0; n < count; n += 1) {
      const row = `${dayOf(n)}_${reference(n)}`;
      const own = partitions[n % 5] ?? "";
      const keys = n % 7 === 0 ? [own, partitions[(n + 1) % 5] ?? ""] : [own];
      await ports.views.put(
        keys.map((partition) => ({ partition, row })),
        { ...line, caseId: reference(n) },
      );
    }
  }

  it("is in one order, holds no case twice and loses none between its pages", async () => {
    await store(120);
    const ports = council.process();
    const pages: string[][] = [];
    let after: string | undefined;
    do {
      const asked = { queue: "team", ...(after === undefined ? {} : { after }) } as const;
      const page = await listCases(ports, head, asked);
      if (!page.ok) throw new Error(page.error.message);
      pages.push(page.value.rows.map(({ caseId }) => caseId));
      after = page.value.next;
    } while (after !== undefined);
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
    expect(pages.flat()).toEqual(Array.from({ length: 120 }, (_, n) => reference(n)));
  });

  it("asks once for each of its parts, and for no more than it shows", async () => {
    await store(60);
    const ports = council.process();
    await ports.directory.services();
    const asked = await council.storage.requestsOf(async () => {
      await listCases(ports, head, { queue: "team" });
    });
    // Three services and her restricted cases, and the same of the procedure she is a member of.
    expect(asked).toHaveLength(8);
    expect(asked.every((request) => request.includes("$top=51&"))).toBe(true);
  });
});
