import { describe, expect, it } from "vitest";
import { tooManyToday, whyNotAcknowledged } from "#api/domain/mail/acknowledging.ts";
import { spamSign } from "#api/domain/mail/spam.ts";
import { understandMail } from "#api/domain/mail/understand-mail.ts";
import { mailOf } from "./mail.ts";

const answers = { "In-Reply-To": "<ack-1@wexcombe.gov.uk>" };
const quotation = "> My bin was missed again.\n> Please do something about it.";
const understood = (given: Parameters<typeof mailOf>[0]) =>
  understandMail(mailOf(given), { services: [], directory: {} });

describe("a mail that holds a quotation only", () => {
  it("says nothing new when it answers another mail", () => {
    expect(understood({ text: quotation, headers: answers }).text).toBe("");
  });

  it("means what it quotes when it answers none", () => {
    expect(understood({ text: quotation }).text).toBe(
      "My bin was missed again.\nPlease do something about it.",
    );
  });

  it("is acknowledged only when it answers none", () => {
    const why = (headers: Record<string, string>) =>
      whyNotAcknowledged(mailOf({ subject: "", text: quotation, headers }), []);
    expect(why(answers)).toBe("It has no words and no attachment.");
    expect(why({})).toBeUndefined();
  });
});

describe("a mail's language", () => {
  it("is that of its subject when it says nothing else", () => {
    expect(understood({ subject: "Proszę o pomoc w sprawie podatku", text: "" }).language).toBe(
      "pl",
    );
  });

  it("is that of its words when it says something", () => {
    const subject = "Proszę o pomoc w sprawie podatku";
    const text = "My bin was not collected on Tuesday, please can you help?";
    expect(understood({ subject, text }).language).toBe("en");
  });
});

describe("a mail's reason", () => {
  const text = "My bin was missed again and nobody collected it.";

  it("is suggested for a complaint only", () => {
    expect(understood({ text }).suggested.reason).toBeDefined();
    const spam = understood({ text, headers: { "X-Spam-Flag": "YES" } });
    expect(spam.suggested.reason).toBeUndefined();
  });
});

describe("a filter's verdict on a mail", () => {
  it.each([
    [{ "X-Spam-Flag": "YES" }, true],
    [{ "X-Spam-Flag": "yes, surely" }, true],
    [{ "X-Spam-Status": "YES, score=9" }, true],
    [{ "X-Spam-Flag": "NO", "X-Spam-Status": "Yes" }, true],
    [{ "X-MS-Exchange-Organization-SCL": "5" }, true],
    [{ "X-MS-Exchange-Organization-SCL": "9" }, true],
    [{ "X-Forefront-Antispam-Report": "CIP:1;SFV:SPM;SCL:5" }, true],
    [{ "X-Forefront-Antispam-Report": "SFV:SKB" }, true],
    [{ "X-Spam-Flag": "NO" }, false],
    [{ "X-Spam-Flag": "not yes" }, false],
    [{ "X-Spam-Flag": "yesterday" }, false],
    [{ "X-Spam-Status": "No, yes=0" }, false],
    [{ "X-Spam-Status": "yesno" }, false],
    [{ "X-MS-Exchange-Organization-SCL": "4" }, false],
    [{ "X-MS-Exchange-Organization-SCL": "-1" }, false],
    [{ "X-MS-Exchange-Organization-SCL": "high" }, false],
    [{ "X-Forefront-Antispam-Report": "CIP:1;SFV:NSPM;" }, false],
    [{ "X-Forefront-Antispam-Report": "XSFV:SPM" }, false],
    [{ "X-Forefront-Antispam-Report": "SFV:SPMX" }, false],
  ])("is read from its headers: %j is spam: %s", (headers, is) => {
    expect(spamSign(mailOf({ headers })) !== undefined).toBe(is);
  });
});

describe("a mail to which nobody is written before a person has looked", () => {
  it.each([
    "no.reply@example.com",
    "no_reply@example.com",
    "do.not.reply@example.com",
    "do_not_reply@example.com",
    "donot-reply@example.com",
    "noreply+bins@example.com",
    "noreply.forms_2@example.com",
    "NOREPLY@example.com",
  ])("comes from %s", (from) => {
    expect(whyNotAcknowledged(mailOf({ from }), [])).toBe(
      "It was sent from an address that takes no answers.",
    );
  });

  it.each([
    "nono.reply@example.com",
    "no+reply@example.com",
    "do+not+reply@example.com",
    "donot+reply@example.com",
    "noreplay@example.com",
    "bouncer@example.com",
    "ask.postmaster@example.com",
    "joan@noreply.example",
  ])("does not come from %s", (from) => {
    expect(whyNotAcknowledged(mailOf({ from }), [])).toBeUndefined();
  });

  it.each(["bulky", "not-bulk", "listed", "a list", "junkyard"])(
    "does not come from a list by a precedence of its own: %s",
    (precedence) => {
      expect(whyNotAcknowledged(mailOf({ headers: { precedence } }), [])).toBeUndefined();
    },
  );

  it("is told to whoever asks that enough were written to one address in a day", () => {
    expect(tooManyToday).toBe("5 mails to this address were acknowledged today.");
  });
});
