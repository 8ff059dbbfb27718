import { describe, expect, it } from "vitest";
import { newTextOf } from "#api/domain/mail/new-text.ts";
import { isQuoted, quotationsIn } from "#api/domain/mail/reply-quotes.ts";

const quotationsOf = (text: string, isReply = true) => {
  const lines = text.split("\n");
  return quotationsIn(lines, isReply).map(({ start, end }) => lines.slice(start, end).join("\n"));
};
const reply = "The bins were missed again today.";
const long = "> We are sorry that your collection was missed and will send a crew";

describe("a line that is marked as quoted", () => {
  it.each([
    "> Dear Joan",
    ">",
    ">Dear Joan",
    "    > Dear Joan",
    " >> Dear Joan",
    "&gt; Dear Joan",
    "| Dear Joan",
    "  | the 2 | 3 rule",
    "W> Dear Joan",
    "JW> Dear Joan",
    "JMW> Dear Joan",
  ])("is known by its mark: %j", (line) => {
    expect(isQuoted(line)).toBe(true);
  });

  it.each([
    "Dear Joan",
    "5>3 is so",
    "     > far in",
    "|Dear Joan",
    "| Monday | missed |",
    "| Monday | missed |  ",
    "A>B is so",
    "See W> Dear Joan",
    "JMWR> Dear Joan",
    "w> Dear Joan",
    "gt; Dear Joan",
    "",
  ])("is no other: %j", (line) => {
    expect(isQuoted(line)).toBe(false);
  });
});

describe("marked lines", () => {
  it("are one quotation over blank lines, and another below an answer", () => {
    expect(
      quotationsOf(
        `> Which day?\n  \n\n> And which bin?\n\n${reply}\n> Which street?\n> And town?`,
      ),
    ).toEqual(["> Which day?\n  \n\n> And which bin?", "> Which street?\n> And town?"]);
  });

  it("leave the blank lines below them to the answer", () => {
    expect(quotationsOf(`> Which day?\n\n${reply}`)).toEqual(["> Which day?"]);
    expect(quotationsOf("> Which day?\n\n")).toEqual(["> Which day?"]);
  });

  it.each([
    ["words", `${long}\nagain tomorrow.\n> Wexcombe`],
    ["a number", `${long}\n3 times over.\n> Wexcombe`],
    ["a bracket", `${long}\n(or two).\n> Wexcombe`],
    ["words of two lines, of which each is broken", `${long}\nof\n${long}\nof\n> Wexcombe`],
    ["words of a line of 61 characters", `> ${"a".repeat(59)}\nagain.\n> Wexcombe`],
    ["up to 75 characters", `${long}\n${"a".repeat(75)}\n> Wexcombe`],
  ])("hold the loose end of a long line: %s", (_what, text) => {
    expect(quotationsOf(text)).toEqual([text]);
  });

  it.each([
    ["a new sentence", `${long}\nNo, thank you.\n> Wexcombe`],
    ["an answer in brackets of its own", `${long}\n[Joan: no]\n> Wexcombe`],
    ["an answer below a short line", `> ${"a".repeat(58)}\nagain.\n> Wexcombe`],
    ["an answer below a sentence", `${long}.\nyes please\n> Wexcombe`],
    ["an answer to a question", `${long}? \nyes please\n> Wexcombe`],
    ["an answer to an offer", `${long}:\nyes please\n> Wexcombe`],
    ["an answer to a call", `${long}!\nyes please\n> Wexcombe`],
    ["an answer of 76 characters", `${long}\n${"a".repeat(76)}\n> Wexcombe`],
    ["an answer of two lines", `${long}\nyes please\non Tuesday\n> Wexcombe`],
    ["an answer above a blank line", `${long}\nyes please\n\n> Wexcombe`],
    ["an answer with a line to itself", `${long}\n\nyes please\n> Wexcombe`],
  ])("leave %s", (_what, text) => {
    expect(quotationsOf(text)).toEqual([text.split("\n")[0], "> Wexcombe"]);
  });

  it("leave an answer that follows at once, as the last of the mail", () => {
    expect(newTextOf({ subject: "Re: Bins", text: `${long}\nyes please` }).text).toBe("yes please");
  });

  it("have no say on long lines of an answer", () => {
    const own = "I have been waiting for the crew since seven in the morning on Tuesday";
    expect(quotationsOf(`> Hello\n${own}\nand again on Friday.\n> Bye`)).toEqual([
      "> Hello",
      "> Bye",
    ]);
  });
});

describe("the repeated head of an earlier mail", () => {
  const head = "From: Wexcombe Council\nSent: 10 November 2026\nTo: Joan\nSubject: Bins";

  it.each([
    ["three labels", "From: Wexcombe\nTo: Joan\nSubject: Bins"],
    ["a sender with an address, and a date", "From: complaints@wexcombe.gov.uk\nDate: Tuesday"],
    ["a sender with a number, and a date", "From: Wexcombe 24\nDate: Tuesday"],
    ["labels far apart", "From: Wexcombe\n\n\nSent: Tuesday\n\n\nTo: Joan\n\n\nSubject: Bins"],
    [
      "labels that run on over two lines",
      "From: Wexcombe\nCouncil\nTo: Joan\nWhitfield\nSubject: Bins",
    ],
    ["marks around the labels", "*From:* Wexcombe\n*Sent:* Tuesday\n*To:* Joan"],
    ["a rule above", `__________\n${head}`],
    ["dashes above", `  ----------  \n\n${head}`],
    ["equal signs above, and a gap", `==========\n\n\n\n\n\n\n\n${head}`],
    ["a separator", "-----Original Message-----"],
    ["a ruled separator of another language", "----- Ursprüngliche Nachricht -----"],
  ])("is known by %s", (_what, lines) => {
    const earlier = `${lines}\n\nDear Joan,\nThank you.`;
    expect(quotationsOf(`${reply}\n\n${earlier}`)).toEqual([earlier]);
    expect(newTextOf({ subject: "Re: Bins", text: earlier })).toEqual({
      text: "",
      signature: "",
      quotes: true,
    });
  });

  it.each([
    ["what is from somebody", "From: the bottom of my heart\nDate: any Tuesday\nThank you."],
    ["a sender and a receiver", "From: joan@example.com\nTo: the manager\nPlease act."],
    ["a date and a sender", "Date: 10 November\nFrom: joan@example.com\nPlease act."],
    ["labels between lines", "From: Joan\nI write\nabout\nbins.\nTo: the manager\nSubject: bins"],
    ["labels between paragraphs", "From: Joan\nI write.\nTo: the manager\nPlease act."],
    ["labels that lie too far apart", `From: Joan\n${"\n".repeat(11)}To: you\nSubject: bins`],
    ["a copy to somebody, though a rule is above", "__________\nCc: my MP\nPlease act."],
    ["a rule with words", `__________ Joan\nFrom: joan@example.com\nTo: you`],
    ["a short rule", `_________\nPlease act.`],
  ])("is not %s", (_what, text) => {
    expect(quotationsOf(text)).toEqual([]);
  });

  it.each([
    ["attachments named above it", "Attachments: two photos"],
    ["a short rule above it", "_________"],
    ["a rule with words before it", "Joan __________"],
    ["a rule with words behind it", "__________ Joan"],
    ["a rule too far above it", `__________${"\n".repeat(9)}`],
  ])("leaves %s", (_what, above) => {
    expect(quotationsOf(`${reply}\n\n${above}\n${head}`)).toEqual([head]);
  });
});
