import { describe, expect, it } from "vitest";
import { judgeMail } from "#api/domain/mail/judge-mail.ts";
import { machineReason } from "#api/domain/mail/machine-mail.ts";
import { mailOf } from "./mail.ts";

type Given = NonNullable<Parameters<typeof mailOf>[0]>;

const reasonOf = (given: Given) => machineReason(mailOf(given));
const contentType = (value: string) => ({ headers: { "Content-Type": value } });
const read = "Your message was read on 10 November 2026.";

describe("a receipt for a mail that was read", () => {
  it.each<[string, Given]>([
    ["its type", contentType("multipart/report; report-type=disposition-notification")],
    ["its type wide apart", contentType('multipart/x; REPORT-TYPE = "Disposition-Notification"')],
    ["a part of it", { attached: ["Message/Disposition-Notification; x=y"] }],
  ])("is told by %s", (_mark, given) => {
    expect(reasonOf(given)).toBe("read-receipt");
  });

  it("is not told by a part whose name only holds the words", () => {
    expect(reasonOf({ attached: ["x-message/disposition-notification"] })).toBeUndefined();
  });

  it.each([
    "Read",
    "Not read",
    "Deleted",
    "Gelesen",
    "Ungelesen",
    "Nicht gelesen",
    "Lu",
    "Non lu",
    "Leído",
    "No leído",
    "Letto",
    "Non letto",
    "Gelezen",
    "Niet gelezen",
    "Lida",
    "Lido",
    "Przeczytano",
    "Läst",
    "Lest",
    "Læst",
    "Luettu",
    "Přečteno",
    "Прочитано",
    "Прочтено",
    "已读",
    "開封済み",
    "읽음",
    "Read receipt",
    "Return receipt",
    "Disposition notification",
    "Message disposition notification",
    "Read notification",
    "Message read notification",
    "Lesebestätigung",
    "Accusé de réception",
    "Accusé de lecture",
    "Confirmation de lecture",
    "Confirmación de lectura",
    "Conferma di lettura",
    "Leesbevestiging",
    "Potwierdzenie przeczytania",
    "Potwierdzenie odczytu",
    "Уведомление о прочтении",
  ])("is told by its subject and its words: %s", (name) => {
    for (const subject of [`${name}: Your complaint`, `  ${name} - x`, `${name} (x)`]) {
      expect(reasonOf({ subject, text: read })).toBe("read-receipt");
      expect(reasonOf({ subject, text: "Please answer me." })).toBeUndefined();
    }
    expect(reasonOf({ subject: `${name} my letter`, text: read })).toBeUndefined();
  });

  it.each([
    "Your message\n\nTo: Tom\nSubject: Bins\n\nwas read on Tuesday.",
    "Your message was deleted without being read on Tuesday.",
    "Your message was displayed on Tuesday.",
    "Your message was opened on Tuesday.",
    "This is a return receipt for your mail.",
    "This is a read receipt for your mail.",
    "The message sent on Tuesday",
    "The message that you sent",
    "There is no guarantee that the message has been read or understood.",
    "Ihre Nachricht an Tom wurde gelesen.",
    "Ihre Nachricht wurde am 10.11. geöffnet.",
    "Le message a été lu.",
    "Votre message a été affiché.",
    "It has been displayed.",
    "It has been read.",
    "El mensaje fue leído.",
    "Il messaggio è stato letto.",
    "La mail è stata letta.",
    "Uw bericht is gelezen.",
  ])("is told by its words and its subject: %s", (text) => {
    expect(reasonOf({ subject: "Read: Your complaint", text })).toBe("read-receipt");
    expect(reasonOf({ subject: "My complaint", text })).toBeUndefined();
  });

  it.each<[string, Given]>([
    ["a mail about reading", { subject: "Unread: my letter", text: read }],
    ["a person's mail", { subject: "Read: my letter", text: "Not your messages again!" }],
    ["somebody who asks", { subject: "Read: x", text: `I see: ${read}` }],
    ["words far below", { subject: "Read: x", text: `${"I am cross. ".repeat(60)}${read}` }],
  ])("is not taken from %s", (_what, given) => {
    expect(reasonOf(given)).toBeUndefined();
  });
});

describe("a report that somebody called a mail spam", () => {
  it.each<[string, Given]>([
    ["its type", contentType("multipart/report; report-type=feedback-report")],
    ["its type wide apart", contentType('multipart/x; Report-Type = "Feedback-Report"')],
    ["a part of it", { attached: ["Message/Feedback-Report"] }],
    ["a provider's subject", { subject: "Complaint about message from 192.0.2.1" }],
    ["a provider's subject, set in", { subject: "  complaint about message from 192.0.2.1" }],
  ])("is told by %s", (_mark, given) => {
    expect(reasonOf(given)).toBe("abuse-report");
  });

  it.each<[string, Given]>([
    ["a complaint about a message", { subject: "Complaint about message from the council" }],
    ["a mail about such a report", { subject: "My complaint about message from 192.0.2.1" }],
    ["an answer to one", { subject: "Re:complaint about message from 192.0.2.1" }],
    ["a part whose name only holds the words", { attached: ["x-message/feedback-report"] }],
  ])("is not taken from %s", (_what, given) => {
    expect(reasonOf(given)).toBeUndefined();
  });
});

describe("a mail that goes round", () => {
  const hops = (count: number, name = "Received") =>
    Array.from({ length: count }, () => ({ name, value: "from a by b" }));

  it("is told by the servers it passed, and by no other header", () => {
    expect(machineReason({ ...mailOf(), headers: hops(41, "RECEIVED") })).toBe("loop");
    expect(machineReason({ ...mailOf(), headers: hops(40) })).toBeUndefined();
    const others = [...hops(20), ...hops(40, "X-Received")];
    expect(machineReason({ ...mailOf(), headers: others })).toBeUndefined();
  });

  it("is told by our name among those who passed it on", () => {
    const looped = (value: string) => reasonOf({ headers: { "X-Loop": value } });
    expect(looped("a@example.org, COMPLAINTS@wexcombe.gov.uk")).toBe("loop");
    expect(looped("a@example.org")).toBeUndefined();
  });
});

describe("a mail of our own", () => {
  it("is told by its address alone", () => {
    expect(reasonOf({ from: "COMPLAINTS@wexcombe.gov.uk" })).toBe("own-mail");
    expect(reasonOf({ from: "xcomplaints@wexcombe.gov.uk" })).toBeUndefined();
    expect(
      reasonOf({ from: "complaints@wexcombe.gov.uk", mailbox: "Complaints@Wexcombe.gov.uk" }),
    ).toBe("own-mail");
  });
});

describe("a person's mail that points to a case", () => {
  const candidates = [{ caseId: "CMP-7K3Q-9D", writers: ["joan.whitfield@example.com"] }];

  it("joins it and says why", () => {
    expect(judgeMail(mailOf(), { candidates })).toEqual({
      outcome: "follow-up",
      caseId: "CMP-7K3Q-9D",
      reason: "Written by the person of that case.",
    });
  });

  it("joins it when a colleague passed on what its person wrote", () => {
    const mail = mailOf({ from: "tom.okafor@wexcombe.gov.uk" });
    const writer = "Joan.Whitfield@example.com";
    expect(judgeMail(mail, { candidates, writer }).outcome).toBe("follow-up");
    expect(judgeMail(mail, { candidates }).outcome).toBe("new-case");
  });
});
