import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseAction } from "#api/contract/case-action.ts";
import type { PageQuery, QueueName } from "#api/contract/case-list.ts";
import { listedCase } from "#api/domain/case/listed-case.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { actOnCase } from "#api/services/acting/act-on-case.ts";
import { createDesk } from "#api/services/create-desk.ts";
import { drainCase } from "#api/services/effects/drain-case.ts";
import { listCases } from "#api/services/lists/list-cases.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import { renewLists } from "#api/services/lists/renew-lists.ts";
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
    const { gate, reached, letGo } = holding("views.transact");
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
      await expect(
        act(council.process(diesBefore("views.transact")), caseId, note),
      ).rejects.toThrow("died");
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
      const listed = { ...line, caseId: reference(n) };
      await ports.views.change(
        keys.map((partition) => ({ key: { partition, row }, listed })),
        [],
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

describe("a list as somebody asks for it", () => {
  const tom = personCalled("Tom Okafor");
  const ewa = personCalled("Ewa Kowalska");
  const toRevenues = {
    ...classified,
    command: { type: "classify", caseType: "complaint", service: "revenues", reason: "" },
  } as const;

  /** Three of Tom's of one day after the other, the first of them closed, and one of Ewa's. */
  async function store(): Promise<Record<"first" | "second" | "third" | "ewas", string>> {
    const open = async (day: string, officer = tom) => {
      council.clock.moveTo(`2026-11-${day}T10:00:00.000Z`);
      const routed = officer === tom ? classified : toRevenues;
      return (await storeCase(council, { steps: [routed, assignedTo(officer)] })).case.id;
    };
    const first = await open("11");
    const second = await open("12");
    const third = await open("13");
    const ewas = await open("16", ewa);
    const flag = { type: "raise-flag", flag: "vulnerability", words: "He cannot read." } as const;
    expect(await act(council.process(), second, flag)).toMatchObject({ ok: true });
    const close = { type: "withdraw", reason: "She rang." } as const;
    expect(await act(council.process(), first, close)).toMatchObject({ ok: true });
    await workOff(council);
    return { first, second, third, ewas };
  }

  const listed = async (queue: QueueName, asked: PageQuery = {}, person = priya) => {
    const page = await createDesk(council.process()).list(person, queue, asked);
    if (!page.ok) throw new Error(page.error.message);
    return page.value.rows.map(({ caseId }) => caseId);
  };

  it("stands in every order, and holds only what it is narrowed to", async () => {
    const { first, second, third, ewas } = await store();
    await expectQuiet(council);
    expect(await listed("all-cases")).toEqual([ewas, third, second, first]);
    expect(await listed("all-cases", { sort: "oldest" })).toEqual([first, second, third, ewas]);
    expect(await listed("all-cases", { sort: "due" })).toEqual([second, third, ewas]);
    expect(await listed("all-cases", { sort: "service" })).toEqual([ewas, third, second, first]);
    expect(await listed("my-cases", { sort: "newest" }, tom)).toEqual([third, second]);
    expect(await listed("all-cases", { service: "waste" })).toEqual([third, second, first]);
    expect(await listed("all-cases", { service: "waste", status: "closed" })).toEqual([first]);
    expect(await listed("all-cases", { officer: ewa.id, sort: "oldest" })).toEqual([ewas]);
    expect(await listed("all-cases", { flag: "vulnerability", stage: "1" })).toEqual([second]);
    council.clock.moveTo("2026-11-26T10:00:00.000Z");
    expect(await listed("all-cases", { clock: "due-today" })).toEqual([second]);
    council.clock.moveTo("2026-11-27T10:00:00.000Z");
    expect(await listed("my-cases", { clock: "overdue" }, tom)).toEqual([second]);
    expect(await listed("my-cases", { clock: "due-soon" }, tom)).toEqual([]);
  });

  it("is counted, and says what it can be narrowed and ordered by", async () => {
    await store();
    council.clock.moveTo("2026-11-26T10:00:00.000Z");
    const summary = await createDesk(council.process()).summary(priya, "all-cases");
    expect(summary).toMatchObject({
      ok: true,
      value: {
        open: 3,
        more: false,
        pressing: [
          { words: "overdue", count: 0 },
          { words: "due today", count: 1 },
          { words: "due soon", count: 2 },
        ],
        filters: [
          {
            title: "Service",
            options: [
              { words: "Revenues and Benefits", count: 1 },
              { words: "Waste and Street Scene", count: 2 },
            ],
          },
          { title: "Officer", options: [{ words: "Ewa Kowalska" }, { words: "Tom Okafor" }] },
          { title: "Marked", options: [{ value: "vulnerability", words: "Vulnerable", count: 1 }] },
        ],
      },
    });
  });

  it("is kept under a name, twenty of them and no list that is not theirs", async () => {
    const desk = createDesk(council.process());
    const save = (name: string, queue: QueueName = "my-cases") =>
      desk.changeSavedLists(tom, { save: { name, queue, view: { clock: "overdue" } } });
    for (let n = 1; n <= 20; n += 1) expect(await save(`List ${n}`)).toMatchObject({ ok: true });
    expect(await save("One more")).toMatchObject({ ok: false });
    expect(await save("list 7")).toMatchObject({ ok: true });
    expect(await save("All", "all-cases")).toMatchObject({ ok: false });
    await desk.changeSavedLists(tom, { forget: { queue: "my-cases", name: "List 20" } });
    const { saved } = await desk.savedLists(tom);
    expect(saved).toHaveLength(19);
    expect(saved.at(-1)).toEqual({ name: "list 7", queue: "my-cases", view: { clock: "overdue" } });
    expect(await desk.savedLists(priya)).toEqual({ saved: [] });
  });

  it("holds cases again that were filed before lists had more than one order", async () => {
    const { first, second, third, ewas } = await store();
    const ports = council.process();
    const stored = await ports.cases.find(second);
    const rows = stored?.projection.rows ?? [];
    const known = rows.filter(({ row }) => /^\d/.test(row) && !/^[\da-f]{16}_/.test(row));
    if (stored === undefined) throw new Error("Not stored.");
    await ports.views.change(
      [],
      rows.filter((key) => !known.includes(key)),
    );
    await ports.cases.noteProjection(second, { ...stored.projection, rows: known });
    expect(await listed("all-cases", { sort: "oldest" })).toEqual([first, third, ewas]);
    while ((await renewLists(council.process())).renewed > 0);
    expect(await listed("all-cases", { sort: "oldest" })).toEqual([first, second, third, ewas]);
    await expectQuiet(council);
  });
});

describe("finding a case", () => {
  const tom = personCalled("Tom Okafor");
  const rhys = personCalled("Rhys Evans");

  const found = async (person: Person, text: string) => {
    const answer = await createDesk(council.process()).find(person, text);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value.cases.map(({ caseId }) => caseId);
  };

  it("finds it as it is typed, for those who may see it and for nobody else", async () => {
    const { id } = (await storeCase(council, { steps: [classified, assignedTo(tom)] })).case;
    for (const text of [id, id.slice(4, 7), "whitf", "whitfield joan", "joan.whit"]) {
      expect(await found(priya, text)).toEqual([id]);
      expect(await found(tom, text)).toEqual([id]);
      expect(await found(rhys, text)).toEqual([]);
    }
    const sam = personCalled("Sam Doyle");
    expect(await found(sam, id)).toEqual([]);
    expect(await found(priya, "whitfielder")).toEqual([]);
  });

  it("hides a case from everybody it does not let in with the press that restricts it", async () => {
    const { id } = (await storeCase(council, { steps: [classified, assignedTo(tom)] })).case;
    const grace = personCalled("Grace Bello");
    expect(await found(grace, "whitfield")).toEqual([id]);
    const restrict: CaseAction = {
      type: "restrict-access",
      members: [priya.id],
      reason: "It is about a colleague.",
    };
    expect(await act(council.process(), id, restrict)).toMatchObject({ ok: true });
    for (const text of ["whitfield", id]) {
      expect(await found(grace, text)).toEqual([]);
      expect(await found(priya, text)).toEqual([id]);
    }
  });
});
