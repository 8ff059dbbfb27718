import { describe, expect, it } from "vitest";
import { answerAddresses, whyNotAcknowledged } from "#api/domain/mail/acknowledging.ts";
import { mailOf } from "./mail.ts";

type Given = Parameters<typeof mailOf>[0];

const own = ["Complaints@wexcombe.gov.uk", "housing.complaints@wexcombe.gov.uk"];
const why = (given: Given) => whyNotAcknowledged(mailOf(given), own);

describe("a person's mail is acknowledged", () => {
  it.each<[string, Given]>([
    ["as most are", {}],
    ["when all it says stands in the subject", { subject: "Please ring me", text: "" }],
    ["when it is only a number to ring", { subject: "", text: "01632 960001" }],
    ["in any script", { subject: "", text: "垃圾没有收" }],
    ["when it is a scan without a word", { subject: "", text: "", attached: ["image/jpeg"] }],
    ["where it asks to be answered", { replyTo: ["joan@work.example"] }],
    ["when it asks for one address twice", { replyTo: ["Joan@work.example", "joan@work.example"] }],
    ["when a name only begins like a machine's", { from: "postmasters.son@example.com" }],
    ["when a machine's name comes later in it", { from: "not.noreply@example.com" }],
    ["when it went by a better post", { headers: { precedence: "first-class" } }],
    ["when a filter is sure it is no spam", { headers: { "x-spam-flag": "NO" } }],
    ["when Exchange hardly suspects it", { headers: { "x-ms-exchange-organization-scl": "4" } }],
  ])("%s", (_name, given) => {
    expect(why(given)).toBeUndefined();
  });
});

describe("nobody is written to before a person has looked", () => {
  const several = ["one@example.com", "two@example.com"];
  it.each<[string, Given, string]>([
    ["it names nobody", { from: "" }, "It names no address to answer."],
    ["it is empty", { subject: "", text: " \n-- " }, "It has no words and no attachment."],
    ["all of it is a prefix", { subject: "Re: ", text: "" }, "It has no words and no attachment."],
    [
      "all it has is what it answers",
      {
        subject: "Re:",
        text: "\n\nOn 3 Nov 2026, the council wrote:\n> We are sorry.\n",
        headers: { "in-reply-to": "<ack@wexcombe.gov.uk>" },
      },
      "It has no words and no attachment.",
    ],
    ["it asks for many answers", { replyTo: several }, "It asks for answers to several addresses."],
    [
      "it names a mailbox of ours, in any case",
      { replyTo: ["complaints@WEXCOMBE.gov.uk"] },
      "Its answer would come back to the council.",
    ],
    [
      "it names our other mailbox",
      { replyTo: ["housing.complaints@wexcombe.gov.uk"] },
      "Its answer would come back to the council.",
    ],
    [
      "its envelope has no sender",
      { headers: { "return-path": "<>" } },
      "It was sent from an address that takes no answers.",
    ],
    [
      "a filter marked it as spam",
      { headers: { "x-spam-flag": "YES" } },
      "The mail filter marked it as spam.",
    ],
    [
      "a filter says so at length",
      { headers: { "x-spam-status": "Yes, score=9.1 required=5.0" } },
      "The mail filter marked it as spam.",
    ],
    [
      "Exchange is confident",
      { headers: { "x-ms-exchange-organization-scl": "5" } },
      "Exchange is confident that it is spam.",
    ],
    [
      "Exchange's verdict is spam",
      { headers: { "x-forefront-antispam-report": "CIP:203.0.113.9;SFV:SPM;SCL:1" } },
      "Exchange is confident that it is spam.",
    ],
    [
      "a rule of the council calls it spam",
      { headers: { "x-forefront-antispam-report": "SFV:SKB" } },
      "Exchange is confident that it is spam.",
    ],
    [
      "it lay in Junk Email",
      { foundIn: "junk-email" },
      "It lay in Junk Email when Redress read it.",
    ],
    [
      "it had been deleted",
      { foundIn: "deleted-items" },
      "It had been deleted before Redress read it.",
    ],
    [
      "it had been deleted for good",
      { foundIn: "recoverable-items" },
      "It had been deleted for good before Redress read it.",
    ],
  ])("when %s", (_name, given, words) => {
    expect(why(given)).toBe(words);
  });

  it.each([
    "noreply@example.com",
    "No-Reply@example.com",
    "no_reply@example.com",
    "do-not-reply@example.com",
    "donotreply@example.com",
    "noreply-forms@example.com",
    "mailer-daemon@example.com",
    "postmaster@example.com",
    "bounce@example.com",
    "bounces@example.com",
  ])("when %s sent it", (from) => {
    expect(why({ from })).toBe("It was sent from an address that takes no answers.");
  });

  it.each<[string, Record<string, string>]>([
    ["names its list", { "list-id": "<news.example.com>" }],
    ["goes as bulk", { precedence: "bulk" }],
    ["goes as a list's", { precedence: " List " }],
    ["goes as junk", { precedence: "junk" }],
  ])("when it %s", (_name, headers) => {
    expect(why({ headers })).toBe("It came through a mailing list.");
  });
});

it("answers where a mail asks for it, each address once", () => {
  const replyTo = ["Joan@Work.example", "joan@work.example", ""];
  expect(answerAddresses(mailOf({ replyTo }))).toEqual(["joan@work.example"]);
  expect(answerAddresses(mailOf({ from: "Joan@Example.com" }))).toEqual(["joan@example.com"]);
  expect(answerAddresses(mailOf({ from: "" }))).toEqual([]);
});
