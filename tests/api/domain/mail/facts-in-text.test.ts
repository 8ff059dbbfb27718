import { describe, expect, it } from "vitest";
import { factsIn } from "#api/domain/mail/facts-in-text.ts";

describe("the phone number in a text", () => {
  it.each([
    "01632 960123",
    "01632-960-123",
    "(01632) 960123",
    "0163 2960 12",
    "020 7946 0123",
    "07700900123",
    "+447700900123",
    "+44 7700 900123",
    "+44 (0)1632 960123",
    "+44(0) 1632 960123",
    "0044 7700 900123",
    "00447700900123",
  ])("may be written %s", (phone) => {
    expect(factsIn(`Ring ${phone}, please.`).phone).toBe(phone);
    expect(factsIn(phone).phone).toBe(phone);
  });

  it.each([
    ["a date and a time", "On 01-02-2026 at 10"],
    ["an account", "Account 330051884401632960123"],
    ["a number with too few digits", "Ring 01632 9601"],
    ["a number with too many", "Ring 01632 960123456"],
    ["a number after a slash", "See 26/01632960123"],
    ["a number after a dash", "See WX-01632960123"],
    ["the number of a form", "See form #01632960123"],
    ["zeros", "It says 0000 000 000"],
    ["a number of another country", "Ring 0033 142 685300"],
    ["a bracket that does not close", "Ring (01632960123"],
  ])("is not %s", (what, text) => {
    const found = factsIn(text).phone;
    expect(found).toBe(what.startsWith("a bracket") ? "01632960123" : undefined);
  });

  it("is the first of several that is one", () => {
    expect(factsIn("Card 0000 1111 22, home 01632 960123, mobile 07700 900123").phone).toBe(
      "01632 960123",
    );
  });
});

describe("the references in a text", () => {
  it.each([
    ["Ref WX40187263", "WX40187263"],
    ["ref: WX/4018", "WX/4018"],
    ["Your reference is HB-2271", "HB-2271"],
    ["Reference number: 4018", "4018"],
    ["REF NO. 4018A", "4018A"],
    ["case no 4018", "4018"],
    ["Case number #4018", "4018"],
    ["case ref 4018", "4018"],
    ["case reference 4018", "4018"],
    ["complaint no 4018", "4018"],
    ["complaint number 4018", "4018"],
    ["complaint ref - 4018", "4018"],
    ["my account 3300518844", "3300518844"],
    ["account number 3300518844", "3300518844"],
    ["account no: 3300518844", "3300518844"],
    ["acc no 3300518844", "3300518844"],
    ["claim no 4018", "4018"],
    ["claim reference HB/227104", "HB/227104"],
    ["penalty charge notice WX40187263", "WX40187263"],
    ["Penalty Charge Notice number WX40187263", "WX40187263"],
    ["PCN WX40187263", "WX40187263"],
    ["PCN no. WX40187263", "WX40187263"],
    ["planning application 26/01142/HSE", "26/01142/HSE"],
    ["planning ref 26/01142", "26/01142"],
    ["application no 4018", "4018"],
    ["application reference: 4018", "4018"],
    ["job number 4018", "4018"],
    ["job no 4018", "4018"],
    ["enquiry no 4018", "4018"],
    ["enquiry number 4018", "4018"],
    ["the house extension 26/01142/HSE", "26/01142/HSE"],
    ["cmp7k3q9d", "CMP-7K3Q-9D"],
  ])("are found in “%s”", (text, reference) => {
    expect(factsIn(`Hello, ${text} is what I mean.`).references).toEqual([reference]);
  });

  it.each([
    "with reference to your letter",
    "on the case number one of all",
    "ref 123",
    "a preference 4018",
    "my claim 4018",
    "on 26/01/2026",
    "the score was 12/345/x",
  ])("are none in “%s”", (text) => {
    expect(factsIn(text).references).toBeUndefined();
  });

  it("are ours first, then theirs, each once and no more than five", () => {
    const text =
      "PCN AB1234, ref AB1234, cmp 7k3q 9d, ref AB1235, 26/01142/HSE, ref AB1236, ref AB1237, ref AB1238";
    expect(factsIn(text).references).toEqual([
      "CMP-7K3Q-9D",
      "AB1234",
      "AB1235",
      "AB1236",
      "AB1237",
    ]);
  });

  it("are no part of a phone number", () => {
    expect(factsIn("Ref no: 01632 960123, case no 4018").references).toEqual(["4018"]);
  });
});
