import { describe, expect, it } from "vitest";
import { factsIn } from "#api/domain/mail/facts-in-text.ts";

describe("the postcode in a text", () => {
  it.each([
    ["M1 1AE", "M1 1AE"],
    ["B33 8TH", "B33 8TH"],
    ["CR2 6XH", "CR2 6XH"],
    ["DN55 1PT", "DN55 1PT"],
    ["W1A 1HQ", "W1A 1HQ"],
    ["EC1A 1BB", "EC1A 1BB"],
    ["dn551pt", "DN55 1PT"],
    ["Ec1a1bb", "EC1A 1BB"],
    ["M11AE", "M1 1AE"],
  ])("may be %s", (written, postcode) => {
    expect(factsIn(`I write from ${written}, as you know.`).postcode).toBe(postcode);
    expect(factsIn(written).postcode).toBe(postcode);
  });

  it.each([
    ["Q1 1AE", "no area begins with Q"],
    ["MI1 1AE", "no second letter is I"],
    ["M1 1CE", "no C stands at the end"],
    ["M1 1EC", "no C stands at the end"],
    ["EC1C 1BB", "no C follows two letters and a digit"],
    ["W1D2 1HQ", "too much before the blank"],
    ["M1 1AEX", "a letter too many"],
    ["XM1 1AE5", "a number of something"],
    ["M1-1AE", "a dash within"],
    ["EC100 1BB", "a digit too many"],
  ])("is not %s: %s", (written) => {
    expect(factsIn(`I write from ${written}, as you know.`).postcode).toBeUndefined();
  });

  it("is the first of several", () => {
    expect(factsIn("From WX1 3RB to M1 1AE").postcode).toBe("WX1 3RB");
  });
});

describe("the address in a text", () => {
  it.each([
    ["I live at 4 Quay Street, WX1 3RB.", "4 Quay Street, WX1 3RB"],
    ["I live at 4 Quay Street WX1 3RB.", "4 Quay Street WX1 3RB"],
    ["4 Quay Street\nWexcombe\nWX1 3RB", "4 Quay Street, Wexcombe, WX1 3RB"],
    ["4 Quay Street,\n  Wexcombe,\n\n  WX13RB", "4 Quay Street, Wexcombe, WX13RB"],
    ["4 Quay Street.  Wexcombe.  WX1 3RB", "4 Quay Street. Wexcombe. WX1 3RB"],
    [
      "4 Quay Street, Stow on the Wold, County Durham, WX1 3RB",
      "4 Quay Street, Stow on the Wold, County Durham, WX1 3RB",
    ],
    ["4 Quay Street, King’s Lynn (WX1 3RB)", "4 Quay Street, King’s Lynn (WX1 3RB"],
    ["4 Quay Street, Weston-super-Mare - WX1 3RB", "4 Quay Street, Weston-super-Mare - WX1 3RB"],
    ["4 Quay Street, Flat 2b, Wexcombe WX1 3RB", "4 Quay Street, Flat 2b, Wexcombe WX1 3RB"],
  ])("goes on to its postcode: %j", (text, address) => {
    expect(factsIn(text).address).toBe(address);
  });

  it.each([
    "4 Quay Street. It is dark. My mother lives in WX1 3RB.",
    "4 Quay Street. The crew of WX1 3RB came.",
    `4 Quay Street\n${"Wexcombe\n".repeat(20)}WX1 3RB`,
    "4 Quay Street. My postcode is WX1 3RB",
    "From WX1 3RB to 4 Quay Street",
    "4 Quay Street",
  ])("ends with the street when the postcode belongs to something else: %j", (text) => {
    expect(factsIn(text).address).toBe("4 Quay Street");
  });

  it.each([
    "12a Mill Lane",
    "7, Station Road",
    "1024 North Circular Road",
    "3 St. Mary’s Close",
    "3 O'Brien Avenue",
    "5 Kings Drive",
    "5 Royal Crescent",
    "5 Abbey Way",
    "5 Market Place",
    "5 Fountain Court",
    "5 Spring Gardens",
    "5 Spring Garden",
    "5 West Terrace",
    "5 Orchard Grove",
    "5 Castle Hill",
    "5 Victoria Park",
    "5 Mill Row",
    "5 Trinity Square",
    "5 Harbour View",
    "5 Meadow Rise",
    "5 Canal Walk",
    "5 Stable Mews",
    "5 Village Green",
    "5 Long Barrow Down Hill Road",
    "5 Mill Rd",
    "5 Mill St",
    "5 Mill Ave",
    "5 Mill Ln",
    "5 Mill Dr",
    "5 Mill Cl",
    "5 Mill Cres",
    "Flat 3, 20 Harbour Road",
    "flat 3b 20 Harbour Road",
    "Apartment 12, 20 Harbour Road",
    "Apt 12 20 Harbour Road",
    "Unit 7 20 Harbour Road",
    "Room 101, 20 Harbour Road",
    "Flat 3, Nelson House, 20 Harbour Road",
    "Nelson Court 20 Harbour Road",
    "Rose Cottage, 20 Harbour Road",
    "Kiln Farm, 20 Harbour Road",
    "Gate Lodge, 20 Harbour Road",
  ])("may be %s", (address) => {
    expect(factsIn(`I live at ${address} and rent.`).address).toBe(address);
  });

  it.each([
    "I waited 12 weeks on Mill Lane.",
    "There are 20 cars in Harbour Road.",
    "See you at 5 Mill Streets",
    "20000 Harbour Road",
    "4 quay street",
  ])("is none in %j", (text) => {
    expect(factsIn(text).address).toBeUndefined();
  });
});

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
