import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkMailboxes } from "#api/services/mailbox/check-mailboxes.ts";
import { lookOutsideInbox } from "#api/services/mailbox/look-outside-inbox.ts";
import { syncMailbox, syncMailboxes } from "#api/services/mailbox/sync-mailbox.ts";
import { takeInMail } from "#api/services/intake/take-in-mail.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import { estate } from "#local/estate.ts";
import type { Fault } from "#local/mailbox/faults.ts";
import { plainMail } from "#tests/local/mailbox/estate-mail.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import {
  expectNothingPersonal,
  expectQuiet,
  ledgerRows,
  onlyCase,
} from "#tests/support/expectations.ts";
import { inOutlook } from "#tests/support/graph.ts";
import { countFaultPoints } from "#tests/support/harm.ts";
import { answers, arrives, joan, personalWords, readMail, received } from "#tests/support/joan.ts";
import { workOff } from "#tests/support/worker.ts";

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());
afterEach(() => expectNothingPersonal(council, personalWords));

async function timerLooks(): Promise<void> {
  await council.queue.syncMailbox(estate.mailbox);
  await workOff(council);
}

async function expectOneCaseOfOneMail(): Promise<void> {
  await onlyCase(council);
  expect(received(council)).toHaveLength(1);
  expect(await ledgerRows(council)).toHaveLength(1);
  await expectQuiet(council);
}

/** What the council itself would see; it asks for every day of a month, which is dear in a test. */
async function expectNothingUnaccounted(): Promise<void> {
  expect(await checkMailboxes(council.process())).toMatchObject({
    received: 1,
    unaccounted: 0,
    arriving: 0,
  });
}

describe("a mail", () => {
  it.each<[string, Fault]>([
    ["throttles and says how long", { kind: "throttled", retryAfterSeconds: 45 }],
    ["throttles without a word on how long", { kind: "throttled" }],
    ["is unavailable", { kind: "unavailable" }],
  ])("is taken in when Graph %s for longer than a message is tried", async (_words, fault) => {
    await arrives(council);
    await council.queue.syncMailbox(estate.mailbox);
    council.mailbox.faults.add(fault, { times: 12, path: /\/messages\/AA/ });
    await workOff(council);
    expect(council.mailbox.faults.waiting()).toEqual([]);
    await expectOneCaseOfOneMail();
  });

  /** Every request to Graph of a mail's life, in their order. */
  const requests = [/delta/, /\/messages\/AA[^/]+$/, /\$value/, /createReply/, /\/send$/];
  const away: Fault[] = [
    { kind: "throttled", retryAfterSeconds: 45 },
    { kind: "throttled" },
    { kind: "unavailable" },
  ];
  const ofSending: Fault[] = [{ kind: "sent-but-504" }, { kind: "sent-copy-late", seconds: 90 }];

  it(
    "makes one case, acknowledged once, whichever one request Graph fails in whichever way",
    { timeout: 180_000 },
    async () => {
      const points = [
        ...requests.flatMap((path) => away.map((fault) => ({ fault, path }))),
        ...ofSending.map((fault) => ({ fault, path: /\/send$/ })),
      ];
      for (const { fault, path } of points) {
        await council.begin();
        await arrives(council);
        council.mailbox.faults.add(fault, { path });
        await timerLooks();
        await timerLooks();
        expect(council.mailbox.faults.waiting(), `${fault.kind} at ${path.source}`).toEqual([]);
        await expectOneCaseOfOneMail();
      }
      await expectNothingUnaccounted();
      countFaultPoints(points.length);
    },
  );

  it("is found by the timer when its notification was lost", async () => {
    await arrives(council);
    expect(await checkMailboxes(council.process())).toMatchObject({ received: 0, arriving: 1 });
    await timerLooks();
    await expectOneCaseOfOneMail();
    await expectNothingUnaccounted();
  });

  it("is taken in from the folder somebody moved it to meanwhile", async () => {
    const { id } = await arrives(council);
    await syncMailbox(council.process(), estate.mailbox);
    await inOutlook("POST", `/messages/${id}/move`, { destinationId: "archive" });
    await workOff(council);
    await onlyCase(council);
    expect(received(council)).toHaveLength(1);
  });

  it("is taken in once when it was dragged out and back and has another id", async () => {
    const { id } = await arrives(council);
    await syncMailbox(council.process(), estate.mailbox);
    council.mailbox.faults.add({ kind: "immutable-id-changes" }, { times: 2 });
    const drag = async (messageId: string, destinationId: string): Promise<string> => {
      const answer = await inOutlook("POST", `/messages/${messageId}/move`, { destinationId });
      return ((await answer.json()) as { id: string }).id;
    };
    expect(await drag(await drag(id, "archive"), "inbox")).not.toBe(id);
    await workOff(council);
    await timerLooks();
    await expectOneCaseOfOneMail();
  });

  it("that was dragged away after intake is still answered in its thread", async () => {
    const { id } = await arrives(council);
    council.mailbox.faults.add({ kind: "throttled" }, { path: /createReply/ });
    await syncMailbox(council.process(), estate.mailbox);
    await takeInMail(council.process(), { mailbox: estate.mailbox, graphId: id });
    await inOutlook("POST", `/messages/${id}/move`, { destinationId: "archive" });
    await workOff(council);
    expect(received(council)).toHaveLength(1);
  });

  it("whose answer is owed and which is gone for good becomes a task", async () => {
    const { id } = await arrives(council);
    council.mailbox.faults.add({ kind: "throttled" }, { path: /createReply/ });
    await takeInMail(council.process(), { mailbox: estate.mailbox, graphId: id });
    await inOutlook("POST", `/messages/${id}/permanentDelete`);
    await workOff(council);
    expect((await onlyCase(council)).case.sendingProblem).toBeTypeOf("string");
    expect(received(council)).toEqual([]);
    await expectQuiet(council);
  });
});

describe("a mail that never was in the inbox, or left it unread", () => {
  /** What the clock does every five minutes. */
  async function clockLooks(): Promise<void> {
    council.clock.advance(300);
    await syncMailboxes(council.process());
    await workOff(council);
  }

  it.each<[string, Fault, string | undefined]>([
    [
      "which Exchange put into Junk Email",
      { kind: "filed-on-arrival", folder: "junkemail" },
      "It lay in Junk Email when Redress read it.",
    ],
    ["which a rule filed", { kind: "filed-on-arrival", folder: "compliments" }, undefined],
    ["which a colleague moved", { kind: "removed-unread", folder: "compliments" }, undefined],
    [
      "which a colleague deleted",
      { kind: "removed-unread", folder: "deleteditems" },
      "It had been deleted before Redress read it.",
    ],
    [
      "which a colleague deleted for good",
      { kind: "removed-unread", folder: "recoverableitemsdeletions" },
      "It had been deleted for good before Redress read it.",
    ],
    ["which was dragged away while it was queued", { kind: "dragged-away" }, undefined],
  ])(
    "%s, is one case within minutes, acknowledged unless somebody seems not to have wanted it",
    async (_words, fault, held) => {
      await clockLooks();
      council.mailbox.faults.add(fault);
      await arrives(council);
      await timerLooks();
      await clockLooks();
      expect(council.mailbox.faults.waiting()).toEqual([]);
      const { case: theCase } = await onlyCase(council);
      expect(theCase.unacknowledged).toBe(held);
      expect(received(council)).toHaveLength(held === undefined ? 1 : 0);
      const { sent } = council.queue;
      const before = sent.length;
      await clockLooks();
      expect(sent.slice(before), "what is known is not queued again").toEqual([]);
      expect(await ledgerRows(council)).toMatchObject([{ caseId: theCase.id }]);
      await expectQuiet(council);
    },
  );

  it("is judged as any other: a machine's is a machine's, and a follow-up joins its case", async () => {
    const { internetMessageId } = await arrives(council);
    await clockLooks();
    council.mailbox.faults.add({ kind: "filed-on-arrival", folder: "junkemail" }, { times: 2 });
    await answers(council, { internetMessageId });
    await arrives(council, { from: "No Reply <mailer-daemon@example.com>" });
    await clockLooks();
    const { case: theCase } = await onlyCase(council);
    const rows = await ledgerRows(council);
    expect(rows.map(({ outcome, caseId }) => [outcome, caseId]).toSorted()).toEqual([
      ["follow-up", theCase.id],
      ["machine", undefined],
      ["new-case", theCase.id],
    ]);
  });

  it("is not answered either when a colleague only passed it on, and somebody deleted that", async () => {
    const tom = personCalled("Tom Okafor");
    council.mailbox.faults.add({ kind: "removed-unread", folder: "deleteditems" });
    await arrives(council, {
      from: `${tom.name} <${tom.mail}>`,
      subject: `FW: ${joan.subject}`,
      text: `For you.\n\n---------- Forwarded message ---------\nFrom: ${joan.name} <${joan.address}>\nDate: Mon, 9 Nov 2026 at 18:12\nSubject: ${joan.subject}\nTo: <${tom.mail}>\n\n${joan.text}`,
    });
    await clockLooks();
    const { case: theCase } = await onlyCase(council);
    expect(theCase.complainant.name).toBe(joan.name);
    expect(theCase.unacknowledged).toContain("deleted");
    expect([...received(council), ...received(council, tom.mail)]).toEqual([]);
  });

  it("is told apart from what the mailbox wrote, wherever somebody puts that", async () => {
    await arrives(council);
    await clockLooks();
    const reply = { message: { body: { contentType: "text", content: "Not finished." } } };
    const [mail] = await council.mailbox.list(estate.mailbox, "inbox");
    const draft = async () => {
      const answer = await inOutlook("POST", `/messages/${mail?.id ?? ""}/createReply`, reply);
      return ((await answer.json()) as { id: string }).id;
    };
    await draft();
    await inOutlook("DELETE", `/messages/${await draft()}`);
    await clockLooks();
    await expectOneCaseOfOneMail();
    const [acknowledgement] = await council.mailbox.list(estate.mailbox, "sentitems");
    await inOutlook("POST", `/messages/${acknowledgement?.id ?? ""}/move`, {
      destinationId: "archive",
    });
    await clockLooks();
    expect(await ledgerRows(council)).toContainEqual(
      expect.objectContaining({ outcome: "machine", reason: "own-mail" }),
    );
    await onlyCase(council);
    expect(received(council)).toHaveLength(1);
  });

  it("is found by the look after Graph was busy, and nothing is queued meanwhile", async () => {
    council.mailbox.faults.add({ kind: "filed-on-arrival", folder: "junkemail" });
    await arrives(council);
    council.mailbox.faults.add(
      { kind: "throttled" },
      { path: /users\/complaints[^/]*\/messages$/ },
    );
    await syncMailboxes(council.process());
    expect(council.mailbox.faults.waiting()).toEqual([]);
    expect(council.queue.waiting).toEqual([]);
    await clockLooks();
    await onlyCase(council);
  });

  it("is found when it came long before the look, if the walk itself has to begin anew", async () => {
    await clockLooks();
    await clockLooks();
    council.mailbox.faults.add({ kind: "filed-on-arrival", folder: "compliments" });
    const receivedAt = new Date(council.clock.now().getTime() - 12 * 3_600_000);
    await council.mailbox.deliver(plainMail(), { receivedAt });
    await clockLooks();
    expect(await ledgerRows(council)).toEqual([]);
    council.mailbox.faults.add({ kind: "delta-token-expired" });
    await clockLooks();
    expect(await ledgerRows(council)).toHaveLength(1);
  });

  it("is found by a look that has more to go through than one run may", async () => {
    council.mailbox.faults.add({ kind: "filed-on-arrival", folder: "compliments" });
    const mail = await readMail(council, await arrives(council));
    const others = Array.from({ length: 1500 }, (_, n) => ({
      ...{ ...mail, isInInbox: true, internetMessageId: `<${n}@example.com>` },
      receivedAt: new Date(Date.parse(mail.receivedAt) - (1500 - n) * 1000).toISOString(),
    }));
    const everything = [...others, { ...mail, isInInbox: false }];
    const begun: string[] = [];
    const ports = council.process();
    const look = (mailbox: string = estate.mailbox) =>
      lookOutsideInbox(
        {
          ...ports,
          mailbox: Object.create(ports.mailbox, {
            listSince: {
              value: (_mailbox: string, since: string) => {
                begun.push(since);
                return everything.filter(({ receivedAt }) => receivedAt >= since);
              },
            },
          }) as Ports["mailbox"],
        },
        mailbox,
      );
    await look();
    expect(council.queue.waiting).toEqual([]);
    await look();
    expect(council.queue.waiting).toHaveLength(1);
    council.clock.advance(300);
    await look();
    const marginMs = Date.parse(mail.receivedAt) - Date.parse(begun[2] ?? "");
    expect(begun[0], "a month back, as the first walk").toBe("2026-10-10T10:00:00.000Z");
    expect(begun[1], "it goes on where it stopped").toBe(others[1000]?.receivedAt);
    expect(marginMs, "an hour before the look that was finished").toBe(3_600_000);
    await ports.sync.set(`answered-since:${estate.housingMailbox}`, "2026-11-09");
    await look(estate.housingMailbox);
    expect(begun[3], "no mail from before Redress").toBe("2026-11-09T00:00:00.000Z");
  });
});

describe("a walk over the mailbox's changes", () => {
  /** More mails than a page holds, told apart by their ids; machine mail is the quickest to take in. */
  async function manyArrive(count: number): Promise<string[]> {
    const from = "No Reply <mailer-daemon@example.com>";
    const ids = Array.from(
      { length: count },
      (_, n) => `<${String(n).padStart(3, "0")}@example.com>`,
    );
    for (const id of ids) await arrives(council, { id, from });
    return ids;
  }

  it.each<[string, Fault[]]>([
    ["out of order", [{ kind: "delta-out-of-order" }, { kind: "delta-out-of-order" }]],
    ["repeated on the next page", [{ kind: "delta-repeats" }]],
    ["after an empty page", [{ kind: "delta-empty-page" }]],
    ["after the token was forgotten in the middle", [{ kind: "delta-token-expired" }]],
    ["after a 404 that means a forgotten token", [{ kind: "delta-token-expired", status: 404 }]],
    ["after a 400 that means a forgotten token", [{ kind: "delta-token-expired", status: 400 }]],
  ])("finds every mail %s", async (_words, faults) => {
    const ids = await manyArrive(60);
    for (const fault of faults) council.mailbox.faults.add(fault);
    await syncMailbox(council.process(), estate.mailbox);
    expect(council.mailbox.faults.waiting()).toEqual([]);
    const inbox = await council.mailbox.list(estate.mailbox, "inbox");
    const idOf = new Map(inbox.map(({ id, internetMessageId }) => [id, internetMessageId]));
    const queued = council.queue.waiting.map(({ work }) =>
      work.queue === "intake" ? idOf.get(work.graphId) : undefined,
    );
    expect([...new Set(queued)].toSorted()).toEqual(ids);
  });

  it("begins anew when its token was forgotten between two rounds, and doubles nothing", async () => {
    await arrives(council);
    await timerLooks();
    council.mailbox.faults.add({ kind: "delta-token-expired" });
    await timerLooks();
    await timerLooks();
    expect(council.mailbox.faults.waiting()).toEqual([]);
    expect(council.queue.sent.filter((text) => text.includes('"intake"'))).toHaveLength(2);
    await expectOneCaseOfOneMail();
  });

  it("takes no mail in that has left already, though the first round tells of it", async () => {
    const { id } = await arrives(council);
    await inOutlook("POST", `/messages/${id}/permanentDelete`);
    await arrives(council);
    council.mailbox.faults.add({ kind: "delta-shows-removed" });
    await timerLooks();
    expect(council.mailbox.faults.waiting()).toEqual([]);
    await expectOneCaseOfOneMail();
  });

  it("waits in its queue for as long as Graph asks, and holds nothing open meanwhile", async () => {
    await arrives(council);
    council.mailbox.faults.add({ kind: "throttled", retryAfterSeconds: 45 }, { path: /delta/ });
    await syncMailbox(council.process(), estate.mailbox);
    const now = council.clock.now().getTime();
    expect(council.queue.waiting).toMatchObject([
      { work: { queue: "sync", mailbox: estate.mailbox }, visibleAt: now + 45_000 },
    ]);
    await workOff(council);
    await expectOneCaseOfOneMail();
  });

  it("that the clock began waits for the clock, so that an outage leaves no heap of messages", async () => {
    council.mailbox.faults.add({ kind: "unavailable" }, { times: 2, path: /delta/ });
    await syncMailboxes(council.process());
    expect(council.queue.waiting).toEqual([]);
  });

  it("that is long goes on by the queue; when its place was forgotten, it begins its round again", async () => {
    await arrives(council, { id: "<before@example.com>" });
    await timerLooks();
    const { sent } = council.queue;
    const intakes = () => sent.filter((text) => text.includes('"intake"')).length;
    await arrives(council, { id: "<after@example.com>" });
    council.mailbox.faults.add({ kind: "delta-empty-page" }, { times: 21 });
    await syncMailbox(council.process(), estate.mailbox);
    expect(council.queue.waiting).toMatchObject([{ work: { queue: "sync" } }]);
    expect(intakes()).toBe(1);
    council.mailbox.faults.add({ kind: "delta-token-expired" });
    await workOff(council);
    expect(council.mailbox.faults.waiting()).toEqual([]);
    // Only what is new: the round begins again, and not the whole window.
    expect(intakes()).toBe(2);
    expect(await ledgerRows(council)).toHaveLength(2);
  });

  it("misses nothing when two of them run at once", async () => {
    const ids = await manyArrive(5);
    const walk = () => syncMailbox(council.process(), estate.mailbox);
    await Promise.all([walk(), walk(), walk()]);
    ids.push((await arrives(council)).internetMessageId);
    await timerLooks();
    const rows = await ledgerRows(council);
    expect(rows.map(({ internetMessageId }) => internetMessageId).toSorted()).toEqual(
      ids.toSorted(),
    );
  });
});
