import { describe, expect, it } from "vitest";
import type { FactsInText } from "#api/domain/mail/facts-in-text.ts";
import { offeredFacts } from "#api/domain/mail/offered-facts.ts";
import type { Complainant } from "#api/domain/case/vocabulary.ts";

const joan: Complainant = { name: "Joan Whitfield", email: "joan@example.org" };
const values = (facts: FactsInText, known: Partial<Complainant> = {}) =>
  offeredFacts(facts, { ...joan, ...known }).map(({ value }) => value);

describe("what a text says of its writer", () => {
  it("is offered one by one, each with what its button does", () => {
    const facts = {
      ...{ name: "Joan M. Whitfield", phone: "01632 960123" },
      ...{ address: "4 Quay Street", postcode: "WX2 4QT", references: ["PCN77", "CMP-7K3Q-9D"] },
    };
    expect(
      offeredFacts(facts, joan).map(({ title, press, action }) => ({ title, press, action })),
    ).toEqual([
      {
        ...{ title: "Name", press: "Use this name" },
        action: { type: "confirm-details", name: "Joan M. Whitfield" },
      },
      {
        ...{ title: "Postal address", press: "Use this address" },
        action: { type: "confirm-details", address: "4 Quay Street, WX2 4QT" },
      },
      {
        ...{ title: "Phone", press: "Use this number" },
        action: { type: "confirm-details", phone: "01632 960123" },
      },
      {
        ...{ title: "Reference", press: "Keep this reference" },
        action: { type: "confirm-details", reference: "PCN77" },
      },
    ]);
  });

  it.each<[string, FactsInText, string[]]>([
    ["a postcode alone", { postcode: "WX2 4QT" }, ["WX2 4QT"]],
    [
      "an address that ends in it",
      { address: "4 Quay Street, WX24QT", postcode: "WX2 4QT" },
      ["4 Quay Street, WX24QT"],
    ],
    ["nothing", {}, []],
  ])("stands for an address as %s", (_words, facts, offered) => {
    expect(values(facts)).toEqual(offered);
  });

  it.each<[string, FactsInText, Partial<Complainant>]>([
    ["name in capitals", { name: "JOAN WHITFIELD" }, {}],
    ["number, written abroad", { phone: "+44 (0)1632 960123" }, { phone: "01632 960 123" }],
    ["number, written at home", { phone: "01632 960123" }, { phone: "0044 1632 960123" }],
    [
      "address on other lines",
      { address: "4 Quay Street", postcode: "WX2 4QT" },
      { address: "Flat 2\n4 Quay Street,\nWX2 4QT" },
    ],
    ["number with a 44 within", { phone: "+44 1632 440123" }, { phone: "01632 440123" }],
    ["number, which they did not repeat", {}, { phone: "01632 960123" }],
    ["reference", { references: ["PCN77"] }, { references: ["PCN77"] }],
  ])("is not offered when it is known: the same %s", (_words, facts, known) => {
    expect(values(facts, known)).toEqual([]);
  });

  it("takes another case's reference for no number of theirs", () => {
    expect(values({ references: ["CMP-7K3Q-9D"] })).toEqual([]);
  });
});
