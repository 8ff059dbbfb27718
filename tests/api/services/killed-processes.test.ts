import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { encloseFiles } from "#api/services/letters/enclose-files.ts";
import { syncMailboxes } from "#api/services/mailbox/sync-mailbox.ts";
import { sweepClocks } from "#api/services/telling/sweep-clocks.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import { estate } from "#local/estate.ts";
import {
  diesAfterCall,
  diesBeforeCall,
  diesBeforeWrite,
  losesAnswerOfWrite,
  refusesCall,
  type CallGate,
  type HarmfulGate,
} from "#tests/support/calls.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import {
  caseIds,
  expectNothingPersonal,
  expectQuiet,
  ledgerRows,
  onlyCase,
} from "#tests/support/expectations.ts";
import { harmEverywhere } from "#tests/support/harm.ts";
import {
  answers,
  arrives,
  hashOf,
  joan,
  lettersSaying,
  personalWords,
  received,
} from "#tests/support/joan.ts";
import { insists, press } from "#tests/support/person-at-work.ts";
import {
  assignedTo,
  classified,
  draftedCase,
  storeCase,
  type Step,
} from "#tests/support/stored-case.ts";
import { workOff } from "#tests/support/worker.ts";

/** Every kind of harm, done at every call there is: many runs, each a whole scenario. */
const longTimeout = 300_000;
const harms: [string, (n: number) => HarmfulGate][] = [
  ["is killed before any of its writes", diesBeforeWrite],
  ["is refused any one call", refusesCall],
  ["loses the answer to any one write", losesAnswerOfWrite],
];

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
afterEach(() => expectNothingPersonal(council, personalWords));

/** The whole life of one mail, at finer points: a dead process is one that makes no call any more. */
const harmsOfOneMail: [string, (n: number) => HarmfulGate][] = [
  ["is killed before any of its calls", diesBeforeCall],
  ["is killed after any of its calls", diesAfterCall],
  ...harms.slice(1),
];

it.each(harmsOfOneMail)(
  "whoever %s still makes one mail one case, acknowledged once",
  { timeout: longTimeout },
  async (_words, harm) => {
    const harmed = await harmEverywhere(council, harm, async (gate) => {
      await arrives(council);
      await council.queue.syncMailbox(estate.mailbox);
      await workOff(council, council.process(gate));
      await theTimerLooks(council);

      const { case: theCase } = await onlyCase(council);
      expect(theCase).toMatchObject({ status: "triage", version: 2 });
      expect(received(council), "one acknowledgement").toHaveLength(1);
      expect(received(council)[0]?.text).toContain(theCase.id);
      expect(await ledgerRows(council)).toMatchObject([
        { outcome: "new-case", caseId: theCase.id },
      ]);
      await expectQuiet(council);
    });
    expect(harmed).toBeGreaterThan(10);
  },
);

describe.each(harms)("whoever %s", (_words, harm) => {
  const everywhere = (scenario: (gate: CallGate) => Promise<void>) =>
    harmEverywhere(council, harm, scenario);

  it("still adds a reply to its case once", { timeout: longTimeout }, async () => {
    const harmed = await everywhere(async (gate) => {
      const { case: theCase } = await storeCase(council);
      await answers(council, { internetMessageId: theCase.replyTo?.internetMessageId ?? "" });
      await council.queue.syncMailbox(estate.mailbox);
      await workOff(council, council.process(gate));
      await theTimerLooks(council);

      const { case: after } = await onlyCase(council);
      expect(after.version).toBe(theCase.version + 1);
      expect(received(council), "replies are not acknowledged").toEqual([]);
      expect((await ledgerRows(council)).map(({ outcome }) => outcome).toSorted()).toEqual([
        "follow-up",
        "new-case",
      ]);
      await expectQuiet(council);
    });
    expect(harmed).toBeGreaterThan(8);
  });

  it(
    "still sends what was approved, as it was approved, once",
    { timeout: longTimeout },
    async () => {
      const [tom, helen] = [personCalled("Tom Okafor"), personCalled("Helen Marsh")];
      const harmed = await everywhere(async (gate) => {
        const caseId = (await draftedCase(council)).case.id;
        const text = hashOf(joan.letter);
        const files = [{ name: "Map.pdf", content: "JVBERi0xLjQ=" }];
        const enclosing = { caseId, actionId: "enclosing-1", files };
        expect(await encloseFiles(council.process(), tom, enclosing)).toMatchObject({ ok: true });
        const ports = council.process(gate);
        const submit = { person: tom, caseId, request: press({ type: "submit", text }) };
        expect(await insists(council, ports, submit)).toMatchObject({ ok: true });
        await workOff(council, ports);
        const approve = { person: helen, caseId, request: press({ type: "approve", text }) };
        expect(await insists(council, ports, approve)).toMatchObject({ ok: true });
        await workOff(council, ports);

        const { case: theCase } = await onlyCase(council);
        expect(theCase).toMatchObject({ status: "answered" });
        expect(lettersSaying(council, joan.letter), "one letter, with its one file").toMatchObject([
          { attachments: [{ name: "Map.pdf" }] },
        ]);
        expect(await council.mailbox.list(estate.mailbox, "drafts"), "no draft is left").toEqual(
          [],
        );
        const cards = council.chat.seenBy(helen.id).map(({ kind }) => kind);
        expect(cards.length, "Helen was asked").toBeGreaterThan(0);
        await expectQuiet(council);
      });
      expect(harmed).toBeGreaterThan(30);
    },
  );

  it(
    "still writes once that it takes longer, in the words that were sent, and says so in the history",
    { timeout: longTimeout },
    async () => {
      const tom = personCalled("Tom Okafor");
      const harmed = await everywhere(async (gate) => {
        const steps = [classified, assignedTo(tom)];
        const caseId = (await storeCase(council, { steps })).case.id;
        const ports = council.process(gate);
        const request = press({
          ...{
            type: "extend",
            workingDays: 5,
            reason: "The crew's records are with a contractor.",
          },
          ...{ goodReason: "", telling: "letter" },
        });
        expect(await insists(council, ports, { person: tom, caseId, request })).toMatchObject({
          ok: true,
        });
        await workOff(council, ports);

        expect(received(council), "one letter").toHaveLength(1);
        const [letter] = received(council);
        expect(letter?.text).toContain("our answer by Tuesday 1 December 2026");
        expect(letter?.text).toContain("with a contractor");
        expect(letter?.text).toContain("Local Government and Social Care Ombudsman");
        const events = (await council.process().cases.findWithHistory(caseId))?.events ?? [];
        expect(events.filter(({ type }) => type === "letter-sent")).toHaveLength(1);
        expect(await council.mailbox.list(estate.mailbox, "drafts"), "no draft").toEqual([]);
        await expectQuiet(council);
      });
      expect(harmed).toBeGreaterThan(5);
    },
  );

  it(
    "still passes on what was no complaint to its service once, with the person's words",
    { timeout: longTimeout },
    async () => {
      const priya = personCalled("Priya Nair");
      const harmed = await everywhere(async (gate) => {
        const caseId = (await storeCase(council, { steps: toldItIsNoComplaint })).case.id;
        const isForWaste = press({
          ...{ type: "classify", caseType: "service-request", service: "waste", reason: "" },
        });
        const asked = { person: priya, caseId, request: isForWaste };
        expect(await insists(council, council.process(), asked)).toMatchObject({ ok: true });
        await workOff(council, council.process(gate));

        const passedOn = received(council, "waste@wexcombe.gov.uk");
        expect(passedOn.map(({ text }) => text)).toEqual([expect.stringContaining(joan.text)]);
        expect(received(council), "she was told before").toEqual([]);
        const events = (await council.process().cases.findWithHistory(caseId))?.events ?? [];
        expect(events.filter(({ type }) => type === "passed-to-service")).toHaveLength(1);
        expect(await council.mailbox.list(estate.mailbox, "drafts"), "no draft").toEqual([]);
        await expectQuiet(council);
      });
      expect(harmed).toBeGreaterThan(5);
    },
  );

  it("still gives each notice once, to nobody twice", { timeout: longTimeout }, async () => {
    const [tom, helen] = [personCalled("Tom Okafor"), personCalled("Helen Marsh")];
    const harmed = await everywhere(async (gate) => {
      await storeCase(council, { steps: [classified, assignedTo(tom)] });
      await council.process().sync.set("swept-to", "2026-11-19");
      const ports = council.process(gate);
      for (const day of ["2026-11-20", "2026-11-25"]) {
        council.clock.moveTo(`${day}T09:00:00Z`);
        await sweeps(council, ports);
        await workOff(council, ports);
      }

      const { case: theCase } = await onlyCase(council);
      expect(theCase.notices).toEqual([
        { notice: "due-soon", clock: "stage-1", due: "2026-11-24" },
        { notice: "overdue", clock: "stage-1", due: "2026-11-24" },
      ]);
      const nudges = (id: string) => council.chat.seenBy(id).map(({ kind }) => kind);
      expect(nudges(tom.id).length, "Tom is told of each at most once").toBeLessThanOrEqual(2);
      expect(nudges(helen.id).length, "and Helen of one").toBeLessThanOrEqual(1);
      await expectQuiet(council);
    });
    expect(harmed).toBeGreaterThan(15);
  });

  it("still queues every mail of a long walk", { timeout: longTimeout }, async () => {
    const harmed = await everywhere(async (gate) => {
      const mails = Array.from({ length: 3 }, (_, index) => `<${index}@mail.example.com>`);
      for (const id of mails) {
        await arrives(council, { id, from: "No Reply <mailer-daemon@example.com>" });
      }
      council.mailbox.faults.add({ kind: "delta-empty-page" });
      await council.queue.syncMailbox(estate.mailbox);
      await workOff(council, council.process(gate));
      await theTimerLooks(council);

      const rows = await ledgerRows(council);
      expect(rows.map((row) => row.internetMessageId).toSorted()).toEqual(mails);
      await expectQuiet(council);
    });
    expect(harmed).toBeGreaterThan(5);
  });
});

it(
  "whoever is killed while looking outside the inbox still makes each mail there one case, and answers no unwanted one",
  { timeout: longTimeout },
  async () => {
    const harmed = await harmEverywhere(council, diesBeforeCall, async (gate) => {
      const places = ["junkemail", "compliments"] as const;
      for (const folder of places) {
        council.mailbox.faults.add({ kind: "filed-on-arrival", folder });
        await arrives(council, { from: `Somebody <${folder}@example.com>` });
      }
      await syncMailboxes(council.process(gate)).catch(() => undefined);
      await workOff(council);
      council.clock.advance(300);
      await syncMailboxes(council.process());
      await workOff(council);

      expect(await caseIds(council)).toHaveLength(2);
      expect(await ledgerRows(council)).toHaveLength(2);
      const answered = places.map((folder) => received(council, `${folder}@example.com`).length);
      expect(answered).toEqual([0, 1]);
      await expectQuiet(council);
    });
    expect(harmed).toBeGreaterThan(8);
  },
);

/** It was taken for a compliment, and Joan has the letter that says so: only the service is still owed a mail. */
const toldItIsNoComplaint: readonly Step[] = [
  {
    actor: { kind: "person", person: personCalled("Priya Nair") },
    command: { type: "classify", caseType: "compliment", service: "highways", reason: "" },
  },
  {
    actor: { kind: "system" },
    command: {
      type: "record-letter-sent",
      about: {
        ...{ letter: "not-a-complaint", stage: 1 },
        ...{ caseType: "compliment", service: "highways" },
      },
      text: hashOf("A letter."),
      internetMessageId: "<taken@wexcombe.gov.uk>",
    },
  },
];

/** Five minutes later, as always: whatever a killed walk left behind is found. */
async function theTimerLooks(council: Council): Promise<void> {
  await council.queue.syncMailbox(estate.mailbox);
  await workOff(council);
}

/** The timer fires every five minutes in every process there is. */
async function sweeps(council: Council, ports: Ports): Promise<void> {
  try {
    await sweepClocks(ports);
  } catch {
    council.clock.advance(300);
  }
  await sweepClocks(council.process());
}
