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
    ["4 Quay St., St. Ives, WX1 3RB", "4 Quay St., St. Ives, WX1 3RB"],
    [
      "4 Quay Street, Stow on the Wold, County Durham, WX1 3RB",
      "4 Quay Street, Stow on the Wold, County Durham, WX1 3RB",
    ],
    ["4 Quay Street, King’s Lynn (WX1 3RB)", "4 Quay Street, King’s Lynn, WX1 3RB"],
    ["4 Quay Street, Weston-super-Mare - WX1 3RB", "4 Quay Street, Weston-super-Mare, WX1 3RB"],
    ["4 Quay Street, Flat 2b, Wexcombe WX1 3RB", "4 Quay Street, Flat 2b, Wexcombe WX1 3RB"],
  ])("goes on to its postcode: %j", (text, address) => {
    expect(factsIn(text).address).toBe(address);
  });

  it.each([
    "I live at 4 Quay Street. It is dark. My mother lives in WX1 3RB.",
    "Our address is 4 Quay Street. The crew of WX1 3RB came.",
    `4 Quay Street\n${"Wexcombe\n".repeat(20)}WX1 3RB`,
    "We’re at 4 Quay Street. My postcode is WX1 3RB",
    "From WX1 3RB I moved to 4 Quay Street",
    "4 Quay Street",
  ])("ends with the street when the postcode belongs to something else: %j", (text) => {
    expect(factsIn(text).address).toBe("4 Quay Street");
  });

  it.each([
    [
      "23 Kingfisher House, Quay Road WX1 3RB",
      "I am tenant at 23 Kingfisher House, Quay Road WX1 3RB.",
    ],
    ["Flat 6 Tern Court WX1 4QT", "Heating is off.\nFlat 6 Tern Court WX1 4QT"],
    [
      "Flat 5, Tern Court, Harbour Street, Wexcombe, WX1 4QT",
      "Flat 5,\nTern Court, Harbour Street,\nWexcombe WX1 4QT".replace(" WX", "\nWX"),
    ],
    [
      "Unit 3, The Old Ropeworks, WX1 3RA",
      "Account 8104422 - Cycles & Repairs, Unit 3, The Old Ropeworks, WX1 3RA",
    ],
    ["2a Corn Exchange Yard WX1 1BD", "Rosalind Achebe\n2a Corn Exchange Yard WX1 1BD"],
    ["40-42 Fore Street, WX1 2AQ", "The Copper Kettle, 40-42 Fore Street, WX1 2AQ"],
    ["9 Chandler’s Row, WX1 2DS", "Mr Finch of 9 Chandler’s Row (WX1 2DS), who has asked me"],
    [
      "Nelson House 5, Quay Road, WX1 3RB",
      "Since 12 May it is cold.\nNelson House 5, Quay Road, WX1 3RB",
    ],
  ])("may be any that a postcode ends: %s", (address, text) => {
    expect(factsIn(text).address).toBe(address);
  });

  it.each([
    [
      "where they say they live",
      "12 Mill Lane, WX2 1AA is empty. I live at 4 Quay Street, WX1 3RB. See 5 Mill Row, WX1 1AA",
    ],
    [
      "what stands below their name",
      "The noise at 12 Mill Lane, WX2 1AA is bad.\n\nTom Reed\n4 Quay Street, WX1 3RB",
    ],
    ["what stands beside their name", "Sewage at 12 Mill Lane.\nTom Reed, 4 Quay Street\nWX1 3RB"],
    [
      "what has a postcode before what has none",
      "Three visits to 12 Mill Lane were missed: 4 Quay Street, WX1 3RB was.",
    ],
    ["the first of several", "From 4 Quay Street, WX1 3RB to 12 Mill Lane, WX2 1AA it was closed."],
    [
      "what they put in the form",
      "12 Mill Lane is dark\nAddress: 4 Quay Street\nPostcode: WX1 3RB\nI live at 5 Mill Row, WX1 1AA",
    ],
  ])("is of several %s", (_what, text) => {
    expect(factsIn(text).address).toMatch(/^4 Quay Street/);
    expect(factsIn(text).postcode).toBe("WX1 3RB");
  });

  it("is left open when an address is only named in passing by somebody with a postcode elsewhere", () => {
    const found = factsIn("The music at 17 Mill Lane goes on.\n\nTom Reed\nWX1 3RB");
    expect(found).toMatchObject({ postcode: "WX1 3RB" });
    expect(found.address).toBeUndefined();
    expect(factsIn("The music at 17 Mill Lane goes on.").address).toBe("17 Mill Lane");
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

describe("a form of a website that came as a mail", () => {
  const form = (...lines: string[]) =>
    factsIn(["A form has been submitted", "", ...lines].join("\n"), "Council website");

  it.each([
    ["First name: Alison", "Last name: Trent"],
    ["Title: Ms", "First name: Alison", "Surname: Trent"],
    ["Full name: Alison Trent"],
    ["Name : Alison Trent"],
    ["Your name:", "Alison Trent", "Telephone:"],
  ])("says who filled it in: %s %s %s", (...lines) => {
    expect(form(...lines).name).toBe("Alison Trent");
  });

  it.each([
    ["Name: not given (anonymous)"],
    ["First name: Alison"],
    ["Service name: Alison Trent"],
  ])("leaves it to its sender’s name when it does not: %s", (line) => {
    expect(form(line).name).toBe("Council website");
  });

  it.each([
    ["Address: 5 Castle Hill Court, Wexcombe", "Postcode: wx4 1gh"],
    ["Home address:", "5 Castle Hill Court", "Wexcombe", "", "Post code: WX4 1GH"],
    ["Postal address: 5 Castle Hill Court,", "Wexcombe", "Postcode: WX4 1GH"],
  ])("says where they live: %s", (...lines) => {
    expect(form(...lines)).toMatchObject({
      address: "5 Castle Hill Court, Wexcombe",
      postcode: "WX4 1GH",
    });
  });

  it.each([["Email address: trent77@example.net"], ["Address: not given"], ["Address:", "", "4"]])(
    "says nothing of it with %s",
    (...lines) => {
      expect(form(...lines).address).toBeUndefined();
    },
  );
});
