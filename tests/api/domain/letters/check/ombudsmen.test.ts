import { describe, expect, it } from "vitest";
import { readWords } from "#api/domain/letters/check/letter-words.ts";
import { namesRightOmbudsman, ombudsmanFindings } from "#api/domain/letters/check/ombudsmen.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";

const lgsco = policyOf("lgsco-2024");
const housing = policyOf("housing-ombudsman-2024");
const found = (words: string, policy = lgsco) => ombudsmanFindings(readWords(words), policy);

describe("the Ombudsman of a procedure", () => {
  it.each([
    ["You can ask the Local Government and Social Care Ombudsman.", lgsco],
    ["You can ask the local government & social care ombudsman’s team.", lgsco],
    ["You can ask the Local Government\nand Social Care Ombudsman.", lgsco],
    ["You can ask the LGSCO.", lgsco],
    ["You can ask the Housing Ombudsman Service.", housing],
    ["You can ask the Housing Ombudsman.", housing],
  ])("is named, and no other: %s", (words, policy) => {
    expect(namesRightOmbudsman(words, policy)).toBe(true);
    expect(found(words, policy)).toEqual([]);
  });

  it.each([
    ["You can ask the Ombudsman.", lgsco],
    ["See www.lgo.org.uk.", lgsco],
    ["It was at the phso building.", lgsco],
    ["It was late.", housing],
  ])("is not named, nor is another: %s", (words, policy) => {
    expect(namesRightOmbudsman(words, policy)).toBe(false);
    expect(found(words, policy)).toEqual([]);
  });

  it.each([
    ["Housing Ombudsman Service", "You can ask the Housing Ombudsman Service.", lgsco],
    ["Housing Ombudsman", "You can ask the Housing Ombudsman.", lgsco],
    ["Local Government Ombudsman", "You can ask the Local Government Ombudsman.", lgsco],
    ["LGO", "You can ask the LGO.", lgsco],
    ["PHSO", "You can ask the PHSO.", lgsco],
    [
      "Parliamentary & Health Service Ombudsman",
      "You can ask the Parliamentary & Health Service Ombudsman.",
      lgsco,
    ],
    ["LGSCO", "You can ask the LGSCO.", housing],
  ])("is not the %s: %s", (where, words, policy) => {
    const right =
      policy === lgsco ? "Local Government and Social Care Ombudsman" : "Housing Ombudsman Service";
    expect(found(words, policy)).toEqual([
      {
        id: "other-ombudsman",
        standing: "missing",
        words: `It names the wrong Ombudsman. This procedure leads to the ${right}.`,
        where,
      },
    ]);
  });

  it("beside another is worth a look", () => {
    const both = "You can ask the LGSCO, or the PHSO about the hospital.";
    expect(found(both)).toEqual([
      {
        id: "other-ombudsman",
        standing: "look",
        words:
          "It names the PHSO as well as the Local Government and Social Care Ombudsman. Does the person need both?",
        where: "PHSO",
      },
    ]);
  });
});
