import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseAction } from "#api/contract/case-action.ts";
import { actOnCase } from "#api/services/act-on-case.ts";
import { drainCase } from "#api/services/drain-case.ts";
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
