import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LogComplaint } from "#api/contract/log-complaint.ts";
import { actOnCase } from "#api/services/act-on-case.ts";
import { logComplaint } from "#api/services/log-complaint.ts";
import { diesBeforeWrite, losesAnswerOfWrite } from "#tests/support/calls.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import { expectQuiet } from "#tests/support/expectations.ts";
import { harmEverywhere } from "#tests/support/harm.ts";
import { hashOf, joan, received } from "#tests/support/joan.ts";
import { insists, press } from "#tests/support/person-at-work.ts";
import { workOff } from "#tests/support/worker.ts";

const priya = personCalled("Priya Nair");
const [tom, helen] = [personCalled("Tom Okafor"), personCalled("Helen Marsh")];

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());

/** A complaint taken down by phone, from somebody who cannot be written to by mail. */
async function takenDown(actionId: string): Promise<string> {
  const outcome = await logComplaint(
    council.process(),
    priya,
    LogComplaint.parse({
      ...{ actionId, channel: "phone", complainant: { name: "Edith Marlow" } },
      ...{ subject: "Bin left in the road", words: "It is in my way every week." },
    }),
  );
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.caseId;
}

const stored = async (caseId: string) => (await council.process().cases.find(caseId))?.case;

describe("two cases that are linked", () => {
  it.each([
    ["is killed before any of its writes", diesBeforeWrite],
    ["loses the answer to any one write", losesAnswerOfWrite],
  ])("name each other once, whoever %s", { timeout: 300_000 }, async (_words, harm) => {
    const harmed = await harmEverywhere(council, harm, async (gate) => {
      const [caseId, other] = [await takenDown("call-000001"), await takenDown("call-000002")];
      const ports = council.process(gate);
      const link = { type: "link-case", other, kind: "follows", reason: "" } as const;
      const request = press(link);
      expect(await insists(council, ports, { person: priya, caseId, request })).toMatchObject({
        ok: true,
      });
      await workOff(council, ports);

      expect((await stored(caseId))?.links).toEqual([{ other, kind: "follows", reason: "" }]);
      expect((await stored(other))?.links).toEqual([
        { other: caseId, kind: "followed-by", reason: "" },
      ]);
      await expectQuiet(council);
    });
    expect(harmed).toBeGreaterThan(4);
  });

  it("cannot be linked to a case that does not exist", async () => {
    const caseId = await takenDown("call-000001");
    const link = { type: "link-case", other: "CMP-0000-00", kind: "related", reason: "" } as const;
    const refusal = await actOnCase(council.process(), priya, { caseId, request: press(link) });
    expect(refusal).toMatchObject({
      ok: false,
      error: { message: "There is no case CMP-0000-00. Check the reference." },
    });
  });
});

describe("the answer to somebody without an e-mail address", () => {
  it("waits for a person to post it, and is answered the day it left, with no mail sent", async () => {
    const caseId = await takenDown("call-000001");
    const acts = async (
      person: typeof priya,
      action: Parameters<typeof press>[0],
    ): Promise<void> => {
      const request = press(action);
      const answer = await actOnCase(council.process(), person, { caseId, request });
      expect(answer, action.type).toMatchObject({ ok: true });
      await workOff(council);
    };
    const today = council.clock.now().toISOString().slice(0, 10);
    const text = hashOf(joan.letter);
    await acts(priya, { type: "acknowledge", channel: "phone", on: today });
    await acts(priya, { type: "classify", caseType: "complaint", service: "waste", reason: "" });
    await acts(priya, { type: "assign", officer: tom.id });
    await acts(tom, { type: "save-draft", text: joan.letter });
    await acts(tom, { type: "submit", text });
    await acts(helen, { type: "approve", text });
    expect(await stored(caseId)).toMatchObject({
      status: "sending",
      sendingProblem: expect.stringContaining("Post the approved letter") as string,
    });
    await acts(tom, { type: "record-posting", channel: "letter", on: today });
    expect(await stored(caseId)).toMatchObject({
      status: "answered",
      stages: [{ acknowledgedAt: `${today}T12:00:00.000Z`, answeredAt: `${today}T12:00:00.000Z` }],
    });
    expect(received(council)).toEqual([]);
    await expectQuiet(council);
  });
});
