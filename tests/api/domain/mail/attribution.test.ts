import { describe, expect, it } from "vitest";
import { quotationsIn } from "#api/domain/mail/reply-quotes.ts";

const quotationsOf = (text: string, isReply: boolean) => {
  const lines = text.split("\n");
  return quotationsIn(lines, isReply).map(({ start, end }) => lines.slice(start, end).join("\n"));
};
const reply = "The bins were missed again today.";
const earlier = "Dear Joan,\nThank you.";
const marked = "> Dear Joan,\n> Thank you.";

describe("the line above a quotation without marks", () => {
  it.each([
    ["an address and a verb", "complaints@wexcombe.gov.uk wrote:"],
    ["an address in brackets and a verb", "Wexcombe <complaints@wexcombe.gov.uk> wrote:"],
    ["a day, a time and a verb", "On 9 November at 9:58 Wexcombe wrote:"],
    ["a time with a dot", "On 9 November at 9.58 Wexcombe wrote:"],
    ["a time with an h", "Le 9 novembre à 9h58, Wexcombe a écrit :"],
    ["a time with an H", "Le 9 novembre à 9H58, Wexcombe a écrit :"],
    ["a verb before the name", "Am 9. November um 9:58 schrieb Wexcombe:"],
    [
      "an address before the verb and the date",
      "complaints@wexcombe.gov.uk wrote on Tuesday, the 9th:",
    ],
    ["a verb and an address", "On the 9th wrote complaints@wexcombe.gov.uk:"],
    ["“quoting” and an address", "Quoting Wexcombe <complaints@wexcombe.gov.uk>:"],
    ["an address and a year", "Wexcombe, 10 November 2026, complaints@wexcombe.gov.uk (office):"],
    ["an address and a year of the last century", "Joan <joan@example.com> 10.11.1999:"],
    ["an address and a time", "Wexcombe complaints@wexcombe.gov.uk, at 9.58:"],
    ["indented words", "   On 9 November at 9:58 Wexcombe wrote:  "],
  ])("is known by %s", (_what, line) => {
    const text = `${line}\n\n${earlier}`;
    expect(quotationsOf(`${reply}\n\n${text}`, true)).toEqual([text]);
    expect(quotationsOf(`${reply}\n\n${text}`, false)).toEqual([text]);
  });

  it.each([
    "On 9 November your officer wrote:",
    "On 9 November 2026 your officer wrote:",
    "On 9.1. your officer wrote:",
    "On 9 November your officer at no.12 Mill Lane wrote:",
    "Am 9. November schrieb Ihr Amt:",
  ])("may begin a story in a mail that answers none: %s", (line) => {
    const text = `${line}\nWe will not come.\nRing me at 9:30 or write to joan@example.com.`;
    expect(quotationsOf(`${reply}\n\n${text}`, true)).toEqual([text]);
    expect(quotationsOf(`${reply}\n\n${text}`, false)).toEqual([]);
  });

  it.each([
    [
      "broken before the address",
      "On Tue, 10 Nov 2026 at 09:58, Wexcombe Council <\ncomplaints@wexcombe.gov.uk> wrote:",
    ],
    ["broken three times", "On Tuesday, the 10th of November,\nat 09:58,\nWexcombe\nwrote:"],
    ["indented", "  On Tuesday, the 10th of November,\n  at 09:58, Wexcombe wrote:  "],
    ["broken after an address", "Wexcombe Council complaints@wexcombe.gov.uk\nwrote:"],
    [
      "broken after a name with brackets",
      "Wexcombe Borough Council <\ncomplaints@wexcombe.gov.uk> wrote:",
    ],
    [
      "broken after a time",
      "Wexcombe Borough Council, 9:58 Uhr,\ncomplaints@wexcombe.gov.uk schrieb:",
    ],
    [
      "broken within a time",
      "On Tuesday, the tenth of November @ 9\n:58, complaints@wexcombe.gov.uk wrote:",
    ],
    ["of 500 characters", `On Tuesday, 10/11/2026, ${"a".repeat(465)}\nJoan wrote:`],
  ])("may be %s", (_how, lines) => {
    const text = `${lines}\n${earlier}`;
    expect(quotationsOf(`${reply}\n${text}`, true)).toEqual([text]);
  });

  it.each([
    ["a short answer", "No."],
    ["an answer that begins as one", "On Monday I am in from 9."],
    ["a sentence that begins as one", "In short, no, and nobody needs to ring me again"],
    ["a plain sentence", "Your letter came today, and I thank you for it"],
    ["a sentence with a time", "Do ring me, but not before 9,30 or after 12:5"],
  ])("leaves %s right above it", (_what, answer) => {
    const bySender = `Wexcombe <complaints@wexcombe.gov.uk> wrote:\n${earlier}`;
    expect(quotationsOf(`${answer}\n${bySender}`, true)).toEqual([bySender]);
    const byDay = `On Tue, 10 Nov 2026 at 09:58, Wexcombe wrote:\n${earlier}`;
    expect(quotationsOf(`${answer}\n${byDay}`, true)).toEqual([byDay]);
  });

  it("begins nothing that somebody passes on", () => {
    const lines = `On Tue, 10 Nov 2026 at 09:58, Wexcombe wrote:\n${earlier}`.split("\n");
    expect(quotationsIn(lines, true)).toEqual([{ start: 0, end: 3, isForward: false }]);
  });

  it.each([
    [
      "a line of five",
      "On Tuesday, the 10th of November,\nat 09:58,\nWexcombe\nBorough\nCouncil wrote:",
    ],
    [
      "a line of three that does not open as one",
      "Wexcombe Borough Council, 9:58 Uhr,\nBins,\nAmt schrieb:",
    ],
    ["lines over a blank one", "On 9 November the crew never came.\n\nNobody wrote:\nfine"],
    ["more than 500 characters", `On Tuesday, 10/11/2026, ${"a".repeat(466)}\nJoan wrote:`],
    ["who wrote without a day", "Wexcombe wrote:"],
    ["an opening without a day", "On Tuesday Wexcombe wrote:"],
    ["a day without an opening", "Wexcombe wrote 9 letters and then wrote:"],
    ["an opening, a verb and no day", "On Tuesday schrieb Wexcombe:"],
    ["a day, a verb and no opening", "Ihr Amt schrieb 9 Briefe:"],
    ["a verb with an address and no day", "Ihr Amt schrieb an amt@wexcombe.example einen Brief:"],
    ["a sentence with an address", "Write to joan@example.com or ring at 9:58"],
    ["a sentence with an address and no date", "Write to one of us (joan@example.com):"],
    ["a list of addresses with numbers", "My 12 addresses, among them joan@example.com (old):"],
    ["a year of long ago", "Built in 1066 by joan@example.com (old):"],
    ["a long number", "Account 1920265 of joan@example.com (old):"],
    ["a version and an address", "Version 1.2 of joan@example.com (old):"],
    ["a date without an address", "The letter (10/11/2026):"],
    ["a date and a time without an address", "The letter of 10 November 2026, 9:58:"],
    ["an address at the end", "On 10 November 2026 at 9:58 write to joan@example.com"],
    ["an at sign alone", "Meet me @ 9:58 (noon):"],
    ["who is quoted without an address", "Quoting your letter of 9:58:"],
    ["an address before a quotation", "I am quoting joan@example.com a bit:"],
    ["an address that is to be quoted", "Quoting joan@example.com: please stop"],
  ])("is not %s", (_what, text) => {
    expect(quotationsOf(`${text}\n${reply}`, true)).toEqual([]);
  });
});

describe("the line above a marked quotation", () => {
  it.each([
    ["an address in brackets and a date", "2026/11/10 Wexcombe <complaints@wexcombe.gov.uk>"],
    ["an address in round brackets", "Wexcombe (complaints@wexcombe.gov.uk) 10-11-2026"],
    ["an address in square brackets", "Wexcombe [complaints@wexcombe.gov.uk] 10.11.2026"],
    ["an address in brackets and a time", "Wexcombe <complaints@wexcombe.gov.uk>, 9:58"],
    ["an address in brackets and a time with a dot", "Wexcombe <complaints@wexcombe.gov.uk>, 9.58"],
    ["an address it was sent from", "Sent from Wexcombe <complaints@wexcombe.gov.uk>:"],
    ["an opening and a date", "On 10/11/2026 Wexcombe told us:"],
    ["an opening and a time", "At 9:58 from Wexcombe:"],
    ["a verb", "On 9 November Wexcombe wrote:"],
    ["indented words", "  On 10/11/2026 Wexcombe told us:  "],
    ["no more than 250 characters", `On 10/11/2026 ${"a".repeat(235)}:`],
  ])("belongs to it when it holds %s", (_what, line) => {
    const text = `${line}\n${marked}`;
    expect(quotationsOf(`${reply}\n${text}\n${reply}`, false)).toEqual([text]);
    const apart = `${line}\n\n\n\n\n\n\n\n${marked}`;
    expect(quotationsOf(`${reply}\n${apart}\n${reply}`, false)).toEqual([apart]);
  });

  it.each([
    ["an address and no date", "Write to Tom <tom@example.com>"],
    ["an address with a number", "Write to 12 of us <tom@example.com>"],
    ["a date and no address", "On 10/11/2026 you told us"],
    ["an opening without a date", "On the lid it said:"],
    ["a date without an opening", "My letter of 10/11/2026:"],
    ["an address without brackets", "tom@example.com, 10/11/2026"],
    ["an at sign in brackets", "(@ 9:58)"],
    ["a version and an address", "Version 1.2 of Tom <tom@example.com>"],
    ["a telephone number and an address", "01632 960123 <tom@example.com>"],
    ["what was sent from elsewhere", "It was sent from Tom <tom@example.com>:"],
    ["what was sent, in a sentence", "Sent from Tom <tom@example.com>: the list"],
    ["more than 250 characters", `On 10/11/2026 ${"a".repeat(236)}:`],
    ["an opening, a date and more lines", "On 10/11/2026 you told us:\nthat you come"],
  ])("is the writer's own when it holds %s", (_what, line) => {
    expect(quotationsOf(`${reply}\n${line}\n${marked}`, true)).toEqual([marked]);
  });

  it("is the writer's own when the quotation stands far below", () => {
    const gap = "\n".repeat(9);
    expect(quotationsOf(`On 10/11/2026 you told us:${gap}${marked}`, true)).toEqual([marked]);
  });

  it("is not joined with a marked line", () => {
    const text = "> Joan wrote:\n> Dear Sir";
    expect(quotationsOf(`On 9 November we moved to Mill Lane.\n${text}`, true)).toEqual([text]);
  });
});
