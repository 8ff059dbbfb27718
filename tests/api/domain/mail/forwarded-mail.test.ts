import { describe, expect, test } from "vitest";
import { attachedMails } from "#api/domain/mail/attached-mails.ts";
import { forwardedMail, seemsForged } from "#api/domain/mail/forwarded-mail.ts";
import { mailOf } from "./mail.ts";

const joan = { name: "Joan Whitfield", email: "joan@example.com" };
const isOfCouncil = (email: string) => email.endsWith("@wexcombe.gov.uk");
const words = "Please log this.";
const body = "My bin was missed again.\n\nJoan";

const forms: readonly (readonly [client: string, subject: string, text: string])[] = [
  [
    "Outlook",
    "FW: Bins",
    `${words}\n\n________________________________\nFrom: Joan Whitfield <joan@example.com>\nSent: 09 November 2026 18:12\nTo: Tom Okafor <tom@wexcombe.gov.uk>\nCc: A <a@example.com>;\nB <b@example.com>\nSubject: Bins\n\n${body}`,
  ],
  [
    "Outlook for the Mac, with every line set apart",
    "FW: Bins",
    `${words}\n\nFrom: Joan Whitfield <joan@example.com>\n\nDate: Monday, 9 November 2026 at 18:12\n\nTo: Tom Okafor <tom@wexcombe.gov.uk>\n\nSubject: Bins\n\n${body}`,
  ],
  [
    "Outlook of old",
    "FW: Bins",
    `${words}\n\n-----Original Message-----\nFrom: Joan Whitfield [mailto:joan@example.com]\nSent: 09 November 2026 18:12\nTo: Tom Okafor\nSubject: Bins\n\n${body}`,
  ],
  [
    "Outlook in German",
    "WG: Bins",
    `${words}\n\nVon: Joan Whitfield <joan@example.com>\nGesendet: Montag, 9. November 2026 18:12\nAn: Tom Okafor\nBetreff: Bins\n\n${body}`,
  ],
  [
    "Outlook in French",
    "TR: Bins",
    `${words}\n\nDe : Joan Whitfield <joan@example.com>\nEnvoyé : lundi 9 novembre 2026 18:12\nÀ : Tom Okafor\nObjet : Bins\n\n${body}`,
  ],
  [
    "Outlook on a phone, in bold type and with links",
    "Fw: Bins",
    `${words}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\n*From:* Joan Whitfield <joan@example.com<mailto:joan@example.com>>\n*Sent:* Monday, November 9, 2026 6:12:00 PM\n*To:* Tom Okafor\n*Subject:* Bins\n\n${body}`,
  ],
  [
    "Gmail",
    "Fwd: Bins",
    `${words}\n\n---------- Forwarded message ---------\nFrom: Joan Whitfield <joan@example.com>\nDate: Mon, 9 Nov 2026 at 18:12\nSubject: Bins\nTo: <tom@wexcombe.gov.uk>\n\n\n${body}`,
  ],
  [
    "Apple Mail",
    "Fwd: Bins",
    `${words}\n\nBegin forwarded message:\n\n> From: "Joan Whitfield" <joan@example.com>\n> Subject: Bins\n> Date: 9 November 2026 at 18:12:00 GMT\n> To: tom@wexcombe.gov.uk\n> \n> My bin was missed again.\n> \n> Joan`,
  ],
  [
    "Thunderbird",
    "Fwd: Bins",
    `${words}\n\n-------- Forwarded Message --------\nSubject: \tBins\nDate: \tMon, 9 Nov 2026 18:12:00 +0000\nFrom: \tJoan Whitfield <joan@example.com>\nTo: \ttom@wexcombe.gov.uk\n\n${body}`,
  ],
  [
    "a colleague who had it from another one",
    "FW: Bins",
    `${words}\n\nFrom: Lee Barton <lee@wexcombe.gov.uk>\nSent: 10 November 2026 08:00\nTo: Tom Okafor\nSubject: FW: Bins\n\nTom, yours?\n\nFrom: Joan Whitfield <joan@example.com>\nSent: 09 November 2026 18:12\nTo: Lee Barton\nSubject: Bins\n\n${body}`,
  ],
  [
    "a colleague who wrote a subject of their own",
    "Another one about bins",
    `${words}\n\n---------- Forwarded message ---------\nFrom: Joan Whitfield <joan@example.com>\nDate: Mon, 9 Nov 2026 at 18:12\nSubject: Bins\nTo: <tom@wexcombe.gov.uk>\n\n${body}`,
  ],
];

describe("a mail that a colleague passes on", () => {
  test.each(forms)("is found as %s writes it", (_client, subject, text) => {
    const found = forwardedMail(mailOf({ subject, text }), { isOfCouncil });
    expect(found).toMatchObject({ from: joan, subject: "Bins", text: body });
    expect(found?.words).toContain(words);
  });

  test("is found as an attachment, whatever its charset", async () => {
    const raw = [
      "From: Tom <tom@wexcombe.gov.uk>",
      "Subject: For the log",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      words,
      "--b",
      "Content-Type: message/rfc822",
      "",
      "From: =?utf-8?q?Jo=C3=A4n?= <joan@example.com>",
      "Subject: Bins",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=iso-8859-1",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "The caf=E9 bin.",
      "--b--",
    ].join("\r\n");
    const attached = await attachedMails(Buffer.from(raw));
    const mail = mailOf({ subject: "For the log", text: words });
    expect(forwardedMail(mail, { isOfCouncil, attached })).toEqual({
      from: { name: "Joän", email: "joan@example.com" },
      subject: "Bins",
      text: "The café bin.",
      words,
    });
  });

  test.each([
    ["is a reply that quotes somebody", "RE: Bins", forms[0]?.[2] ?? ""],
    [
      "passes on a colleague's words only",
      "FW: Rota",
      (forms[0]?.[2] ?? "").replaceAll("example.com", "wexcombe.gov.uk"),
    ],
    [
      "names nobody's address",
      "FW: Bins",
      "From: Joan\nSent: Monday\nTo: Tom\nSubject: Bins\n\nMissed.",
    ],
    [
      "only says that it passes something on",
      "FW: Bins",
      "See our chat of yesterday. From: memory.",
    ],
  ])("is none when it %s", (_what, subject, text) => {
    expect(forwardedMail(mailOf({ subject, text }), { isOfCouncil })).toBeUndefined();
  });

  test("is none when the mails of several people are attached: a person decides", () => {
    const attached = ["a@example.com", "b@example.com"].map((email) => ({
      from: { name: "", email },
      subject: "",
      text: "",
    }));
    expect(forwardedMail(mailOf(), { isOfCouncil, attached })).toBeUndefined();
  });

  test("is read in no time, however long its lines and many its heads are", () => {
    const text = `${"From: a@wexcombe.gov.uk\nSent: 1\nTo: b\nSubject: c\n".repeat(3000)}${"x:".repeat(50_000)}`;
    expect(forwardedMail(mailOf({ subject: "FW: x", text }), { isOfCouncil })).toBeUndefined();
  });

  test("is not believed of a sender whom the receiving server found to be forged", () => {
    const from = (value: string) => mailOf({ headers: { "Authentication-Results": value } });
    expect(seemsForged(from("spf=fail smtp.mailfrom=x; dmarc=fail action=none"))).toBe(true);
    expect(seemsForged(from("spf=pass; dkim=pass; dmarc=pass action=none"))).toBe(false);
    expect(seemsForged(mailOf())).toBe(false);
  });
});
