import { describe, expect, test } from "vitest";
import { machineReason, type MachineReason } from "#api/domain/mail/machine-mail.ts";
import { mailOf } from "./mail.ts";

type Given = Parameters<typeof mailOf>[0];
type Row = readonly [what: string, given: Given];

const nullSender = { "Return-Path": "<>" };
const daemon = { from: "mailer-daemon@mx.example.net", name: "Mail Delivery System" };

const machines: Readonly<Record<MachineReason, readonly Row[]>> = {
  "own-mail": [["our own address, in any case", { from: "Complaints@Wexcombe.gov.uk" }]],
  loop: [["our address in X-Loop", { headers: { "X-Loop": "complaints@wexcombe.gov.uk" } }]],
  "delivery-report": [
    [
      "the standard report",
      { headers: { "Content-Type": 'multipart/report; report-type="delivery-status"' } },
    ],
    ["a report without its type", { headers: { "Content-Type": "multipart/report; boundary=b" } }],
    [
      "a report part in an ordinary mail",
      { subject: "Undelivered mail returned to sender", attached: ["message/delivery-status"] },
    ],
    ["the recipients Exim lists", { headers: { "X-Failed-Recipients": "tom@example.net" } }],
    [
      "Exchange's mark",
      { headers: { "X-MS-Exchange-Message-Is-Ndr": "", "X-Failed-Recipients": "x@y.example" } },
    ],
    [
      "a mailer daemon, whatever it says",
      { ...daemon, from: "MAILER-DAEMON@mx.example.net", subject: "", text: "" },
    ],
    ["a daemon with no address", { from: "", name: "MAILER-DAEMON", text: "There was an error." }],
    [
      "qmail",
      {
        from: "MAILER-DAEMON@mail.example.org",
        name: "",
        subject: "failure notice",
        text: "Hi. This is the qmail-send program at mail.example.org.",
      },
    ],
    [
      "Exchange 5.5",
      {
        from: "postmaster@example.net",
        name: "System Administrator",
        subject: "E",
        text: "Your message\n\n  To: tom\n\ndid not reach the following recipient(s):",
      },
    ],
    [
      "Lotus Notes",
      {
        from: "postmaster@example.net",
        subject: "Undeliverable message",
        text: "------- Failure Reasons --------",
      },
    ],
    [
      "a null sender that returns a mail",
      {
        from: "gateway@example.net",
        headers: nullSender,
        attached: ["message/rfc822"],
        subject: "Info",
        text: "",
      },
    ],
    [
      "a mailbox's own refusal",
      {
        from: "no-reply@example.jp",
        name: "",
        subject: "メールエラー通知",
        text: "送信先のメールボックスが一杯のため、送信できませんでした。",
      },
    ],
    [
      "a German one",
      {
        from: "postmaster@example.de",
        subject: "Unzustellbar: Ihre Beschwerde",
        text: "Ihre Nachricht konnte nicht zugestellt werden.",
      },
    ],
    [
      "a French one that opens with its report",
      {
        from: "gateway@example.fr",
        subject: "RE: Votre demande",
        text: "**********\nVotre message n'a pas pu etre delivre a\ntom@example.net",
      },
    ],
    [
      "a Spanish one",
      {
        from: "postmaster@example.es",
        subject: "No se puede entregar: Queja",
        text: "No se pudo entregar el mensaje a tom@example.es",
      },
    ],
    [
      "a Russian one",
      {
        from: "postmaster@example.ru",
        subject: "Недоставленное сообщение",
        text: "Ваше сообщение не было доставлено",
      },
    ],
    [
      "a Chinese one",
      { from: "postmaster@example.cn", subject: "系统退信", text: "您的邮件无法投递" },
    ],
    [
      "a delay",
      {
        from: "postmaster@example.net",
        subject: "Delivery delayed: Your complaint",
        text: "Delivery is delayed to these recipients",
      },
    ],
    [
      "a rejected mail announced as a receipt",
      {
        from: "admin@example.net",
        name: "Mail Delivery Subsystem",
        subject: "Automatically rejected mail",
        headers: { "Content-Type": "multipart/report; report-type=disposition-notification" },
      },
    ],
  ],
  "read-receipt": [
    [
      "the standard receipt",
      { headers: { "Content-Type": "multipart/report; report-type=disposition-notification" } },
    ],
    ["a receipt part", { attached: ["message/disposition-notification"] }],
    [
      "one in plain words",
      { subject: "Read: Your complaint", text: "Your message was read on 10 November 2026." },
    ],
    [
      "a German one",
      { subject: "Gelesen: Ihre Beschwerde", text: "Ihre Nachricht wurde gelesen." },
    ],
  ],
  "abuse-report": [
    [
      "the standard report",
      { headers: { "Content-Type": "multipart/report; report-type=feedback-report" } },
    ],
    ["a report part", { attached: ["message/feedback-report"] }],
    [
      "a provider's own form",
      {
        from: "staff@provider.example",
        subject: "complaint about message from 192.0.2.1",
        attached: ["message/rfc822"],
      },
    ],
  ],
  "automatic-reply": [
    ["the standard mark", { headers: { "Auto-Submitted": "auto-replied" } }],
    [
      "the standard mark with a comment",
      { headers: { "Auto-Submitted": "auto-generated (notification)" } },
    ],
    ["an older mark", { headers: { "X-Autoreply": "yes" } }],
    ["a precedence of its own", { headers: { Precedence: "auto_reply" } }],
    ["Outlook in English", { subject: "Automatic reply: Your complaint" }],
    ["Outlook of old", { subject: "Out of Office AutoReply: Your complaint" }],
    ["Outlook in German", { subject: "Automatische Antwort: Ihre Beschwerde" }],
    ["Outlook in French", { subject: "Réponse automatique : Votre réclamation" }],
    ["Outlook in Spanish", { subject: "Respuesta automática: Su queja" }],
    ["Outlook in Polish", { subject: "Odpowiedź automatyczna: Skarga" }],
    ["Outlook in Japanese", { subject: "自動応答: お問い合わせ" }],
    [
      "a mark at the end",
      {
        subject: "Your complaint (Automatic Response)",
        text: "Thank you for writing to us. I am out of the office.",
      },
    ],
    [
      "an absence note sent as bulk mail",
      {
        subject: "Re: Your complaint",
        headers: { Precedence: "bulk" },
        text: "I am out of the office until Monday 16 November with limited access to email.",
      },
    ],
    [
      "a note from nowhere",
      {
        headers: { ...nullSender, "In-Reply-To": "<a@b.example>" },
        text: "Thank you, we have received your e-mail.",
      },
    ],
    [
      "an acknowledgement that says so",
      {
        subject: "Re: Your complaint",
        text: "This is an automated response. Please do not reply.",
      },
    ],
  ],
  "bulk-mail": [
    [
      "a newsletter",
      {
        from: "newsletter@shop.example",
        headers: { "List-Unsubscribe": "<https://shop.example/u>", Precedence: "bulk" },
      },
    ],
    [
      "a campaign from a name",
      { headers: { "List-Unsubscribe": "<https://shop.example/u>", "Feedback-ID": "1:shop" } },
    ],
    [
      "an announcement list",
      {
        headers: {
          "List-Unsubscribe": "<https://shop.example/u>",
          "List-Id": "<news.shop.example>",
          "List-Post": "NO",
        },
      },
    ],
    [
      "a bulk mail with every other sign",
      {
        from: "no-reply@shop.example",
        headers: { "List-Id": "<news.shop.example>", Precedence: "bulk" },
      },
    ],
  ],
};

const people: readonly Row[] = [
  ["a plain complaint", {}],
  [
    "a complaint through a residents' list",
    {
      headers: {
        "List-Id": "<residents.example.org>",
        "List-Post": "<mailto:residents@example.org>",
        "List-Unsubscribe": "<https://example.org/u>",
        Precedence: "list",
      },
    },
  ],
  ["a complaint marked as bulk", { headers: { Precedence: "bulk" } }],
  [
    "a mail that asks for no automatic answers",
    { headers: { "X-Auto-Response-Suppress": "All", "Auto-Submitted": "no" } },
  ],
  [
    "a form that writes for somebody",
    {
      from: "forms@wexcombe.example",
      replyTo: ["joan.whitfield@example.com"],
      headers: { "Auto-Submitted": "auto-generated" },
    },
  ],
  [
    "a form that gives no reply address",
    { from: "no-reply@wexcombe.example", subject: "Website form: Complaint" },
  ],
  [
    "somebody who forwards a bounce",
    {
      subject: "Fwd: Undeliverable: my complaint",
      text: "It came back!\n\nThis is the mail system at host mx.example.net.",
      attached: ["message/rfc822"],
    },
  ],
  [
    "somebody who forwards a bounce with its parts",
    { subject: "FW: Undeliverable: my complaint", attached: ["message/delivery-status"] },
  ],
  [
    "somebody who tells of a bounce",
    {
      subject: "Undeliverable mail",
      text: "Hello, I wrote to you and got “550 5.1.1 user unknown”. Is your address wrong?",
    },
  ],
  [
    "somebody who answers about a bounce",
    {
      subject: "Re: Undeliverable: my complaint",
      text: "My mail was returned again: the mailbox is full.",
    },
  ],
  [
    "somebody whose post was not delivered",
    { subject: "Delivery of my new bin", text: "The bin was not delivered on Tuesday." },
  ],
  [
    "a postmaster who complains",
    { from: "postmaster@village.example", name: "Ann Post", text: "The road is full of holes." },
  ],
  [
    "somebody who is away soon",
    {
      subject: "Bins",
      text: "I am away from Monday, so please collect the bins before. Nobody answers the phone.",
    },
  ],
  [
    "somebody who answers an automatic reply",
    { subject: "Re: Automatic reply: Your complaint", text: "When will a person read this?" },
  ],
  [
    "somebody who complains of automatic replies",
    { subject: "Automated responses are no answer", text: "I want a person to look at it." },
  ],
  [
    "somebody who complains that nobody reads",
    { subject: "Read: my last letter!", text: "You did not answer it." },
  ],
  ["a mail from nowhere that says nothing automatic", { headers: nullSender }],
  [
    "a person with a shop's software",
    { headers: { "List-Unsubscribe": "<mailto:u@shop.example>" } },
  ],
];

describe("a machine's mail", () => {
  for (const [reason, rows] of Object.entries(machines)) {
    test.each(rows)(`is told apart as ${reason}: %s`, (_what, given) => {
      expect(machineReason(mailOf(given))).toBe(reason);
    });
  }

  test("is a loop when it passed more servers than any road has", () => {
    const received = Array.from({ length: 41 }, () => ({ name: "Received", value: "from a by b" }));
    expect(machineReason({ ...mailOf(), headers: received })).toBe("loop");
    expect(machineReason({ ...mailOf(), headers: received.slice(1) })).toBeUndefined();
  });
});

describe("a person's mail", () => {
  test.each(people)("is never a machine's: %s", (_what, given) => {
    expect(machineReason(mailOf(given))).toBeUndefined();
  });
});
