import { describe, expect, test } from "vitest";
import { bouncedMail } from "#api/domain/mail/bounced-mail.ts";
import { mailOf } from "./mail.ts";

const ours = "<ack-1@wexcombe.gov.uk>";
const head =
  "From: MAILER-DAEMON@mx.example.net\r\nMessage-ID: <mail-1@example.com>\r\nSubject: failure\r\n\r\n";
const returned = `From: complaints@wexcombe.gov.uk\r\nTo: joan@example.com\r\nMessage-ID: ${ours}\r\nSubject: We have your complaint\r\n`;

const linked: readonly (readonly [where: string, raw: string])[] = [
  ["the returned mail", `${head}Content-Type: message/rfc822\r\n\r\n${returned}\r\nDear Joan`],
  ["the returned header", `${head}Content-Type: text/rfc822-headers\r\n\r\n${returned}`],
  [
    "a header in the text",
    `${head}--- Below this line is a copy of the message.\r\n\r\n${returned}`,
  ],
  ["a quoted header", `${head}${returned.replace(/^/gm, "> ")}`],
  ["a folded header", `${head}Message-ID:\r\n ${ours}\r\n`],
  ["a header without brackets", `${head}Message-Id: ${ours.slice(1, -1)}\r\n`],
  ["a quoted-printable part", `${head}Message-ID: =3Cack-1@wex=\r\ncombe.gov.uk=3E\r\n`],
  [
    "a report field",
    `${head}Original-Message-ID: ${ours}\r\nFinal-Recipient: rfc822;joan@example.com\r\n`,
  ],
  ["a header with a note behind it", `${head}Message-ID: ${ours} (added by mx.example.net)\r\n`],
  [
    "a header returned as base64",
    `${head}Content-Type: text/rfc822-headers\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(returned).toString("base64").replace(/.{76}/g, "$&\r\n")}\r\n--b--`,
  ],
  ["a sentence", `${head}The mail with the Message-ID ${ours} was refused.`],
  [
    "a service's note for programs",
    `${head}{"mail":{"messageId":"0101-000","headers":[{"name":"Message-ID","value":"${ours}"}]}}`,
  ],
  [
    "a report that returns a short report",
    `${head}From: MAILER-DAEMON@a.example\r\nAuto-Submitted: auto-generated\r\nMessage-ID: <inner@a.example>\r\n\r\nFailed.\r\n\r\n${returned}`,
  ],
  ["line ends of an old Macintosh", `${head}${returned}`.replaceAll("\r\n", "\r")],
];

describe("the mail that a delivery report is about", () => {
  test.each(linked)("is found in %s", (_where, raw) => {
    expect(bouncedMail(mailOf({ from: "MAILER-DAEMON@mx.example.net" }), raw).messageId).toBe(ours);
  });

  test.each(["X-Original-Message-ID", "Original-Message-ID", "In-Reply-To", "References"])(
    "is found in the report's own header: %s",
    (header) => {
      expect(bouncedMail(mailOf({ headers: { [header]: ours } })).messageId).toBe(ours);
    },
  );

  test("is found in the text when the report is not to be had as it arrived", () => {
    expect(bouncedMail(mailOf({ text: returned })).messageId).toBe(ours);
  });

  test("is not the report itself, unless the report goes out under the same id", () => {
    expect(bouncedMail(mailOf(), head)).toEqual({});
    expect(bouncedMail(mailOf({ internetMessageId: ours }), `${head}${returned}`).messageId).toBe(
      ours,
    );
  });

  test("is the innermost one when a report was itself wrapped into another", () => {
    const inner = `From: MAILER-DAEMON@a.example\r\nAuto-Submitted: auto-generated\r\nMessage-ID: <inner@a.example>\r\n${" ".repeat(10)}\r\n`;
    const raw = `${head}${inner}${"Delivery failed.\r\n".repeat(200)}${returned}`;
    expect(bouncedMail(mailOf(), raw).messageId).toBe(ours);
  });

  test.each([
    ["Exim's header", {}, { "X-Failed-Recipients": "Joan@example.com" }],
    [
      "the final recipient",
      {
        raw: `${head}Original-Recipient: rfc822;other@example.com\r\nFinal-Recipient: rfc822; joan@example.com\r\n`,
      },
      {},
    ],
    [
      "the original recipient",
      { raw: `${head}Original-Recipient: rfc822;joan@example.com\r\n` },
      {},
    ],
    ["the words", { text: "postmaster@mx.example.net could not reach <joan@example.com>." }, {}],
  ])(
    "names its recipient by %s",
    (
      _by,
      { raw = "", text = "" }: { raw?: string; text?: string },
      headers: Record<string, string>,
    ) => {
      expect(
        bouncedMail(mailOf({ from: "MAILER-DAEMON@mx.example.net", headers, text }), raw).recipient,
      ).toBe("joan@example.com");
    },
  );
});
