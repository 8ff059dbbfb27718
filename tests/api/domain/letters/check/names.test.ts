import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import { readWords } from "#api/domain/letters/check/letter-words.ts";
import { greetingFindings, staffFindings } from "#api/domain/letters/check/names.ts";
import { everybody, tom } from "#tests/api/domain/case/people.ts";
import { inHand, joans } from "./checked.ts";

const of = (name: string, more: Partial<Case> = {}): Case => ({
  ...joans,
  complainant: { name },
  ...more,
});
const spokenFor = (name: string, sponsor: string): Case =>
  of(name, {
    sponsors: [{ id: "1", name: sponsor, capacity: "mp", consent: true }],
  });
const greeted = (greeting: string, theCase: Case) =>
  greetingFindings(readWords(`${greeting}\n\nIt was late.`), inHand(theCase));

describe("the greeting", () => {
  it.each([
    ["Dear Mrs Whitfield", "Joan Whitfield"],
    ["Dear Joan,", "Joan Whitfield"],
    ["Good afternoon Ms Whitfield", "WHITFIELD, Joan"],
    ["Dear Mr and Mrs Whitfield", "Peter and Joan Whitfield"],
    ["Dear Ms O’Brien", "Siobhan O'Brien"],
    ["Dear Mrs Jones", "Ann Smith-Jones"],
    ["Dear Mrs Smith Jones", "Ann Smith-Jones"],
    ["Dear Mr Al Hassan", "Omar Al-Hassan"],
    ["Dear Zoe", "Zoë Müller"],
    ["Dear Mr Wojcik", "Łukasz Wójcik"],
    ["Dear Ms Lord", "Terry Lord"],
    ["Dear Sir John", "Sir John Hughes"],
    ["Dear Dr Ng", "Mai Ng"],
  ])("%s is for %s", (greeting, name) => {
    expect(greeted(greeting, of(name))).toEqual([
      { id: "greeting", standing: "met", words: "It greets the person by their name." },
    ]);
  });

  it("is not for everybody of the same rank", () => {
    expect(greeted("Dear Lady Dunn", of("Lady Anne Hughes"))).toMatchObject([
      { standing: "missing" },
    ]);
  });

  it("may be for whoever speaks for the person", () => {
    expect(greeted("Dear Mr Hughes", spokenFor("Joan Whitfield", "Dan Hughes MP"))).toMatchObject([
      { standing: "met" },
    ]);
    expect(
      greeted("Dear Ms Whitfield", spokenFor("Joan Whitfield", "Dan Hughes MP")),
    ).toMatchObject([{ standing: "met" }]);
  });

  it.each([
    "Dear Mr Hughes",
    "Dear Tom Watson MP",
    "Hello Dear Mr Whitehead",
    "Dear Rt Hon Mr May",
  ])("of somebody else holds the letter back: %s", (greeting) => {
    expect(greeted(greeting, of("Joan Whitfield MP"))).toEqual([
      {
        id: "greeting",
        standing: "missing",
        words:
          "It greets somebody else: this is the case of Joan Whitfield MP. If they go by another name, confirm their details first.",
        where: greeting,
      },
    ]);
  });

  it.each([
    "Dear Sir or Madam",
    "Dear resident",
    "Dear tenant of 4 Larkspur Close",
    "Hello,",
    "Dear Mr",
  ])("that calls nobody by their name is worth a look: %s", (greeting) => {
    expect(greeted(greeting, of("Joan Whitfield"))).toEqual([
      {
        id: "greeting",
        standing: "look",
        words: "It does not call the person by their name, Joan Whitfield.",
        where: greeting,
      },
    ]);
  });

  it("should be there", () => {
    expect(greeted("About your bin.", of("Joan Whitfield"))).toEqual([
      { id: "greeting", standing: "look", words: "It greets nobody. Begin with “Dear …”." },
    ]);
  });

  it.each([
    ["a mail address", "Dear Mr Hughes", of("joan@example.com")],
    ["an account", "Dear Mr Hughes", of("user4711")],
    ["a title alone", "Dear Mr Hughes", of("Mr")],
    ["one letter", "Dear Mr Hughes", of("J")],
    ["an investigator at the Ombudsman’s", "Dear Ombudsman", of("Joan Whitfield")],
    [
      "whoever the Ombudsman lets ask",
      "Dear Mr Hughes",
      of("Joan Whitfield", {
        ombudsman: [{ reference: "24 001 234" }],
      } as unknown as Partial<Case>),
    ],
  ])("may be anybody’s where the person is known as %s", (_what, greeting, theCase) => {
    expect(greeted(greeting, theCase)).toEqual([]);
  });
});

describe("the name of somebody who works for the council", () => {
  const named = (words: string, theCase = joans, people = everybody) =>
    staffFindings(
      readWords(`Dear Joan\n\n${words}\n\nYours sincerely\nHelen Marsh`),
      inHand(theCase),
      people,
    ).map(({ where, words: advice }) => [where, advice]);

  it.each([
    ["Rosa Diaz did not ring back.", "Rosa Diaz", "Rosa Diaz"],
    ["We spoke to rosa\ndiaz.", "rosa\ndiaz", "Rosa Diaz"],
    ["Mr. Lindqvist decided it.", "Mr. Lindqvist", "David Lindqvist"],
    ["Then Ms Marsh rang.", "Ms Marsh", "Helen Marsh"],
  ])("is worth a look: %s", (words, where, name) => {
    expect(named(words)).toEqual([[where, `It names ${name}. Say “the officer”, or “Officer A”.`]]);
  });

  it.each([
    ["of whoever handles it", "Tom Okafor is looking after it."],
    ["of a councillor", "Councillor Amina Shah wrote to us."],
    ["that another name begins with", "Rosa Diazabal and Dr Marshall rang."],
    ["as a first name", "Rosa from next door rang."],
    ["as a word", "The marsh and the field were frosty."],
    ["that somebody else spoke", "You told us that “Rosa Diaz hung up”."],
  ])("is left alone %s: %s", (_whose, words) => {
    expect(named(words)).toEqual([]);
  });

  it("is no name of staff where the person has it", () => {
    expect(named("We wrote to Mrs Marsh in May.", of("Joan Marsh"))).toEqual([]);
    expect(named("We wrote to Helen Marsh in May.", of("Marsh, Helen"))).toEqual([]);
    expect(named("Helen Marsh rang Mrs Marsh.", of("Joan Marsh"))).toHaveLength(1);
    expect(named("We wrote to Mr Marsh.", spokenFor("Joan Whitfield", "Dan Marsh MP"))).toEqual([]);
  });

  it("is found however it is spelt, and before anybody handles the case", () => {
    const { officer: _nobody, ...unassigned } = joans;
    const people = [
      ...everybody,
      { ...tom, id: "mary", name: "Mary Ann Doe" },
      { ...tom, id: "sean", name: "Sean O'Neil (agency)" },
    ];
    expect(named("Mr Okafor rang.", unassigned as Case)).toHaveLength(1);
    expect(named("Sean O’Neil (agency) rang.", joans, people)).toHaveLength(1);
    expect(named("Ms Doe rang.", joans, people)).toHaveLength(1);
    expect(named("Mr Ann rang.", joans, people)).toEqual([]);
  });

  it("is no secret where it is a cabinet member’s", () => {
    const member = {
      ...tom,
      id: "cora",
      name: "Cora Bell",
      roles: ["member-responsible"] as const,
    };
    expect(named("Cora Bell decided it.", joans, [member])).toEqual([]);
  });
});
