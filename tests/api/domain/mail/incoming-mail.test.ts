import { describe, expect, it } from "vitest";
import { answeredIds, headerOf } from "#api/domain/mail/incoming-mail.ts";
import { mailOf } from "./mail.ts";

describe("the messages a mail says it answers", () => {
  it.each<[string, Record<string, string>, string[]]>([
    ["none, when it begins a conversation", {}, []],
    ["the one it answers", { "In-Reply-To": "<ack@w.example>" }, ["<ack@w.example>"]],
    [
      "the one it answers, then its thread from the newest",
      { References: "<first@x> <second@x> <third@x>", "In-Reply-To": "<third@x>" },
      ["<third@x>", "<second@x>", "<first@x>"],
    ],
    [
      "its thread, when a mail program leaves the rest out",
      { References: "<first@x>\r\n <second@x>" },
      ["<second@x>", "<first@x>"],
    ],
    [
      "only ids, whatever a mail program writes around them",
      { "In-Reply-To": 'Your message of Tuesday. "Redress" <ack@w.example> <not an id> <>' },
      ["<ack@w.example>"],
    ],
    [
      "both, when they stand side by side without a space",
      { References: "<first@x><second@x>" },
      ["<second@x>", "<first@x>"],
    ],
    ["none that its writer did not put between brackets", { References: "first@x" }, []],
  ])("are %s", (_which, headers, ids) => {
    expect(answeredIds(mailOf({ headers }))).toEqual(ids);
  });
});

describe("a header", () => {
  const mail = mailOf({ headers: { "X-Spam-FLAG": "YES", "x-spam-flag": "NO" } });

  it("is found whatever its case, and the first of several counts", () => {
    expect(headerOf(mail, "x-spam-flag")).toBe("YES");
  });

  it("is empty when the mail has none of that name", () => {
    expect(headerOf(mail, "x-spam")).toBe("");
  });
});
