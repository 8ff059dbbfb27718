import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TableDirectory } from "#api/adapters/tables/table-directory.ts";
import { actOnCase } from "#api/services/acting/act-on-case.ts";
import { encloseFiles } from "#api/services/letters/enclose-files.ts";
import { openAttachment } from "#api/services/case-page/open-attachment.ts";
import { drainCase } from "#api/services/effects/drain-case.ts";
import type { StoredCase } from "#api/services/ports/case-store.ts";
import { estate } from "#local/estate.ts";
import { holding } from "#tests/support/calls.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import {
  expectNothingPersonal,
  expectQuiet,
  onlyCase,
  storedCase,
} from "#tests/support/expectations.ts";
import { inOutlook } from "#tests/support/graph.ts";
import {
  arrives,
  hashOf,
  joan,
  lettersSaying,
  personalWords,
  received,
} from "#tests/support/joan.ts";
import { press } from "#tests/support/person-at-work.ts";
import { draftedCase, submittedCase } from "#tests/support/stored-case.ts";
import { workOff } from "#tests/support/worker.ts";

const helen = personCalled("Helen Marsh");
const tom = personCalled("Tom Okafor");

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());
afterEach(() => expectNothingPersonal(council, personalWords));

/** Helen approves Joan's letter; it is not on its way yet. */
async function approvedCase(): Promise<StoredCase> {
  const { case: theCase } = await submittedCase(council);
  const request = press({ type: "approve", text: hashOf(joan.letter) });
  const outcome = await actOnCase(council.process(), helen, { caseId: theCase.id, request });
  expect(outcome).toMatchObject({ ok: true });
  return storedCase(council, theCase.id);
}

/** Tom looks for the letter and says what he found. */
async function settles(caseId: string, found: "arrived" | "not-sent"): Promise<void> {
  const request = press({ type: "settle-sending", found, how: "Looked in Sent Items." });
  const outcome = await actOnCase(council.process(), tom, { caseId, request });
  expect(outcome).toMatchObject({ ok: true });
  await workOff(council);
}

async function openedHistory(caseId: string) {
  const found = await council.process().cases.findWithHistory(caseId);
  if (found === undefined) throw new Error(`There is no case ${caseId}.`);
  return found;
}

async function expectAnsweredOnce(): Promise<void> {
  const { case: theCase } = await onlyCase(council);
  expect(theCase).toMatchObject({ status: "answered" });
  expect(theCase).not.toHaveProperty("sendingProblem");
  expect(lettersSaying(council, joan.letter)).toHaveLength(1);
  await expectQuiet(council);
}

/** The letter stays owed, Tom is told, the lists say so; and by itself nothing is ever sent again. */
async function expectNeedsAPerson(letters: number): Promise<void> {
  const { case: theCase } = await onlyCase(council);
  expect(theCase.status).toBe("sending");
  expect(theCase.sendingProblem).toBeTypeOf("string");
  expect(lettersSaying(council, joan.letter)).toHaveLength(letters);
  expect(council.chat.seenBy(tom.id)).toMatchObject([{ kind: "needs-a-person" }]);
  const ports = council.process();
  const { cases } = await ports.views.list(`officer:${tom.id}`, { limit: 10 });
  expect(cases).toMatchObject([{ caseId: theCase.id, sendingProblem: true }]);
  expect(await ports.cases.pendingEffects(theCase.id)).toMatchObject([
    { effect: { kind: "send-response" }, progress: { step: "needs-a-person" } },
  ]);
  council.clock.advance(86_400);
  await drainCase(ports, theCase.id);
  await workOff(council);
  expect(lettersSaying(council, joan.letter)).toHaveLength(letters);
}

describe("an approved letter", () => {
  it("carries exactly the approved words, in Joan's own thread", async () => {
    const { case: theCase } = await approvedCase();
    await workOff(council);
    const [letter] = lettersSaying(council, joan.letter);
    expect(letter).toMatchObject({ inReplyTo: theCase.replyTo?.internetMessageId });
    expect(letter?.subject).toBe(`RE: ${joan.subject} [${theCase.id}]`);
    await expectAnsweredOnce();
  });

  it.each([
    ["with the seconds to wait", { kind: "throttled", retryAfterSeconds: 77 }],
    ["without a word on how long", { kind: "throttled" }],
  ] as const)("leaves once when Graph throttles its sending %s", async (_words, fault) => {
    await approvedCase();
    const before = council.clock.now().getTime();
    council.mailbox.faults.add(fault, { times: 2, path: /\/send$/ });
    await workOff(council);
    await expectAnsweredOnce();
    const waited = (council.clock.now().getTime() - before) / 1000;
    if ("retryAfterSeconds" in fault) expect(waited).toBeGreaterThanOrEqual(2 * 77);
  });

  it("leaves once when Graph is unavailable at its sending", async () => {
    await approvedCase();
    council.mailbox.faults.add({ kind: "unavailable" }, { path: /\/send$/ });
    await workOff(council);
    await expectAnsweredOnce();
  });

  it("leaves once when Graph is unavailable at every step before", async () => {
    await approvedCase();
    council.mailbox.faults.add(
      { kind: "unavailable" },
      { times: 3, path: /createReply|\/messages/ },
    );
    await workOff(council);
    await expectAnsweredOnce();
  });

  it("is not sent again when it went out and the answer was 504", async () => {
    await approvedCase();
    council.mailbox.faults.add({ kind: "sent-but-504" });
    await workOff(council);
    await expectAnsweredOnce();
  });

  it("is not sent again while its sent copy is late", async () => {
    await approvedCase();
    council.mailbox.faults.add({ kind: "sent-copy-late", seconds: 400 });
    await workOff(council);
    await expectAnsweredOnce();
  });

  it("needs a person when its sent copy does not appear at all", async () => {
    await approvedCase();
    council.mailbox.faults.add({ kind: "sent-copy-late", seconds: 1_000_000 });
    await workOff(council);
    await expectNeedsAPerson(1);
  });

  it("is never written anew when its draft has vanished", async () => {
    await approvedCase();
    council.mailbox.faults.add({ kind: "throttled" }, { path: /\/send$/ });
    await drainCase(council.process(), (await onlyCase(council)).case.id);
    const [draft] = await council.mailbox.list(estate.mailbox, "drafts");
    // Outlook: delete, then delete for ever.
    await inOutlook("POST", `/messages/${draft?.id ?? ""}/permanentDelete`);
    await workOff(council);
    await expectNeedsAPerson(0);
    expect(await council.mailbox.list(estate.mailbox, "drafts")).toEqual([]);
  });

  it.each([
    ["sent again once its draft was found to have vanished", "not-sent", 1],
    ["not sent again when somebody says that it went out", "arrived", 0],
  ] as const)("is %s", async (_words, found, letters) => {
    const { case: theCase } = await approvedCase();
    council.mailbox.faults.add({ kind: "throttled" }, { path: /\/send$/ });
    await drainCase(council.process(), theCase.id);
    const [draft] = await council.mailbox.list(estate.mailbox, "drafts");
    await inOutlook("POST", `/messages/${draft?.id ?? ""}/permanentDelete`);
    await workOff(council);
    await settles(theCase.id, found);
    expect(lettersSaying(council, joan.letter)).toHaveLength(letters);
    const { case: after, events } = await openedHistory(theCase.id);
    expect(after).toMatchObject({ status: "answered" });
    expect(events.find(({ type }) => type === "sending-settled")).toMatchObject({
      ...{ found, how: "Looked in Sent Items.", by: { id: tom.id } },
    });
    await expectQuiet(council);
  });

  it("is not sent again when its late copy turns up after somebody asked for that", async () => {
    const { case: theCase } = await approvedCase();
    council.mailbox.faults.add({ kind: "sent-copy-late", seconds: 86_400 });
    await workOff(council);
    expect((await onlyCase(council)).case.sendingProblem).toBeTypeOf("string");
    council.clock.advance(86_400);
    await settles(theCase.id, "not-sent");
    await expectAnsweredOnce();
  });

  it("is not sent when somebody has changed its draft in Outlook", async () => {
    await approvedCase();
    council.mailbox.faults.add({ kind: "throttled" }, { path: /\/send$/ });
    await drainCase(council.process(), (await onlyCase(council)).case.id);
    const [draft] = await council.mailbox.list(estate.mailbox, "drafts");
    const body = { contentType: "html", content: "<p>We owe you nothing.</p>" };
    await inOutlook("PATCH", `/messages/${draft?.id ?? ""}`, { body });
    await workOff(council);
    await expectNeedsAPerson(0);
  });

  it("leaves once when a slow worker writes it a second time", async () => {
    const { case: theCase } = await approvedCase();
    const { gate, reached, letGo } = holding("mailbox.draftReply");
    const slow = drainCase(council.process(gate), theCase.id);
    await reached;
    // Its lease runs out, another worker sends the letter, and the sent copy is not to be seen yet.
    council.clock.advance(300);
    council.mailbox.faults.add({ kind: "sent-copy-late", seconds: 3600 });
    await drainCase(council.process(), theCase.id);
    letGo();
    await slow;
    expect(
      await council.mailbox.list(estate.mailbox, "drafts"),
      "the slow one's draft",
    ).toHaveLength(1);
    await workOff(council);
    await expectNeedsAPerson(1);
  });

  it("leaves once when two workers drain its case at once", async () => {
    const { case: theCase } = await approvedCase();
    await Promise.all([
      drainCase(council.process(), theCase.id),
      drainCase(council.process(), theCase.id),
      drainCase(council.process(), theCase.id),
    ]);
    await workOff(council);
    await expectAnsweredOnce();
  });
});

describe("copies of an answer", () => {
  it("go once to those who speak for Joan with her leave, and whoever answers for the service hears of it", async () => {
    const stored = await submittedCase(council);
    const caseId = stored.case.id;
    const lee = personCalled("Lee Barton");
    const ports = council.process();
    const acts = async (person: typeof tom, action: Parameters<typeof press>[0]) => {
      const outcome = await actOnCase(ports, person, { caseId, request: press(action) });
      expect(outcome).toMatchObject({ ok: true });
    };
    const mp = { type: "add-sponsor", capacity: "mp" } as const;
    await acts(tom, { ...mp, name: "Ann Lowe MP", consent: true, email: "ann@parliament.uk" });
    await acts(tom, { ...mp, name: "Sir Ken", consent: false, email: "ken@parliament.uk" });
    await acts(tom, {
      ...{ type: "promise-remedy", kind: "action", what: "Collect the bins.", partner: "" },
      ...{ owner: lee.id, due: "2026-12-01" },
    });
    const other = { ...helen, id: "other-head", name: "Hal Other", mail: "hal@wexcombe.gov.uk" };
    const directory = new TableDirectory(council.storage.tables.people, council.clock);
    await directory.savePerson(other);
    council.mailbox.faults.add({ kind: "sent-but-504" }, { times: 2 });
    await acts(helen, { type: "approve", text: hashOf(joan.letter) });
    await workOff(council);
    await expectAnsweredOnce();
    const copies = (address: string) => council.mailbox.mailFor(address).map(({ text }) => text);
    expect(copies("ann@parliament.uk")).toEqual([expect.stringContaining("As they agreed")]);
    expect(copies("ken@parliament.uk")).toEqual([]);
    expect(council.chat.seenBy(other.id)).toMatchObject([
      { kind: "answer-shared", promised: ["Collect the bins. (Lee Barton, by Tue 1 Dec)"] },
    ]);
    expect(council.chat.seenBy(helen.id).map(({ kind }) => kind)).not.toContain("answer-shared");
    await directory.savePerson({ ...other, roles: [] });
    expect((await onlyCase(council)).case.sponsors).toMatchObject([
      { name: "Ann Lowe MP", updatedAt: expect.any(String) as string },
      { name: "Sir Ken" },
    ]);
  });
});

describe("a letter with files", () => {
  const map = Buffer.from("%PDF-1.4 the new route");
  const content = map.toString("base64");

  /** Tom encloses a map, Helen approves. */
  async function approvedWithMap(): Promise<string> {
    const { case: theCase } = await draftedCase(council);
    const ports = council.process();
    const caseId = theCase.id;
    const asked = { caseId, actionId: "enclosing-1", files: [{ name: "Map.pdf", content }] };
    expect(await encloseFiles(ports, tom, asked)).toMatchObject({ ok: true });
    expect(await encloseFiles(ports, tom, asked), "the same press").toMatchObject({ ok: true });
    const text = hashOf(joan.letter);
    for (const [person, type] of [
      [tom, "submit"],
      [helen, "approve"],
    ] as const) {
      const outcome = await actOnCase(ports, person, { caseId, request: press({ type, text }) });
      expect(outcome).toMatchObject({ ok: true });
    }
    return caseId;
  }

  const received = () =>
    lettersSaying(council, joan.letter).map(({ attachments }) =>
      attachments.map(({ name, bytes }) => `${name} ${bytes}`),
    );

  it("carries them once, whatever Graph does on the way, and shows them to whoever opens the case", async () => {
    const caseId = await approvedWithMap();
    council.mailbox.faults.add({ kind: "unavailable" }, { times: 2, path: /attachments/ });
    council.mailbox.faults.add({ kind: "sent-but-504" });
    await workOff(council);
    await expectAnsweredOnce();
    expect(received()).toEqual([[`Map.pdf ${map.length}`]]);
    const { events } = await openedHistory(caseId);
    const kept = events.find((event) => event.type === "files-enclosed");
    const attachmentId = kept?.type === "files-enclosed" ? (kept.files[0]?.id ?? "") : "";
    const opened = await openAttachment(council.process(), helen, { caseId, attachmentId });
    expect(opened).toMatchObject({ ok: true, value: { record: { name: "Map.pdf" } } });
  });

  it("needs a person when somebody has added another file to its draft", async () => {
    const caseId = await approvedWithMap();
    council.mailbox.faults.add({ kind: "throttled" }, { path: /\/send$/ });
    await drainCase(council.process(), caseId);
    const [draft] = await council.mailbox.list(estate.mailbox, "drafts");
    await inOutlook("POST", `/messages/${draft?.id ?? ""}/attachments`, {
      ...{ "@odata.type": "#microsoft.graph.fileAttachment", name: "Other.pdf" },
      contentBytes: content,
    });
    await workOff(council);
    await expectNeedsAPerson(0);
  });

  it("takes none from somebody who does not have the case", async () => {
    const { case: theCase } = await draftedCase(council);
    const asked = {
      ...{ caseId: theCase.id, actionId: "enclosing-2" },
      files: [{ name: "Map.pdf", content }],
    };
    expect(await encloseFiles(council.process(), helen, asked)).toMatchObject({ ok: false });
  });
});

describe("an acknowledgement", () => {
  it("is sent once when it went out and the answer was 504", async () => {
    await arrives(council);
    council.mailbox.faults.add({ kind: "sent-but-504" });
    await council.queue.syncMailbox(estate.mailbox);
    await workOff(council);
    expect(received(council)).toHaveLength(1);
    await expectQuiet(council);
  });

  it("that Exchange refuses for good becomes a task instead of being tried for ever", async () => {
    await arrives(council, { from: "Joan Whitfield <joan.whitfield>" });
    await council.queue.syncMailbox(estate.mailbox);
    await workOff(council);
    const { case: theCase } = await onlyCase(council);
    expect(theCase.sendingProblem).toBeTypeOf("string");
    await expectQuiet(council);
  });
});
