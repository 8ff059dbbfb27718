import { describe, expect, test } from "vitest";
import { whyUndelivered } from "#api/domain/mail/why-undelivered.ts";
import { mailOf } from "./mail.ts";

const report = (fields: string) => `Subject: report\r\n\r\nReporting-MTA: dns; mx\r\n\r\n${fields}`;

describe("why a letter did not arrive", () => {
  test.each([
    [
      "its diagnosis",
      "Action: failed\r\nDiagnostic-Code: smtp; 550 5.1.1 <joan@example.com>:\r\n Recipient address rejected: User unknown\r\n",
      "550 5.1.1 <joan@example.com>: Recipient address rejected: User unknown",
    ],
    [
      "a diagnosis in another alphabet",
      Buffer.from("Diagnostic-Code: smtp; 550 Boîte pleine\r\n").toString("latin1"),
      "550 Boîte pleine",
    ],
  ])("is told by %s", (_what, fields, why) => {
    expect(whyUndelivered(mailOf(), report(fields))).toBe(why);
  });

  test.each([
    [
      "the answer of the other server",
      "Sorry.\n\nThe server said: 550 5.2.2 Mailbox full\n\nBye",
      "550 5.2.2 Mailbox full",
    ],
    ["its first words", "\n--\nNo such person lives here.\nRegards", "No such person lives here."],
    ["nothing", "\n\n", "The report does not say why."],
  ])("is told by %s where there are no fields", (_what, text, why) => {
    expect(whyUndelivered(mailOf({ text }))).toBe(why);
  });

  test("is told briefly", () => {
    expect(whyUndelivered(mailOf({ text: `No: ${"very ".repeat(200)}` }))?.length).toBeLessThan(
      250,
    );
  });

  test.each([
    ["is only late", mailOf(), report("Action: delayed\r\nDiagnostic-Code: smtp; 451 Later\r\n")],
    ["has arrived", mailOf(), report("Action: delivered\r\n")],
    ["is still tried", mailOf({ subject: "Delivery delayed: your letter" }), ""],
  ])("is not said of one that %s", (_what, mail, raw) => {
    expect(whyUndelivered(mail, raw)).toBeUndefined();
  });
});
