import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actOnCase } from "#api/services/acting/act-on-case.ts";
import { drainCase } from "#api/services/effects/drain-case.ts";
import { sweepClocks } from "#api/services/telling/sweep-clocks.ts";
import type { CallGate } from "#tests/support/calls.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import { expectNothingPersonal, expectQuiet, onlyCase } from "#tests/support/expectations.ts";
import { hashOf, joan, personalWords, received } from "#tests/support/joan.ts";
import { press } from "#tests/support/person-at-work.ts";
import {
  assignedTo,
  classified,
  draftedCase,
  storeCase,
  submittedCase,
} from "#tests/support/stored-case.ts";
import { workOff } from "#tests/support/worker.ts";

const tom = personCalled("Tom Okafor");
const helen = personCalled("Helen Marsh");
const text = hashOf(joan.letter);

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());
afterEach(() => expectNothingPersonal(council, personalWords));

const submit = async (): Promise<string> => {
  const caseId = (await draftedCase(council)).case.id;
  const request = press({ type: "submit", text });
  expect(await actOnCase(council.process(), tom, { caseId, request })).toMatchObject({ ok: true });
  return caseId;
};

/** Teams takes the next card and its answer is lost on the way. */
function losesAnswerOfPost(): CallGate {
  let lost = false;
  return async (call, run) => {
    const answer = await run();
    if (call.name !== "chat.post" || lost) return answer;
    lost = true;
    return { kind: "unknown" };
  };
}

describe("a question in chat", () => {
  it("is asked once when Teams throttles for a while", async () => {
    await submit();
    council.chat.throttled = 6;
    await workOff(council);
    expect(council.chat.seenBy(helen.id)).toMatchObject([{ kind: "approval-wanted", text }]);
    await expectQuiet(council);
  });

  it("is asked again when nobody knows whether it was asked", async () => {
    await submit();
    await workOff(council, council.process(losesAnswerOfPost()));
    expect(council.chat.seenBy(helen.id).length).toBeGreaterThanOrEqual(1);
    await expectQuiet(council);
  });

  it("is asked by e-mail, without a word of the case, of whoever has no chat", async () => {
    const caseId = await submit();
    council.chat.unreachable.add(helen.id);
    await workOff(council);
    const [mail, ...more] = received(council, helen.mail);
    expect(more).toEqual([]);
    expect(mail?.text).toContain(caseId);
    expect(mail?.text).not.toContain("Quay Street");
    expect(mail?.subject).not.toContain(joan.subject);
    await expectQuiet(council);
  });

  it("is not asked any more when it was decided while Teams was away", async () => {
    const caseId = await submit();
    council.chat.throttled = 3;
    await drainCase(council.process(), caseId);
    const request = press({ type: "approve", text });
    expect(await actOnCase(council.process(), helen, { caseId, request })).toMatchObject({
      ok: true,
    });
    await workOff(council);
    expect(council.chat.seenBy(helen.id)).toEqual([]);
    expect((await onlyCase(council)).case.status).toBe("answered");
    await expectQuiet(council);
  });

  it("turns into its receipt, however often Teams refuses to change the card", async () => {
    const caseId = await submit();
    await workOff(council);
    council.chat.throttled = 4;
    const request = press({ type: "approve", text });
    await actOnCase(council.process(), helen, { caseId, request });
    await workOff(council);
    expect(council.chat.seenBy(helen.id)).toMatchObject([
      { kind: "approval-receipt", decision: "approved", by: helen.name },
    ]);
    await expectQuiet(council);
  });

  it("stays a question when the receipt of an earlier return comes late", async () => {
    const caseId = await submit();
    await workOff(council);
    const act = (person: typeof tom, action: Parameters<typeof press>[0]) =>
      actOnCase(council.process(), person, { caseId, request: press(action) });
    // Teams is away when Helen returns the letter, and Tom submits it again as it is.
    council.chat.throttled = 1;
    await act(helen, { type: "return", text, comment: "Say when." });
    await drainCase(council.process(), caseId);
    expect(await act(tom, { type: "submit", text })).toMatchObject({ ok: true });
    await workOff(council);
    const cards = council.chat.seenBy(helen.id);
    expect(cards.at(-1)).toMatchObject({ kind: "approval-wanted", text });
    await act(helen, { type: "approve", text });
    await workOff(council);
    const kinds = new Set(council.chat.seenBy(helen.id).map(({ kind }) => kind));
    expect(kinds, "no card can be pressed any more").toEqual(new Set(["approval-receipt"]));
    await expectQuiet(council);
  });
});

describe("a nudge", () => {
  const sweepOnTheDay = async (gate?: CallGate): Promise<void> => {
    await storeCase(council, { steps: [classified, assignedTo(tom)] });
    await council.process().sync.set("swept-to", "2026-11-19");
    council.clock.moveTo("2026-11-20T09:00:00Z");
    await sweepClocks(council.process(gate));
    await workOff(council);
  };
  const nudge = { kind: "nudge", notice: "due-soon", reader: "handler" };

  it("comes once when Teams throttles for a while", async () => {
    council.chat.throttled = 5;
    await sweepOnTheDay();
    expect(council.chat.seenBy(tom.id)).toMatchObject([nudge]);
    await expectQuiet(council);
  });

  it("does not come twice when nobody knows whether it came", async () => {
    await sweepOnTheDay(losesAnswerOfPost());
    expect(council.chat.seenBy(tom.id)).toMatchObject([nudge]);
    await expectQuiet(council);
  });

  it("comes by e-mail to whoever has no chat, once", async () => {
    council.chat.unreachable.add(tom.id);
    await sweepOnTheDay();
    expect(council.chat.seenBy(tom.id)).toEqual([]);
    expect(received(council, tom.mail)).toHaveLength(1);
    await expectQuiet(council);
  });
});

describe("one person's broken chat", () => {
  it("keeps nobody else from being told, and the letter from leaving", async () => {
    const caseId = (await submittedCase(council)).case.id;
    const request = press({ type: "approve", text });
    await actOnCase(council.process(), helen, { caseId, request });
    council.chat.throttled = 2;
    await drainCase(council.process(), caseId);
    expect((await onlyCase(council)).case.status).toBe("answered");
    await workOff(council);
    expect(council.chat.seenBy(tom.id)).toMatchObject([{ kind: "response-sent" }]);
    await expectQuiet(council);
  });
});
