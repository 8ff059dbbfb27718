import { describe, expect, it } from "vitest";
import { isBulkMail } from "#api/domain/mail/bulk-mail.ts";
import { mailOf } from "./mail.ts";

type Given = NonNullable<Parameters<typeof mailOf>[0]>;

const leaves = { "List-Unsubscribe": "<https://shop.example/u>" };
const listed = { "List-Id": "<news.shop.example>" };
const answers = { "In-Reply-To": "<ack-1@wexcombe.gov.uk>" };

describe("a mail that went to many at once", () => {
  it.each([
    "noreply",
    "no-reply",
    "No-Reply",
    "donotreply",
    "do-not-reply",
    "newsletter",
    "newsletters",
    "news",
    "marketing",
    "mailing",
    "mailings",
    "bulletin",
    "ebulletins",
    "update",
    "updates",
    "notification",
    "notifications",
    "offer",
    "offers",
    "infomail",
    "info-mail",
    "campaign",
    "campaigns",
    "digest",
    "news+wexcombe",
    "updates.weekly",
    "offers_uk",
    "no-reply-k7f3",
  ])("is known by a sender such as %s, when it can be unsubscribed from", (name) => {
    const from = `${name}@shop.example`;
    expect(isBulkMail(mailOf({ from, headers: leaves }))).toBe(true);
    expect(isBulkMail(mailOf({ from }))).toBe(false);
  });

  it.each([
    "X-Campaign",
    "X-CampaignID",
    "X-Campaign-Id",
    "X-Mailchimp-Campaign-Id",
    "X-MC-User",
    "X-SG-EID",
    "X-CSA-Complaints",
    "X-Mailer-RecptId",
    "X-Mailgun-Tag",
    "X-GovDelivery",
    "Feedback-ID",
    "List-Unsubscribe-Post",
    "X-Feedback-Id",
    "X-SES-Outgoing-Bulk",
  ])("is known by what the software that sent it adds: %s", (header) => {
    expect(isBulkMail(mailOf({ headers: { ...leaves, [header]: "1" } }))).toBe(true);
    expect(isBulkMail(mailOf({ headers: { [header]: "1" } }))).toBe(false);
  });

  it.each<[string, Given]>([
    ["a bulk mail to unsubscribe from", { headers: { ...leaves, Precedence: " Bulk " } }],
    ["junk to unsubscribe from", { headers: { ...leaves, Precedence: "junk" } }],
    ["a list that takes no posts", { headers: { ...listed, "List-Post": "NO" } }],
    [
      "a list that says at length that it takes none",
      { headers: { ...listed, "List-Post": "<NO> (posting not allowed on this list)" } },
    ],
    [
      "a newsletter that nobody can leave",
      { from: "newsletter@shop.example", headers: { ...listed, Precedence: " List " } },
    ],
    [
      "a bulk newsletter that nobody can leave",
      { from: "newsletter@shop.example", headers: { ...listed, Precedence: "bulk" } },
    ],
    [
      "a newsletter that calls itself an answer",
      { from: "newsletter@shop.example", headers: { ...leaves, ...answers } },
    ],
    [
      "a mailing that is answered to somebody else than its readers",
      { replyTo: ["sales@shop.example"], headers: { ...leaves, Precedence: "bulk" } },
    ],
  ])("is %s", (_what, given) => {
    expect(isBulkMail(mailOf(given))).toBe(true);
  });
});

describe("a person's mail", () => {
  it.each<[string, Given]>([
    ["one through a list that gives no more than its name", { headers: { ...leaves, ...listed } }],
    ["one through a list that nobody can leave", { headers: { ...listed, Precedence: "list" } }],
    ["one through a list that can be left", { headers: { ...leaves, Precedence: "list" } }],
    ["one that its software calls bulk", { headers: { Precedence: "bulk" } }],
    [
      "an answer by software that sends newsletters",
      { headers: { ...leaves, ...answers, "X-MC-User": "1" } },
    ],
    [
      "an answer that names its thread only",
      { headers: { ...leaves, References: "<ack-1@wexcombe.gov.uk>", "X-MC-User": "1" } },
    ],
    [
      "an answer by its subject only",
      { subject: "Re: Bins", headers: { ...leaves, "X-MC-User": "1" } },
    ],
    [
      "a post to a residents' list by software for newsletters",
      {
        headers: { ...leaves, "X-MC-User": "1", "List-Post": "<MAILTO:residents@example.org>" },
      },
    ],
    ["a post to a list of the North", { headers: { ...listed, "List-Post": "<north@x.example>" } }],
    ["one to nobody's list that takes no posts", { headers: { ...leaves, "List-Post": "NO" } }],
    [
      "one by a news desk that has no list",
      { from: "news@paper.example", headers: { Precedence: "bulk" } },
    ],
    [
      "one by a news desk with a precedence of its own",
      { from: "news@paper.example", headers: { ...listed, Precedence: "first-class" } },
    ],
    [
      "one by a news desk whose precedence only holds the word",
      { from: "news@paper.example", headers: { ...listed, Precedence: "not-bulk" } },
    ],
    [
      "one by a news desk whose precedence only begins with the word",
      { from: "news@paper.example", headers: { ...listed, Precedence: "bulky" } },
    ],
    [
      "one whose precedence only holds the word",
      { headers: { ...leaves, Precedence: "not-bulk" } },
    ],
    ["one whose precedence only begins so", { headers: { ...leaves, Precedence: "bulky" } }],
    ["one by software that lets its reader unsubscribe", { headers: leaves }],
    [
      "one from somebody whose name only begins alike",
      { from: "newsome@example.com", headers: leaves },
    ],
    [
      "one from somebody whose name only ends alike",
      { from: "tom.news@example.com", headers: leaves },
    ],
  ])("is not taken for bulk: %s", (_what, given) => {
    expect(isBulkMail(mailOf(given))).toBe(false);
  });

  it.each([
    "Mailing-List",
    "List-Subscribe",
    "X-Mailing-List",
    "X-BeenThere",
    "X-Mailman-Version",
    "X-ML-Name",
    "X-List",
    "X-ListServer",
    "X-Listar-Version",
    "X-Google-Group-Id",
  ])("is not taken for bulk when a list of its members passed it on: %s", (header) => {
    const headers = { ...leaves, "X-MC-User": "1", [header]: "1" };
    expect(isBulkMail(mailOf({ headers }))).toBe(false);
  });
});
