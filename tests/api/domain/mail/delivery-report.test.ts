import { describe, expect, it } from "vitest";
import { hasNullSender, isDeliveryReport } from "#api/domain/mail/delivery-report.ts";
import { mailOf } from "./mail.ts";

type Given = NonNullable<Parameters<typeof mailOf>[0]>;

const isReport = (given: Given) => isDeliveryReport(mailOf(given));
const contentType = (value: string) => ({ headers: { "Content-Type": value } });
const nowhere = { "Return-Path": "<>" };
/** What a report says, and a person might say as well. */
const says = { subject: "Bins", text: "User unknown" };

describe("a report by its marks", () => {
  it.each<[string, Given]>([
    ["its type", contentType('multipart/report; report-type=delivery-status; boundary="b"')],
    ["its type in quotation marks", contentType('multipart/mixed; report-type="delivery-status"')],
    ["its type in capitals", contentType("multipart/mixed; REPORT-TYPE = \t Delivery-Status")],
    ["that it is a report", contentType("Multipart/Report; boundary=b")],
    ["that it is a report of a new kind", contentType("multipart/report; report-type=delivery")],
    ["a part of it, from nowhere", { headers: nowhere, attached: ["message/delivery-status"] }],
    [
      "a part of it in any letters, from a mail system",
      { name: "Mail Delivery System", attached: ["text/plain", "Message/Global-Delivery-Status"] },
    ],
    [
      "a part of it under a subject that passes it on, from nowhere",
      { subject: "FW: Bins", attached: ["message/delivery-status"], headers: nowhere },
    ],
    ["a service's note for programs", { text: '{"notificationType":"Bounce","bounce":{}}' }],
    [
      "a system that answers with a code",
      {
        from: "post_master@mx.example.net",
        subject: "Re:Bins",
        text: "Error: Invalid user address\n\n550 - Requested action not taken: no such user here",
      },
    ],
    ["whom it did not reach", { headers: { "X-Failed-Recipients": "joan@example.com" } }],
    ["Exchange's mark, which has no value", { headers: { "X-MS-Exchange-Message-Is-Ndr": "" } }],
  ])("is told by %s", (_mark, given) => {
    expect(isReport(given)).toBe(true);
  });

  it.each<[string, Given]>([
    ["a receipt", contentType("multipart/report; report-type=disposition-notification")],
    ["a receipt with spaces", contentType('multipart/report; report-type = "disposition"')],
    [
      "a complaint of another provider",
      contentType("multipart/report; report-type=feedback-report"),
    ],
    ["a part whose name only holds the word", { attached: ["x-message/delivery-status"] }],
    ["a person who brings it along", { attached: ["message/delivery-status"] }],
    ["a mail of several parts", contentType("multipart/mixed; boundary=report-type")],
    ["one that somebody passes on", { subject: "Fwd: x", attached: ["message/delivery-status"] }],
  ])("is not taken from %s", (_what, given) => {
    expect(isReport(given)).toBe(false);
  });
});

describe("a mailer daemon", () => {
  it.each([
    "MAILER-DAEMON@mx.example.net",
    "mailer_daemon@mx.example.net",
    "mailer.daemon@mx.example.net",
    "mailerdaemon@mx.example.net",
    '"mailer-daemon"@mx.example.net',
    "mailer-daemon-7@mx.example.net",
  ])("reports, whatever it says: %s", (from) => {
    expect(isReport({ from })).toBe(true);
  });

  it.each(["MAILER-DAEMON", "Mailer Daemon", "mailer_daemon"])(
    "reports by the name of %s",
    (name) => {
      expect(isReport({ name })).toBe(true);
    },
  );

  it.each(["The Mailer-Daemon", "Mailer-Daemons United"])("is nobody called %s", (name) => {
    expect(isReport({ name })).toBe(false);
  });

  it("is nobody whose address only ends alike", () => {
    expect(isReport({ from: "ask.mailer-daemon@example.com" })).toBe(false);
  });

  it("is answered and passed on by people", () => {
    expect(isReport({ subject: "FW: Bins", name: "Mailer Daemon" })).toBe(false);
  });
});

describe("a mail system", () => {
  it.each([
    "mail-daemon",
    "mail_daemon",
    "maildaemon",
    "mdaemon",
    "mmdf",
    "postmaster",
    "Post-Master",
    "post_master",
    '"system administrator"',
    "mail.delivery.system",
    "e12_smtp_mail_service",
    "imss",
    "mailadm",
    "mailadmin",
    "symantec_antivirus_for_smtp_gateways",
    "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e",
    "mailsystem",
    "undeliverable",
  ])("reports when it says so, as %s", (name) => {
    const from = `${name}@mx.example.net`;
    expect(isReport({ from, ...says })).toBe(true);
    expect(isReport({ from })).toBe(false);
  });

  it.each([
    "Mail Delivery System",
    "Mail Delivery Subsystem",
    "Mailer Deliver",
    "MailSystem",
    "Mail Administrator",
    "Mail Router",
    "MDaemon at mx.example.net",
    "Internet Mail Delivery",
    "System Administrator",
    "Delivery Subsystem",
    "Postmaster",
    "Microsoft Outlook",
    "JetMail System",
    "InterScan MSS",
    "PMDF e-Mail Interconnect",
    "Office 365",
    "Office365",
    "System-Admin",
    "SystemAdmin",
    "Courier mail server at mx",
    "Mail Server",
    "Email Delivery",
    "E-mail delivery",
    "Systemadministrator",
    "Administrateur système",
    "Administrateur systeme",
    "Administrador del sistema",
    "Amministratore di sistema",
    "Amministratore del sistema",
    "Systembeheerder",
    "Administrator systemu",
    "Системный администратор",
  ])("reports when it says so, called %s", (name) => {
    expect(isReport({ name, ...says })).toBe(true);
    expect(isReport({ name })).toBe(false);
  });

  it.each<[string, Given]>([
    ["a name that only ends alike", { name: "Ann Postmaster", ...says }],
    ["a name that only begins alike", { name: "Postmaster Ann", ...says }],
    ["another name", { name: "Mail Deliverance", ...says }],
    ["an address that only begins alike", { from: "bouncesalot@example.com", ...says }],
    ["an address that only ends alike", { from: "ann.bounces@example.com", ...says }],
    ["a name of Outlook's reader", { name: "Microsoft Outlook User", ...says }],
  ])("is not meant by %s", (_what, given) => {
    expect(isReport(given)).toBe(false);
  });

  it.each(["message/rfc822", "Message/RFC822", "text/rfc822-headers"])(
    "reports by what it returns: %s",
    (type) => {
      expect(isReport({ name: "Postmaster", attached: [type] })).toBe(true);
      expect(isReport({ headers: nowhere, attached: [type] })).toBe(true);
      expect(isReport({ attached: [type] })).toBe(false);
    },
  );

  it("does not report by any other file", () => {
    const attached = ["application/x-message/rfc822"];
    expect(isReport({ name: "Postmaster", attached })).toBe(false);
  });
});

describe("a mail from nowhere", () => {
  it.each([
    ["<>", true],
    [" < > ", true],
    ["<MAILER-DAEMON>", true],
    ["MAILER-DAEMON", true],
    ["<mailer-daemon@mx.example.net>", true],
    ["mailer-daemon@mx.example.net", true],
    ["<joan@example.com>", false],
    ["<> joan@example.com", false],
    ["joan@example.com <>", false],
    ["<mailer-daemon@mx example>", false],
    ["<x-mailer-daemon@mx.example.net>", false],
    ["", false],
  ])("is told by its return path: %s is one: %s", (path, is) => {
    expect(hasNullSender(mailOf({ headers: { "Return-Path": path } }))).toBe(is);
  });

  it("is told by no other header", () => {
    expect(hasNullSender(mailOf({ headers: { "X-Envelope-From": "<>" } }))).toBe(false);
    expect(hasNullSender(mailOf())).toBe(false);
  });

  it("reports when it says so", () => {
    expect(isReport({ headers: nowhere, ...says })).toBe(true);
    expect(isReport({ headers: nowhere, subject: "Undeliverable: Bins" })).toBe(true);
    expect(isReport({ headers: nowhere })).toBe(false);
  });
});

describe("a report without any mark", () => {
  const subject = "Undeliverable: Your complaint";

  it.each([
    "The following address had permanent errors:\n\ntom@example.net",
    "\n\n  <joan@example.com>: user unknown",
    "User unknown.\n\n550 5.1.1 <joan@example.com>",
    "User unknown.\n\nStatus: 5.1.1",
    "User unknown.\n\n550 Mailbox denied\n\ntom@example.net",
    "User unknown.\n\nTranscript of session follows",
    "User unknown. This is a non-delivery report.\n\ntom@example.net",
    "User unknown.\n\nFinal-Recipient: rfc822; joan",
    "User unknown.\n\nDiagnostic-Code: smtp; no",
    "User unknown.\n\nRemote-MTA: dns; mx",
    "User unknown.\n\nReporting-MTA: dns; mx",
    "User unknown.\n\n> From: us\n> To: tom@example.net\n> Subject: Your complaint",
    "User unknown.\n\nReceived: by mx\nMessage-ID: x\nReturn-Path: us",
    "Hi. This is the program at mx.example.net. User unknown.\n\nStatus: 5.1.1",
  ])("is told by its subject with the talk of mail systems: %s", (text) => {
    expect(isReport({ subject, text })).toBe(true);
    expect(isReport({ subject: "Your complaint", text })).toBe(false);
  });

  it("is told by its subject and its words with a mail it returns, or a sender that nobody answers", () => {
    const text = "User unknown.";
    expect(isReport({ subject, text, attached: ["message/rfc822"] })).toBe(true);
    expect(isReport({ subject, text, from: "no-reply@mx.example.net" })).toBe(true);
    expect(isReport({ subject, text, from: "donotreply+7@mx.example.net" })).toBe(true);
    expect(isReport({ subject, text: "Hello.", from: "no-reply@mx.example.net" })).toBe(false);
    expect(isReport({ subject, text, from: "ask.no-reply@mx.example.net" })).toBe(false);
  });

  it.each([
    "User unknown.",
    "User unknown.\n\nFrom: us\nTo: joan",
    "User unknown. This is a non-delivery report of joan.whitfield@example.com.",
    "User unknown. Look at 55 of 550 bins at 5.1 m.",
    "Please ring me.\n\nStatus: 5.1.1",
  ])("is not taken from its subject with other words: %s", (text) => {
    expect(isReport({ subject, text })).toBe(false);
  });

  it.each([
    "Hello, what is “user unknown”?",
    "hi there, I got “user unknown”.",
    "  Dear council, user unknown is all I get.",
    "Good morning. User unknown?",
    "Good afternoon, user unknown?",
    "Good evening, user unknown?",
    "I got “user unknown”.",
    "My mail came back: user unknown.",
    "We are told: user unknown.",
    "Please ring me.",
    `My answer is below. ${"It is long. ".repeat(40)}User unknown`,
    `Yours. ${"It is long. ".repeat(40)}User unknown`,
  ])("is not taken from a person who tells of one: %s", (text) => {
    expect(isReport({ subject, text })).toBe(false);
  });

  it.each([
    "Your message could not be delivered to joan@example.com",
    "**********\n\nThe email to joan@example.com couldn't be delivered to <joan@example.com>",
    "==== ## ---- ____\nThis mail was not delivered: <joan@example.com>",
    "Your e-mail of today has not been delivered.\n\nReader: joan@example.com",
    "Your message cannot be delivered to joan@example.com",
    "Votre message n'a pas pu être délivré à joan@example.com",
    "Votre message du 10/11 n’a pas été distribué à joan@example.com",
    "Votre message n'a pas été remis : joan@example.com",
    "You sent mail to joan@example.com, which is not a valid user. joan@example.com",
    "Ihre Nachricht an joan@example.com konnte nicht zugestellt werden: joan@example.com",
    "Die E-Mail vom 10.11. konnte nicht zugestellt werden an joan@example.com",
  ])("is told by what it opens with, and the address it names: %s", (text) => {
    expect(isReport({ subject: "Info", text })).toBe(true);
  });

  it.each([
    "Your message could not be delivered. Whose fault is that?",
    "You said: your message could not be delivered to joan@example.com",
    "Our bin was not delivered. Write to joan@example.com",
    "Your message about the mailbag, which I read twice and then once more to my wife, who was also cross about it, was not delivered by joan@example.com",
    `Your message could not be delivered. ${"It is sad. ".repeat(40)} joan@example.com`,
  ])("is not taken from a person's words: %s", (text) => {
    expect(isReport({ subject: "Info", text })).toBe(false);
  });
});
