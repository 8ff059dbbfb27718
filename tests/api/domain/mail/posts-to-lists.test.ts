import { describe, expect, test } from "vitest";
import { machineReason } from "#api/domain/mail/machine-mail.ts";
import { mailOf } from "./mail.ts";

type Row = readonly [what: string, given: Parameters<typeof mailOf>[0]];

const leave = { "List-Unsubscribe": "<mailto:leave@lists.example.org>" };
const residents = "residents@lists.example.org";

const posts: readonly Row[] = [
  [
    "a website's form sent by a mailing service",
    {
      from: "no-reply@forms.example",
      replyTo: ["joan@example.com"],
      headers: { ...leave, "X-SG-EID": "a" },
    },
  ],

  [
    "a group that names itself in Mailing-List only",
    {
      to: [residents],
      replyTo: [residents],
      headers: {
        ...leave,
        "Mailing-List": `list ${residents}; contact residents-owner@lists.example.org`,
        Precedence: "bulk",
      },
    },
  ],
  [
    "a list that tells how to subscribe but not how to post",
    { headers: { ...leave, "List-Subscribe": "<https://lists.example.org>", Precedence: "list" } },
  ],
  [
    "a list that gives its name only",
    { headers: { ...leave, "List-Id": "<residents.lists.example.org>", Precedence: "bulk" } },
  ],
  [
    "a list that is answered where it is written to",
    { to: [residents], replyTo: [residents], headers: { ...leave, Precedence: "bulk" } },
  ],
  [
    "a list that sends one thing on",
    { headers: { ...leave, "Resent-From": "clerk@example.org", Precedence: "bulk" } },
  ],
  [
    "a list of Mailman's without an address to post to",
    { headers: { ...leave, "X-BeenThere": residents, Precedence: "bulk" } },
  ],
  [
    "a list on which somebody answers",
    { subject: "Re: [residents] Bins", headers: { ...leave, Precedence: "bulk" } },
  ],
  [
    "a list with the address of a newsletter",
    {
      from: "news@villagehall.example",
      headers: { ...leave, "List-Post": `<mailto:${residents}>`, Precedence: "list" },
    },
  ],
  [
    "a customer service that answers with a campaign program",
    { headers: { ...leave, "Feedback-ID": "1:help", References: "<a@wexcombe.gov.uk>" } },
  ],
];

const mailings: readonly Row[] = [
  ["a mailing that says nothing but how to leave", { headers: { ...leave, Precedence: "bulk" } }],
  [
    "a campaign with a list of its own",
    { headers: { ...leave, "List-Id": "<c1.mailer.example>", "X-Campaign-Id": "7" } },
  ],
  [
    "a newsletter that pretends to answer",
    { from: "newsletter@shop.example", subject: "Re: your basket", headers: leave },
  ],
];

describe("what a person writes to many", () => {
  test.each(posts)("is a person's mail through %s", (_what, given) => {
    expect(machineReason(mailOf(given))).toBeUndefined();
  });

  test.each(mailings)("is not %s", (_what, given) => {
    expect(machineReason(mailOf(given))).toBe("bulk-mail");
  });
});
