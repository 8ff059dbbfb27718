import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import { readWords } from "#api/domain/letters/check/letter-words.ts";
import { referenceFindings } from "#api/domain/letters/check/references.ts";
import type { LetterInHand } from "#api/domain/letters/letter-facts.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { inHand, joans } from "./checked.ts";

const found = (words: string, facts: LetterInHand = inHand()) =>
  referenceFindings(readWords(`Dear Joan\n\n${words}`), facts);
const linked = (kind: Case["links"][number]["kind"]): LetterInHand =>
  inHand({ ...joans, links: [{ other: "CMP-2M8A-4T", kind, reason: "" }] });

describe("the reference", () => {
  it.each(["It is about CMP-7K3Q-9D.", "It is about cmp 7k3q 9d.", "It is about CMP7K3Q9D."])(
    "of the case is given, however it is typed: %s",
    (words) => {
      expect(found(words)).toEqual([
        { id: "reference", standing: "met", words: "It gives the reference of the case." },
      ]);
    },
  );

  it.each(["CMP-2M8A-4T", "cmp 2m8a 4t", "CMP2M8A4T"])(
    "of another case holds the letter back, shown as it stands there: %s",
    (where) => {
      expect(found(`It is about CMP-7K3Q-9D, and ${where} too.`)).toEqual([
        {
          id: "reference",
          standing: "missing",
          words:
            "It gives the reference CMP-2M8A-4T, which is another case. This one is CMP-7K3Q-9D.",
          where,
        },
      ]);
    },
  );

  it.each([
    ["same-person", "met"],
    ["follows", "met"],
    ["followed-by", "met"],
    ["related", "missing"],
    ["duplicate", "missing"],
  ] as const)("of a linked case is the person’s own where it is %s: %s", (kind, standing) => {
    const words = "It is about CMP-7K3Q-9D, after CMP-2M8A-4T.";
    expect(found(words, linked(kind))).toMatchObject([{ standing }]);
    expect(found("It is about CMP-7K3Q-9D and CMP-9X9X-9X.", linked(kind))).toMatchObject([
      { standing: "missing", where: "CMP-9X9X-9X" },
    ]);
  });

  it("may be the Ombudsman’s, where they ask", () => {
    const asked = (...references: string[]) =>
      inHand({
        ...joans,
        ombudsman: references.map((reference) => ({ reference })),
      } as unknown as Case);
    const ours = asked("24 001 234", "LGO/25/X");
    expect(found("Your reference: lgo/25/x.", ours)).toMatchObject([{ standing: "met" }]);
    expect(found("Your reference: 24 009 999.", ours)).toMatchObject([{ standing: "look" }]);
  });

  it("that is not there holds a letter back only where the procedure wants it", () => {
    expect(found("It was late.")).toEqual([
      { id: "reference", standing: "look", words: "It does not give the reference, CMP-7K3Q-9D." },
    ]);
    const letter = policyOf("lgsco-2024").letters.find(({ mustContain }) =>
      mustContain.some(({ id }) => id === "reference"),
    );
    expect(letter).toBeDefined();
    expect(
      found("It was late.", inHand(joans, policyOf("lgsco-2024"), letter && { letter })),
    ).toEqual([{ id: "reference", standing: "missing", words: "The reference of the case." }]);
  });
});
