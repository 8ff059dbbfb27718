import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { referenceFor } from "#api/domain/mail/case-reference.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { actOnCase } from "#api/services/acting/act-on-case.ts";
import { drainCase } from "#api/services/effects/drain-case.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import { takeInMail } from "#api/services/intake/take-in-mail.ts";
import { estate } from "#local/estate.ts";
import { diesBefore, holding, meetingAt, type CallGate } from "#tests/support/calls.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import {
  caseIds,
  expectNothingPersonal,
  expectQuiet,
  ledgerRows,
  onlyCase,
  storedCase,
} from "#tests/support/expectations.ts";
import {
  answers,
  arrives,
  hashOf,
  joan,
  lettersSaying,
  personalWords,
  readMail,
  received,
} from "#tests/support/joan.ts";
import { press } from "#tests/support/person-at-work.ts";
import { storeCase, submittedCase } from "#tests/support/stored-case.ts";
import { workOff } from "#tests/support/worker.ts";

const priya = personCalled("Priya Nair");
const helen = personCalled("Helen Marsh");

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());
afterEach(() => expectNothingPersonal(council, personalWords));

const sync = () => council.queue.syncMailbox(estate.mailbox);
const handleOf = ({ id }: { id: string }) => ({ mailbox: estate.mailbox, graphId: id });

async function expectOneCaseOfOneMail(): Promise<void> {
  const { case: theCase } = await onlyCase(council);
  expect(theCase.version).toBe(2);
  expect(received(council)).toHaveLength(1);
  expect(await ledgerRows(council)).toMatchObject([{ caseId: theCase.id }]);
  await expectQuiet(council);
}

describe("a mail", () => {
  it("that is queued five times makes one case", async () => {
    await arrives(council);
    await sync();
    council.queue.multiply(5);
    await workOff(council);
    await expectOneCaseOfOneMail();
  });

  it("that five workers take in at once makes one case", async () => {
    const mail = await arrives(council);
    const ports = Array.from({ length: 5 }, () => council.process());
    await Promise.allSettled(ports.map((one) => takeInMail(one, handleOf(mail))));
    await sync();
    await workOff(council);
    await expectOneCaseOfOneMail();
  });

  it(
    "makes one case in whatever order two workers come to their calls",
    { timeout: 180_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => {
          await council.begin();
          const mail = await arrives(council);
          const gate: CallGate = async (call, run) => {
            await scheduler.schedule(Promise.resolve(), call.name);
            return run();
          };
          const workers = [council.process(gate), council.process(gate)];
          const work = workers.map((ports) => takeInMail(ports, handleOf(mail)));
          await scheduler.waitFor(Promise.allSettled(work));
          await sync();
          await workOff(council);
          await expectOneCaseOfOneMail();
        }),
        { numRuns: 10 },
      );
    },
  );

  it("that lies in the mailbox twice under one Message-ID makes one case", async () => {
    await arrives(council, { id: "<twice@mail.example.com>" });
    await arrives(council, { id: "<twice@mail.example.com>" });
    await sync();
    await workOff(council);
    await expectOneCaseOfOneMail();
  });

  it("whose reference is another mail's gets the next one, at every attempt", async () => {
    const mail = await arrives(council);
    const { key } = await readMail(council, mail);
    const other = await arrives(council, { from: "Somebody Else <else@example.com>" });
    const foreign = await storeCase(council, { mail: other, caseId: referenceFor(key, 0) });
    await takeInMail(council.process(), handleOf(mail));
    await takeInMail(council.process(), handleOf(mail));
    await sync();
    council.queue.multiply(2);
    await workOff(council);
    expect((await caseIds(council)).toSorted()).toEqual(
      [referenceFor(key, 0), referenceFor(key, 1)].toSorted(),
    );
    expect((await storedCase(council, foreign.case.id)).case).toEqual(foreign.case);
    expect(received(council)).toHaveLength(1);
    expect(received(council)[0]?.text).toContain(referenceFor(key, 1));
    await expectQuiet(council);
  });

  it("whose reference another mail takes at that very moment gets the next one", async () => {
    const mail = await arrives(council);
    const { key } = await readMail(council, mail);
    const { gate, reached, letGo } = holding("cases.transact");
    await sync();
    const worker = workOff(council, council.process(gate));
    await reached;
    const other = await arrives(council, { from: "Somebody Else <else@example.com>" });
    await storeCase(council, { mail: other, caseId: referenceFor(key, 0) });
    letGo();
    await worker;
    const { case: theCase } = await storedCase(council, referenceFor(key, 1));
    expect(theCase).toMatchObject({ origin: key, version: 2 });
    await answers(council, received(council)[0] ?? mail);
    await sync();
    await workOff(council);
    expect((await storedCase(council, theCase.id)).case.version).toBe(3);
    await expectQuiet(council);
  });

  it("and its reply make one case, whichever is taken in first", async () => {
    const first = await arrives(council);
    const reply = await answers(council, first);
    await takeInMail(council.process(), handleOf(reply));
    await takeInMail(council.process(), handleOf(first));
    await sync();
    council.queue.reverse();
    await workOff(council);
    const { case: theCase } = await onlyCase(council);
    expect((await ledgerRows(council)).map(({ caseId }) => caseId)).toEqual([
      theCase.id,
      theCase.id,
    ]);
    expect(received(council)).toHaveLength(1);
    await expectQuiet(council);
  });
});

describe("two drains of one case", () => {
  it("leave its effect to a third when the one that took it dies", async () => {
    const mail = await arrives(council);
    const dying = () => council.process(diesBefore("mailbox.draftReply"));
    await expect(takeInMail(dying(), handleOf(mail))).rejects.toThrow("died");
    const { case: theCase } = await onlyCase(council);
    council.clock.advance(121);
    const { gate, reached, letGo } = holding("cases.replace");
    const loser = drainCase(council.process(gate), theCase.id);
    await reached;
    await expect(drainCase(dying(), theCase.id)).rejects.toThrow("died");
    expect(received(council)).toEqual([]);
    council.queue.clear();
    letGo();
    await loser;
    await workOff(council);
    expect(received(council)).toHaveLength(1);
    await expectQuiet(council);
  });
});

describe("two people", () => {
  const act = async (ports: Ports, person: Person, request: ReturnType<typeof press>) =>
    actOnCase(ports, person, { caseId: (await onlyCase(council)).case.id, request });
  const note = (text: string, id?: string) => press({ type: "add-note", text }, id);

  it("who write a note at the same moment both have it kept, one after the other", async () => {
    const { case: before } = await storeCase(council);
    const gate = meetingAt("cases.transact", 2);
    const outcomes = await Promise.all([
      act(council.process(gate), priya, note("Rang the depot.")),
      act(council.process(gate), priya, note("Wrote to the crew.")),
    ]);
    const versions = outcomes.map((outcome) => (outcome.ok ? outcome.value.version : 0));
    expect(versions.toSorted()).toEqual([before.version + 1, before.version + 2]);
    const history = await council.process().cases.findWithHistory(before.id);
    expect(history?.events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(history?.events.at(-1)).toMatchObject({ type: "note-added" });
    await workOff(council);
    await expectQuiet(council);
  });

  it("who approve and return a letter at the same moment: one is done, the other is told why not", async () => {
    await submittedCase(council);
    const text = hashOf(joan.letter);
    const gate = meetingAt("cases.transact", 2);
    const outcomes = await Promise.all([
      act(council.process(gate), helen, press({ type: "approve", text })),
      act(council.process(gate), helen, press({ type: "return", text, comment: "Say when." })),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const refusal = outcomes.find(({ ok }) => !ok);
    expect(refusal).toMatchObject({ error: { kind: "action-not-available" } });
    await workOff(council);
    const { case: after } = await onlyCase(council);
    const approved = outcomes[0].ok;
    expect(after.status).toBe(approved ? "answered" : "investigating");
    expect(lettersSaying(council, joan.letter)).toHaveLength(approved ? 1 : 0);
    await expectQuiet(council);
  });

  it("who approve one after the other send one letter", async () => {
    await submittedCase(council);
    const approve = () => press({ type: "approve", text: hashOf(joan.letter) });
    expect(await act(council.process(), helen, approve())).toMatchObject({ ok: true });
    expect(await act(council.process(), helen, approve())).toMatchObject({
      ok: false,
      error: { kind: "action-not-available" },
    });
    await workOff(council);
    expect(lettersSaying(council, joan.letter)).toHaveLength(1);
    await expectQuiet(council);
  });

  it.each([
    ["a note", { type: "add-note", text: "Rang the depot." }],
    [
      "a decision with two events",
      { type: "classify", caseType: "comment", service: "waste", reason: "" },
    ],
  ] as const)(
    "pressing twice for %s get the first answer and change nothing more",
    async (_what, action) => {
      await storeCase(council);
      const first = await act(council.process(), priya, press(action, "the-same-press"));
      const { case: after } = await onlyCase(council);
      expect(first).toMatchObject({ ok: true, value: { version: after.version } });
      expect(await act(council.process(), priya, press(action, "the-same-press"))).toEqual(first);
      expect((await onlyCase(council)).case).toEqual(after);
    },
  );

  it("pressing twice at the same moment get the same answer and change nothing more", async () => {
    const { case: before } = await storeCase(council);
    const gate = meetingAt("cases.transact", 2);
    const request = note("Rang the depot.");
    const [one, two] = await Promise.all([
      act(council.process(gate), priya, request),
      act(council.process(gate), priya, request),
    ]);
    expect(one).toEqual(two);
    expect((await onlyCase(council)).case.version).toBe(before.version + 1);
    await workOff(council);
    await expectQuiet(council);
  });

  it("with the same press id each have their own action", async () => {
    const { case: before } = await submittedCase(council);
    await act(council.process(), priya, note("One.", "the-same-press"));
    await act(council.process(), helen, note("Two.", "the-same-press"));
    expect((await onlyCase(council)).case.version).toBe(before.version + 2);
  });
});
