import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { attachedMails } from "#api/domain/mail/attached-mails.ts";

const joans = ["From: Joan Whitfield <joan@example.com>", "Subject: Bins", "", "Missed again."];
const joan = {
  from: { name: "Joan Whitfield", email: "joan@example.com" },
  subject: "Bins",
  text: "Missed again.",
};

/** A colleague's mail with these parts, each with its own header. */
function mailWith(...parts: readonly string[]): Buffer {
  const head = [
    "From: Tom <tom@wexcombe.gov.uk>",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
  ];
  const words = "Content-Type: text/plain\r\n\r\nPlease log this.";
  return Buffer.from(
    [...head, ...[words, ...parts].flatMap((part) => ["--b", part]), "--b--", ""].join("\r\n"),
  );
}

const attached = (lines: readonly string[]) =>
  ["Content-Type: message/rfc822", "", ...lines].join("\r\n");
const asFile = (name: string, lines: readonly string[]) =>
  [
    `Content-Type: application/octet-stream${name}`,
    "Content-Disposition: attachment",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(lines.join("\r\n")).toString("base64"),
  ].join("\r\n");

describe("the mails that a colleague attaches", () => {
  it.each<[string, string]>([
    ["as Outlook attaches them", attached(joans)],
    ["as a file that was saved first", asFile('; name="Bins.eml"', joans)],
    ["as a file with its ending in capitals", asFile('; name="BINS.EML"', joans)],
  ])("are found %s", async (_how, part) => {
    expect(await attachedMails(mailWith(part))).toEqual([joan]);
  });

  it.each<[string, string]>([
    ["a file of another kind", asFile('; name="bins.jpg"', joans)],
    ["a file whose name only speaks of one", asFile('; name="bins.eml.zip"', joans)],
    ["a file without a name", asFile("", joans)],
  ])("are not looked for in %s", async (_what, part) => {
    expect(await attachedMails(mailWith(part))).toEqual([]);
  });

  it("are found in the order in which they are attached, and no more than anybody passes on", async () => {
    const many = Array.from({ length: 12 }, (_, at) => attached([`Subject: Bin ${at}`, "", "x"]));
    const subjects = (await attachedMails(mailWith(...many))).map(({ subject }) => subject);
    expect(subjects).toEqual(Array.from({ length: 10 }, (_, at) => `Bin ${at}`));
  });

  it("are called by their address when their writer has no name, and keep what they lack empty", async () => {
    const parts = [attached(["From: joan@example.com", "", " Missed. \r\n"]), attached(["", ""])];
    expect(await attachedMails(mailWith(...parts))).toEqual([
      {
        from: { name: "joan@example.com", email: "joan@example.com" },
        subject: "",
        text: "Missed.",
      },
      { from: { name: "", email: "" }, subject: "", text: "" },
    ]);
  });

  it.each([
    ["no text", []],
    ["an empty text", ["--c", "Content-Type: text/plain", "", " "]],
  ])("are read from their page when they brought %s beside it", async (_what, text) => {
    const page = "<style>p{}</style><p>Missed &amp; late.</p><p>Joan</p>";
    const lines = [
      ...joans.slice(0, 2),
      "MIME-Version: 1.0",
      "Content-Type: multipart/alternative; boundary=c",
      "",
      ...text,
      "--c",
      "Content-Type: text/html",
      "",
      page,
      "--c--",
    ];
    expect(await attachedMails(mailWith(attached(lines)))).toEqual([
      { ...joan, text: "Missed & late.\n\nJoan" },
    ]);
  });

  it("are none in a mail that is too broken to be taken apart", async () => {
    const nested = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(400);
    expect(await attachedMails(Buffer.from(nested))).toEqual([]);
  });
});
