import { describe, expect, test } from "vitest";
import { judgeMail } from "#api/domain/mail/judge-mail.ts";
import { mailOf } from "./mail.ts";

const joansCase = { caseId: "CMP-7K3Q-9D", writers: ["joan.whitfield@example.com"] };
const otherCase = { caseId: "CMP-1111-11", writers: ["tom@example.net"] };

describe("a person's mail", () => {
  test("begins a case when it points to none", () => {
    expect(judgeMail(mailOf(), { candidates: [] })).toEqual({
      outcome: "new-case",
      reason: "It belongs to no case.",
    });
  });

  test("joins the case of its writer, however the address is written", () => {
    const mail = mailOf({ from: "Joan.Whitfield@Example.com" });
    expect(judgeMail(mail, { candidates: [otherCase, joansCase] })).toMatchObject({
      outcome: "follow-up",
      caseId: joansCase.caseId,
    });
  });

  test("never joins a case of somebody else that it quotes", () => {
    expect(judgeMail(mailOf(), { candidates: [otherCase] })).toEqual({
      outcome: "new-case",
      reason: "It points to a case, but somebody else is writing.",
    });
  });
});

describe("a machine's mail", () => {
  test("is never a case, even when it answers one", () => {
    const mail = mailOf({ headers: { "Auto-Submitted": "auto-replied" } });
    expect(judgeMail(mail, { candidates: [joansCase] })).toEqual({
      outcome: "machine",
      reason: "automatic-reply",
    });
  });

  test("says which mail came back", () => {
    const mail = mailOf({
      from: "MAILER-DAEMON@mx.example.net",
      headers: { "X-Failed-Recipients": "joan@example.com" },
    });
    const raw = "Subject: failure\r\n\r\nMessage-ID: <ack-1@wexcombe.gov.uk>\r\n";
    expect(judgeMail(mail, { candidates: [], raw })).toEqual({
      outcome: "machine",
      reason: "delivery-report",
      bounce: { messageId: "<ack-1@wexcombe.gov.uk>", recipient: "joan@example.com" },
    });
  });
});
