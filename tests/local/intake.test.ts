import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { runIntake } from "#local/intake.ts";

function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), "intake-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

async function linesFor(
  files: Readonly<Record<string, string | Buffer>>,
  ...more: string[]
): Promise<unknown[]> {
  const lines: string[] = [];
  const done = await runIntake([folderWith(files), ...more], (line) => lines.push(line));
  expect(done.ok).toBe(true);
  return lines.map((line): unknown => JSON.parse(line));
}

const complaint = [
  "From: Joan Whitfield <joan@example.com>",
  "To: complaints@wexcombe.gov.uk",
  "Subject: Bins missed",
  "Message-ID: <joan-1@example.com>",
  "Date: Tue, 10 Nov 2026 09:58:00 +0000",
  "",
  "My bins were missed again. I live at 4 Quay Street, WX1 3RB.",
].join("\n");
const answer = (from: string): string =>
  `From: ${from}\nSubject: Re: Bins missed\nMessage-ID: <${from}-2@example.com>\nIn-Reply-To: <joan-1@example.com>\n\nToday too.\n\nOn 10 Nov 2026 at 12:00, Wexcombe <complaints@wexcombe.gov.uk> wrote:\n> We are sorry.`;
const bounce = `From: MAILER-DAEMON@mx.example.net\nSubject: failure notice\n\nHi. This is the qmail-send program.\n<tom@example.net>:\nno mailbox here\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <ack-1@wexcombe.gov.uk>\nFrom: complaints@wexcombe.gov.uk\n`;

describe("a dry run of intake", () => {
  test("says of each mail what would become of it, and why", async () => {
    const lines = await linesFor({
      "a.eml": complaint,
      "b/answer.eml": answer("joan@example.com"),
      "b/stranger.eml": answer("tom@example.net"),
      "c.eml": bounce,
    });
    expect(lines).toMatchObject([
      {
        file: "a.eml",
        outcome: "new",
        from: "joan@example.com",
        fromName: "Joan Whitfield",
        subject: "Bins missed",
        text: "My bins were missed again. I live at 4 Quay Street, WX1 3RB.",
        attachments: [],
        language: "en",
        suggested: { type: { id: "complaint" }, service: { id: "waste" }, postcode: "WX1 3RB" },
      },
      { file: join("b", "answer.eml"), outcome: "follow-up", text: "Today too." },
      { file: join("b", "stranger.eml"), outcome: "new", fromName: "" },
      {
        file: "c.eml",
        outcome: "machine",
        reason: "delivery-report",
        bounce: { messageId: "<ack-1@wexcombe.gov.uk>", recipient: "tom@example.net" },
      },
    ]);
  });

  test("names the mails of a mailbox file one by one", async () => {
    const postmark = "From joan@example.com Tue Nov 10 09:58:00 2026\n";
    const quoting = `${complaint}\n\n>From the bottom of my heart\n\nFrom here on it is worse.`;
    const lines = await linesFor({
      "one.mbox": `${postmark}${complaint}\n`,
      "two.mbox": `${postmark}${complaint}\n\n${postmark}${quoting}\n\n${postmark}${bounce}\n`,
    });
    expect(lines).toMatchObject([
      { file: "one.mbox" },
      { file: "two.mbox#1", outcome: "new" },
      {
        file: "two.mbox#2",
        text: expect.stringMatching(/\n\nFrom the bottom[^]*From here on/) as string,
      },
      { file: "two.mbox#3", outcome: "machine" },
    ]);
  });

  test.each([
    ["an empty file", "", "The file is empty."],
    [
      "an Outlook message",
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      "It is an Outlook .msg file: export mails as .eml or mbox.",
    ],
    ["a ZIP file", Buffer.from("PK\x03\x04 …"), "It is a ZIP file: unpack it first."],
    ["a text", "Just some words.", "It has none of the header lines of a mail."],
    ["bytes", Buffer.from([0, 1, 2, 3, 255]), "It has none of the header lines of a mail."],
  ])("sets aside what is no mail, with the reason: %s", async (_what, content, reason) => {
    expect(await linesFor({ "x.eml": content })).toEqual([
      { file: "x.eml", outcome: "set-aside", reason },
    ]);
  });

  test("gives a mail its line whatever year its sender's clock shows", async () => {
    expect(await linesFor({ "x.eml": complaint.replace("2026", "99999") })).toMatchObject([
      { outcome: "new" },
    ]);
  });

  test("sees one text sent by many, and by one person to many", async () => {
    const letter = `${complaint.split("\n\n")[0] ?? ""}\n\n${"I object to the closing of our library on Saturdays because children need it and nobody was asked before it was decided. ".repeat(2)}`;
    const lines = await linesFor({
      "a.eml": letter,
      "b.eml": letter.replaceAll("joan", "tom"),
      "c.eml": letter.replace("joan-1", "joan-2"),
    });
    expect(lines).toMatchObject([
      { suggested: expect.not.objectContaining({ copies: expect.anything() as object }) as object },
      { suggested: { copies: { kind: "campaign", id: "a.eml" } } },
      { suggested: { copies: { id: expect.any(String) as string, similarity: 1 } } },
    ]);
  });

  test("takes mail of the mailbox it is told for the council's own", async () => {
    expect(await linesFor({ "a.eml": complaint }, "--mailbox", "joan@example.com")).toMatchObject([
      { outcome: "machine", reason: "own-mail" },
    ]);
  });

  test.each([
    ["no folder", [], /^Use: npm run/],
    ["two folders", ["a", "b"], /^Use: npm run/],
    ["an unknown option", ["--what", "a"], /^Unknown option '--what'[^]*Use: /],
    [
      "a folder that is not there",
      ["/nowhere/at/all"],
      /^There is no folder “\/nowhere\/at\/all”\. Use: /,
    ],
  ])("says in one line what to ask instead of %s", async (_what, args, words) => {
    const done = await runIntake(args, () => undefined);
    expect(done).toMatchObject({ ok: false, error: expect.stringMatching(words) as string });
  });

  test("says in one line that a folder is empty", async () => {
    const done = await runIntake([folderWith({ ".hidden": "x" })], () => undefined);
    expect(done).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^There is no file in “/) as string,
    });
  });
});
