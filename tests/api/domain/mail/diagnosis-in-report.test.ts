import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { whyUndelivered } from "#api/domain/mail/why-undelivered.ts";
import { mailOf } from "./mail.ts";

const head = "Subject: report\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\n";
const whyOf = (fields: string) => whyUndelivered(mailOf(), `${head}${fields}\r\n`);

describe("the reason in the fields of a report", () => {
  it.each<[string, string, string]>([
    ["as most write it", "Diagnostic-Code: smtp; 550 5.1.1 User unknown", "550 5.1.1 User unknown"],
    ["in any letters", "DIAGNOSTIC-CODE: SMTP; 550 No such user", "550 No such user"],
    ["close together", "Diagnostic-Code:smtp;550 No such user", "550 No such user"],
    ["wide apart", "Diagnostic-Code \t: \t x-unix \t; \t User unknown", "User unknown"],
    ["without saying whose words they are", "Diagnostic-Code: mailbox full", "mailbox full"],
    [
      "over several lines",
      "Diagnostic-Code: smtp; 552 5.2.2\r\n  The mailbox\r\n\tis over quota",
      "552 5.2.2 The mailbox is over quota",
    ],
    [
      "by a system of old Macintosh line ends",
      "Diagnostic-Code: smtp; 550 No\rStatus: 5.0.0",
      "550 No",
    ],
    [
      "as the first of several recipients has it",
      "Diagnostic-Code: smtp; 550 No such user\r\nDiagnostic-Code: smtp; 552 Full",
      "550 No such user",
    ],
    [
      "in the alphabet it was written in",
      Buffer.from("Diagnostic-Code: smtp; 550 Пользователь не найден").toString("latin1"),
      "550 Пользователь не найден",
    ],
    [
      "in an older encoding, which is left as it is",
      "Diagnostic-Code: smtp; 550 Bo\u00eete pleine",
      "550 Bo\u00eete pleine",
    ],
    [
      "with its spaces made even",
      "Diagnostic-Code: smtp; 550   No \t such   user  ",
      "550 No such user",
    ],
  ])("is read %s", (_how, fields, why) => {
    expect(whyOf(`Action: failed\r\n${fields}`)).toBe(why);
  });

  it("is not taken from a line that only speaks of it", () => {
    const fields = "See the Diagnostic-Code: smtp; 250 fine\r\nDiagnostic-Code: smtp; 550 No";
    expect(whyOf(fields)).toBe("550 No");
  });

  it("is cut where nobody reads on", () => {
    const why = (length: number) => whyOf(`Diagnostic-Code: smtp; ${"x".repeat(length)}`);
    expect(why(240)).toBe("x".repeat(240));
    expect(why(241)).toBe(`${"x".repeat(239)}…`);
    expect(whyOf(`Diagnostic-Code: smtp; ${"x".repeat(238)} and so on`)).toBe(
      `${"x".repeat(238)}…`,
    );
  });
});

describe("what a report says became of the mail", () => {
  it.each([
    ["failed", "Action: failed", true],
    ["failed, in any letters", "ACTION:FAILED", true],
    ["failed, with spaces", "Action \t: \t failed (given up)", true],
    ["failed for one of its readers", "Action: delivered\r\n\r\nAction: failed", true],
    ["late", "Action: delayed", false],
    ["delivered", "Action: delivered", false],
    ["passed on", "Action: relayed", false],
    ["sent on to a list", "Action: expanded", false],
  ])("is read: %s", (_what, fields, failed) => {
    const why = whyOf(`${fields}\r\nDiagnostic-Code: smtp; 550 No such user`);
    expect(why).toBe(failed ? "550 No such user" : undefined);
  });

  it("is not read from words that only look like it", () => {
    const fields = "The Action: delayed\r\nReaction: delayed\r\nDiagnostic-Code: smtp; 550 No";
    expect(whyOf(fields)).toBe("550 No");
  });

  it("counts for more than words that sound as if it were still tried", () => {
    const late = mailOf({ subject: "Delivery delayed", text: "It will be retried." });
    const raw = `${head}Action: failed\r\nDiagnostic-Code: smtp; 550 No\r\n`;
    expect(whyUndelivered(late, raw)).toBe("550 No");
  });
});

describe("the reason in the words of a report", () => {
  it.each<[string, string, string]>([
    [
      "the answer of the other server",
      "<joan@x>: host mx said: 550 5.1.1 No such user",
      "550 5.1.1 No such user",
    ],
    ["its answer with a hash", "mx.example.net #550 #5.1.1 Not here ##", "550 #5.1.1 Not here ##"],
    [
      "its answer with a dash",
      "550-5.1.1 The account does not exist",
      "550-5.1.1 The account does not exist",
    ],
    ["its answer with a long code", "Remote said: 554 5.7.705 Blocked", "554 5.7.705 Blocked"],
    ["its answer without a second code", "Error: 452 Disk is full", "452 Disk is full"],
    ["the first answer", "550 No such user\n552 Mailbox full", "550 No such user"],
    [
      "its first words, when numbers are no answer",
      "Your letter 55022 of 450\nwas not taken.",
      "Your letter 55022 of 450",
    ],
    [
      "its first words below a line",
      "==========\n** \n1.\nNobody lives here.\n",
      "Nobody lives here.",
    ],
    ["its first words, and not initials", "JW\n\nNobody lives here.", "Nobody lives here."],
  ])("is %s", (_what, text, why) => {
    expect(whyUndelivered(mailOf({ text }))).toBe(why);
  });

  it("is looked for where people would, not in a file that follows", () => {
    const text = `Nobody lives here.\n${"x".repeat(130)} 550 No such user`;
    expect(whyUndelivered(mailOf({ text }))).toBe("Nobody lives here.");
  });
});

describe("a report on a mail that is still tried", () => {
  it.each([
    "Your message was delayed.",
    "There is a delay at the other end.",
    "It is still being tried.",
    "The mail is still queued.",
    "We still tried it today.",
    "It is still being retried.",
    "The message will be retried for four days.",
    "We will keep trying.",
    "The server will continue to try.",
    "The server will retry for two days.",
    "Your message has not yet been delivered.",
    "This is a warning. No action is required.",
    "WARNING: message not delivered for 4 hours",
    "Warning: could not send message for past 4 hours",
    "Die Zustellung ist verzögert worden.",
    "Votre message est retardé.",
    "Uw bericht is vertraagd.",
  ])("gives no reason: %s", (text) => {
    expect(whyUndelivered(mailOf({ text }))).toBeUndefined();
    expect(whyUndelivered(mailOf({ subject: text, text: "" }))).toBeUndefined();
  });

  it.each([
    "The address rejected it: it will not be retried.",
    "We tried for four days and gave up.",
    "No such user. Undelayed delivery is another matter.",
  ])("is not meant by: %s", (text) => {
    expect(whyUndelivered(mailOf({ text }))).toBe(text);
  });

  it("is not told by what comes long after its words", () => {
    const text = `Nobody lives here.\n${"x ".repeat(800)}\nIt will be retried.`;
    expect(whyUndelivered(mailOf({ text }))).toBe("Nobody lives here.");
  });
});
