import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openAttachment } from "#api/services/case-page/open-attachment.ts";
import { openCase } from "#api/services/case-page/open-case.ts";
import { actOnCase } from "#api/services/acting/act-on-case.ts";
import type { CaseAction } from "#api/contract/case-action.ts";
import { mostAcknowledgementsADay } from "#api/domain/mail/acknowledging.ts";
import { sha256 } from "#api/services/digest.ts";
import { estate } from "#local/estate.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import {
  caseIds,
  expectNothingPersonal,
  expectQuiet,
  ledgerRows,
  onlyCase,
  storedCase,
} from "#tests/support/expectations.ts";
import { answers, arrives, joan, personalWords, received } from "#tests/support/joan.ts";
import { diesBeforeWrite, losesAnswerOfWrite, type HarmfulGate } from "#tests/support/calls.ts";
import { harmEverywhere } from "#tests/support/harm.ts";
import { press } from "#tests/support/person-at-work.ts";
import { classified, storeCase } from "#tests/support/stored-case.ts";
import { workOff } from "#tests/support/worker.ts";

const priya = personCalled("Priya Nair");
const tom = personCalled("Tom Okafor");

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());
afterEach(() => expectNothingPersonal(council, personalWords));

async function takenIn(): Promise<void> {
  await council.queue.syncMailbox(estate.mailbox);
  await workOff(council);
}

async function acts(caseId: string, action: CaseAction): Promise<void> {
  const ports = council.process();
  const acted = await actOnCase(ports, priya, { caseId, request: press(action) });
  expect(acted).toMatchObject({ ok: true });
  await workOff(council);
}

async function opened(caseId: string) {
  const answer = await openCase(council.process(), priya, caseId);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const classify: CaseAction = {
  type: "classify",
  caseType: "complaint",
  service: "waste",
  reason: "",
};

/** A raw mail of several parts, as a citizen's program would send it. */
function mailOf(parts: readonly string[], subject = joan.subject): string {
  return [
    `From: ${joan.name} <${joan.address}>`,
    `To: ${estate.mailbox}`,
    ...(subject === "" ? [] : [`Subject: ${subject}`]),
    `Message-ID: <${crypto.randomUUID()}@mail.example.com>`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    ...parts.flatMap((part) => ["--b", part]),
    "--b--",
    "",
  ].join("\r\n");
}

const text = (words: string) => `Content-Type: text/plain; charset=utf-8\r\n\r\n${words}`;
const file = (type: string, name: string, content: string | Buffer) =>
  `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString("base64")}`;

const calendar =
  "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Visit\r\nDESCRIPTION:Please come and look\r\nEND:VEVENT\r\nEND:VCALENDAR";
const nested = "From: A <a@example.com>\r\nSubject: Inner\r\n\r\nOld words";
const deep = (levels: number): string =>
  levels === 0
    ? nested
    : `From: A <a@example.com>\r\nSubject: Level ${levels}\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n${deep(levels - 1)}`;

describe("a mail of any kind becomes a case", () => {
  it.each<[string, string, { files: number; words: string }]>([
    [
      "with nothing but a picture",
      mailOf([file("image/png", "bin.png", Buffer.from([0x89, 0x50, 0x4e, 0x47]))], ""),
      { files: 1, words: "" },
    ],
    [
      "with a mail inside a mail inside a mail",
      mailOf([text("See below."), `Content-Type: message/rfc822\r\n\r\n${deep(40)}`]),
      { files: 1, words: "See below." },
    ],
    [
      "with a winmail.dat that nothing can read",
      mailOf([text("As attached."), file("application/ms-tnef", "winmail.dat", "no TNEF")]),
      { files: 1, words: "As attached." },
    ],
    [
      "that is an invitation",
      mailOf([`Content-Type: text/calendar; method=REQUEST\r\n\r\n${calendar}`]),
      { files: 1, words: "Please come and look" },
    ],
    [
      "with two megabytes of words",
      mailOf([text("The bins again. ".repeat(131_072))]),
      { files: 0, words: "The bins again." },
    ],
    [
      "with a subject of a hundred thousand letters",
      mailOf([text("Short.")], "again ".repeat(16_000).trim()),
      { files: 0, words: "Short." },
    ],
    [
      "with four hundred files",
      mailOf([
        text("All of it."),
        ...Array.from({ length: 400 }, () => file("text/plain", "a", "a")),
      ]),
      { files: 300, words: "All of it." },
    ],
  ])("%s", { timeout: 120_000 }, async (_what, raw, { files, words }) => {
    await council.mailbox.deliver(raw);
    await takenIn();
    const { case: theCase } = await onlyCase(council);
    expect(theCase.unacknowledged).toBeUndefined();
    expect(received(council), "it is acknowledged").toHaveLength(1);
    const [message] = (await opened(theCase.id)).conversation;
    expect(message?.text).toContain(words);
    expect(message?.attachments).toHaveLength(files);
    await expectQuiet(council);
  });

  it("without a word, which waits for a person's look and is acknowledged by it", async () => {
    await arrives(council, { subject: "Re:", text: "\r\n\r\n" });
    await takenIn();
    const { case: theCase } = await onlyCase(council);
    expect(received(council)).toEqual([]);
    expect((await opened(theCase.id)).history[0]?.text).toContain(
      "It has no words and no attachment.",
    );
    await acts(theCase.id, classify);
    await acts(theCase.id, { ...classify, service: "housing" });
    expect(received(council), "once").toHaveLength(1);
    expect((await storedCase(council, theCase.id)).case.stages[0]?.acknowledgedAt).toBeDefined();
    await expectQuiet(council);
  });
});

describe("one enquiry sent to many", () => {
  it("says whom else it went to until somebody has said what it is", async () => {
    const others = ["elsewhere@example.org", "mp@parliament.uk", "press@example.com"];
    const to = [estate.mailbox, tom.mail, ...others].join(", ");
    const mail = mailOf([text(joan.text)]).replace(/^To: .*$/m, `To: ${to}\r\nCc: ${joan.address}`);
    await council.mailbox.deliver(mail);
    await takenIn();
    const { case: theCase } = await onlyCase(council);
    const { learned } = await opened(theCase.id);
    expect(learned?.notes).toEqual([
      "It was also sent to Tom Okafor, elsewhere@example.org, mp@parliament.uk and 1 more: agree who answers, and tell the others.",
    ]);
    await acts(theCase.id, classify);
    expect((await opened(theCase.id)).learned).toBeUndefined();
  });

  it("says nothing of it when it came to the mailbox alone", async () => {
    await arrives(council);
    await takenIn();
    const { case: theCase } = await onlyCase(council);
    expect((await opened(theCase.id)).learned?.notes).toEqual([]);
  });
});

describe("an acknowledgement", () => {
  it("goes to nobody whom a loop or a flood would have written to all day", async () => {
    for (let n = 0; n < mostAcknowledgementsADay + 2; n += 1) {
      await arrives(council, { subject: `Number ${n}`, text: "I answer what you sent me." });
      await takenIn();
      council.clock.advance(60);
    }
    expect(received(council)).toHaveLength(mostAcknowledgementsADay);
    const ids = await caseIds(council);
    expect(ids, "every mail has its case").toHaveLength(mostAcknowledgementsADay + 2);
    const cases = await Promise.all(ids.map((id) => storedCase(council, id)));
    const waiting = cases.filter(({ case: one }) => one.unacknowledged !== undefined);
    expect(waiting).toHaveLength(2);
    council.clock.advance(86_400);
    await arrives(council, { subject: "Tomorrow", text: "Another day." });
    await takenIn();
    expect(received(council)).toHaveLength(mostAcknowledgementsADay + 1);
    await acts(waiting[0]?.case.id ?? "", classify);
    expect(received(council), "a person may always").toHaveLength(mostAcknowledgementsADay + 2);
  });

  it.each<[string, Record<string, string>]>([
    ["a list", { "List-Id": "<residents.example.org>" }],
    ["a victim of a forger", { "Reply-To": "victim@example.net, other@example.net" }],
    ["ourselves", { "Reply-To": estate.mailbox }],
    ["what a filter takes for spam", { "X-Spam-Status": "Yes, score=9.1" }],
    ["a sender who takes no answers", { "Return-Path": "<>" }],
  ])("does not go to %s", async (_whom, headers) => {
    await arrives(council, { headers });
    await takenIn();
    const { case: theCase } = await onlyCase(council);
    expect(theCase.unacknowledged).toBeTypeOf("string");
    expect(await council.mailbox.list(estate.mailbox, "sentitems")).toEqual([]);
    expect((await opened(theCase.id)).attention.join()).toContain("Nobody has acknowledged it");
  });
});

/** A delivery report on a mail of the council, as another server would send it. */
function reportOn(messageId: string, fields = "Action: failed"): string {
  return [
    "From: Mail Delivery System <mailer-daemon@mx.example.com>",
    `To: ${estate.mailbox}`,
    "Subject: Undelivered Mail Returned to Sender",
    `Message-ID: <${crypto.randomUUID()}@mx.example.com>`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    text("I could not deliver your message."),
    "--b",
    `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\nFinal-Recipient: rfc822; ${joan.address}\r\n${fields}\r\nDiagnostic-Code: smtp; 550 5.1.1 No such user`,
    "--b",
    `Content-Type: text/rfc822-headers\r\n\r\nFrom: ${estate.mailbox}\r\nMessage-ID: ${messageId}`,
    "--b--",
    "",
  ].join("\r\n");
}

async function bounces(messageId: string, fields?: string): Promise<void> {
  await council.mailbox.deliver(reportOn(messageId, fields), { envelopeFrom: "" });
}

const cardsOf = (id: string) => council.chat.seenBy(id).map(({ kind }) => kind);

describe("a letter of ours that comes back", () => {
  it("returns to its case, where the complaints team hears of it, and goes to the mended address", async () => {
    await arrives(council);
    await takenIn();
    const { case: theCase } = await onlyCase(council);
    const [acknowledgement] = received(council);
    await bounces(acknowledgement?.internetMessageId ?? "");
    await takenIn();
    expect(cardsOf(priya.id)).toContain("letter-undelivered");
    const shown = await opened(theCase.id);
    expect(shown.attention).toEqual([
      "A letter did not arrive: the stage 1 acknowledgement. What is known: 550 5.1.1 No such user",
    ]);
    expect(shown.conversation.at(-1)).toMatchObject({
      from: "Mail Delivery System",
      label: "Delivery report",
    });
    const report = (await ledgerRows(council)).find(({ outcome }) => outcome === "machine");
    expect(report).toMatchObject({ reason: "delivery-report", caseId: theCase.id });

    const address = "joan.w@example.org";
    await acts(theCase.id, { type: "mend-address", email: address });
    const [again, ...others] = received(council, address);
    expect(others).toEqual([]);
    expect(again?.text).toContain(theCase.id);
    expect((await opened(theCase.id)).attention).toEqual([]);
    await expectQuiet(council);
  });

  it("is not one when it is late only, or was never ours, whatever a report says", async () => {
    const { internetMessageId } = await arrives(council);
    await takenIn();
    const { case: theCase } = await onlyCase(council);
    const [acknowledgement] = received(council);
    await bounces(acknowledgement?.internetMessageId ?? "", "Action: delayed");
    await takenIn();
    // The citizen's own mail is known too: but nobody can bounce what the council never sent.
    const forged = reportOn(internetMessageId, `Action: failed\r\nX-Case: ${theCase.id}`);
    await council.mailbox.deliver(forged, { envelopeFrom: "" });
    await takenIn();
    expect((await onlyCase(council)).case.version).toBe(theCase.version);
    const reports = (await ledgerRows(council)).filter(({ outcome }) => outcome === "machine");
    expect(reports.map(({ caseId }) => caseId).toSorted()).toEqual([theCase.id, undefined]);
    expect(cardsOf(priya.id)).toEqual([]);
  });

  it("is heard of in chat alone when it was an e-mail to a colleague: no report answers a report", async () => {
    const { case: theCase } = await storeCase(council, { steps: [classified] });
    council.chat.unreachable.add(tom.id);
    await acts(theCase.id, { type: "assign", officer: tom.id });
    const [notice] = received(council, tom.mail);
    const team = await council.process().directory.peopleWith("complaints-officer");
    for (const { id } of team.slice(1)) council.chat.unreachable.add(id);
    await bounces(notice?.internetMessageId ?? "");
    await takenIn();
    expect(cardsOf(team[0]?.id ?? "")).toEqual(["letter-undelivered"]);
    expect(await council.mailbox.list(estate.mailbox, "sentitems")).toHaveLength(1);
    const shown = await opened(theCase.id);
    expect(shown.history.at(-1)?.what).toContain(
      `a notice by e-mail to ${tom.name} did not arrive`,
    );
    expect(shown.attention).toEqual([]);
    await expectQuiet(council);
  });

  it.each<[string, (n: number) => HarmfulGate]>([
    ["whoever is killed before any of its writes", diesBeforeWrite],
    ["whoever loses the answer to any one write", losesAnswerOfWrite],
  ])("is told of once, %s", { timeout: 300_000 }, async (_whatever, harm) => {
    const harmed = await harmEverywhere(council, harm, async (gate) => {
      await arrives(council);
      await takenIn();
      const [acknowledgement] = received(council);
      await bounces(acknowledgement?.internetMessageId ?? "");
      await council.queue.syncMailbox(estate.mailbox);
      // The same report is brought twice.
      await council.queue.syncMailbox(estate.mailbox);
      await workOff(council, council.process(gate));
      await takenIn();

      const { case: theCase } = await onlyCase(council);
      expect(theCase.undelivered).toMatchObject([{ letter: "acknowledgement", stage: 1 }]);
      const history = await council.process().cases.findWithHistory(theCase.id);
      const reports = history?.events.filter(({ type }) => type === "letter-undelivered");
      expect(reports).toHaveLength(1);
      expect(await ledgerRows(council)).toHaveLength(2);
      expect(cardsOf(priya.id).length, "she is told").toBeGreaterThan(0);
      await expectQuiet(council);
    });
    expect(harmed).toBeGreaterThan(5);
  });
});

describe("the evidence", () => {
  it("is what the ledger and the case hold the SHA-256 of", async () => {
    await arrives(council);
    await takenIn();
    const { case: theCase } = await onlyCase(council);
    const ports = council.process();
    const raw = await ports.evidence.openMail(theCase.origin, Infinity);
    const hash = sha256(raw ?? "");
    expect(await ledgerRows(council)).toMatchObject([{ evidence: hash }]);
    const history = await ports.cases.findWithHistory(theCase.id);
    expect(history?.events[0]).toMatchObject({ mail: { evidence: hash } });
  });

  it("says of a file that it is not what it is called", async () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    const files = [
      file("application/pdf", "bill.pdf", png),
      file("image/png", "bin.png", png),
      file("application/msword", "letter.doc", "plain words"),
    ];
    await council.mailbox.deliver(mailOf([text("Look."), ...files]));
    await takenIn();
    const { case: theCase } = await onlyCase(council);
    const history = await council.process().cases.findWithHistory(theCase.id);
    const [logged] = history?.events ?? [];
    const notes = logged?.type === "case-logged" ? logged.mail?.attachments : [];
    expect(notes?.map(({ name, note }) => [name, note])).toEqual([
      ["bill.pdf", "It was sent as application/pdf, but by its first bytes it is image/png."],
      ["bin.png", undefined],
      ["letter.doc", undefined],
    ]);
  });

  it("is whole although the line broke in the middle of a file", async () => {
    const large = randomBytes(300_000);
    await council.mailbox.deliver(mailOf([text("Look."), file("video/mp4", "bins.mp4", large)]));
    council.mailbox.faults.add({ kind: "broken-off" }, { path: /attachments\/.*\$value/ });
    await takenIn();
    expect(council.mailbox.faults.waiting()).toEqual([]);
    const { case: theCase } = await onlyCase(council);
    const history = await council.process().cases.findWithHistory(theCase.id);
    const [logged] = history?.events ?? [];
    expect(logged).toMatchObject({
      mail: { attachments: [{ bytes: large.length, sha256: sha256(large) }] },
    });
    const files = logged?.type === "case-logged" ? logged.mail?.attachments : [];
    const asked = { caseId: theCase.id, attachmentId: files?.[0]?.id ?? "" };
    const opened = await openAttachment(council.process(), priya, asked);
    expect(opened.ok && sha256(await buffer(opened.value.content))).toBe(sha256(large));
    await expectQuiet(council);
  });
});

describe("a mail that a colleague passes on", () => {
  const outlook = [
    "Hi team, can you log this please?",
    "",
    "________________________________",
    `From: ${joan.name} <${joan.address}>`,
    "Sent: 09 November 2026 18:12",
    `To: ${tom.name} <${tom.mail}>`,
    `Subject: ${joan.subject}`,
    "",
    joan.text,
  ].join("\r\n");
  const fromColleague = (body: string, subject = `FW: ${joan.subject}`) =>
    arrives(council, { from: `${tom.name} <${tom.mail}>`, subject, text: body });

  it("is the citizen's own, acknowledged to them in a thread of theirs", async () => {
    await fromColleague(outlook);
    await takenIn();
    const { case: theCase } = await onlyCase(council);
    expect(theCase.complainant).toEqual({ name: joan.name, email: joan.address });
    expect(received(council, tom.mail), "not to the colleague").toEqual([]);
    const [acknowledgement] = received(council);
    expect(acknowledgement?.text).toContain(theCase.id);
    const shown = await opened(theCase.id);
    expect(shown.conversation[0]).toMatchObject({ from: joan.name, text: joan.text });
    expect(shown.history[0]).toMatchObject({
      who: joan.name,
      what: `wrote to the council; logged as ${theCase.id}; ${tom.name} passed it on`,
      text: "Hi team, can you log this please?",
    });
    if (acknowledgement === undefined) throw new Error("Nothing was acknowledged.");
    await answers(council, acknowledgement);
    await takenIn();
    expect((await onlyCase(council)).case.replyTo, "now they have a thread").toBeDefined();
    await expectQuiet(council);
  });

  it("belongs to the case of its writer when it quotes its reference", async () => {
    await fromColleague(outlook);
    await takenIn();
    const { case: theCase } = await onlyCase(council);
    await fromColleague(`${outlook}\r\n\r\nMy reference is ${theCase.id}.`);
    await takenIn();
    const { case: after } = await onlyCase(council);
    expect(after.version).toBe(theCase.version + 1);
    expect(after.replyTo, "the colleague's thread is not the citizen's").toBeUndefined();
  });

  it("is a stranger's own when a stranger passes it on, or a forger who claims to be a colleague", async () => {
    await arrives(council, {
      from: "Sam <sam@example.org>",
      subject: "FW: bins",
      text: outlook,
    });
    await takenIn();
    expect((await onlyCase(council)).case.complainant.email).toBe("sam@example.org");
    expect(received(council)).toEqual([]);
    await arrives(council, {
      from: `${tom.name} <${tom.mail}>`,
      subject: "FW: bins",
      text: outlook,
      headers: { "Authentication-Results": "spf=fail; dkim=none; dmarc=fail action=none" },
    });
    await takenIn();
    expect(received(council)).toEqual([]);
  });
});
