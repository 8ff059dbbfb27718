import { describe, expect, it } from "vitest";
import {
  isReference,
  referenceAttempts,
  referenceFor,
  referencesIn,
} from "#api/domain/mail/case-reference.ts";

/** A mail's key: eight groups of eight hexadecimal digits. */
const key = "00000000ffffffff0000000100000020deadbeef3fffffff40000000075bcd15";

describe("the reference of the case that a mail begins", () => {
  it.each([
    [0, "CMP-0000-00"],
    [1, "CMP-ZZZZ-ZZ"],
    [2, "CMP-0000-01"],
    [3, "CMP-0000-10"],
    [4, "CMP-FAVF-QF"],
    [5, "CMP-ZZZZ-ZZ"],
    [6, "CMP-0000-00"],
    [7, "CMP-3NQK-8N"],
  ])("is drawn from the mail's key at attempt %i: %s", (attempt, reference) => {
    expect(referenceFor(key, attempt)).toBe(reference);
  });

  it("is another one at each attempt that a key has digits for", () => {
    const hash = "0123456789abcdeffedcba98765432100f1e2d3c4b5a69788796a5b4c3d2e1f0";
    const references = Array.from({ length: referenceAttempts }, (_, attempt) =>
      referenceFor(hash, attempt),
    );
    expect(new Set(references).size).toBe(referenceAttempts);
    expect(references.every(isReference)).toBe(true);
  });
});

describe("the references quoted in a text", () => {
  it.each<[string, string, string[]]>([
    ["as the acknowledgement writes it", "Re: Your complaint (CMP-7K3Q-9D)", ["CMP-7K3Q-9D"]],
    ["in small letters", "my ref is cmp-7k3q-9d.", ["CMP-7K3Q-9D"]],
    ["with spaces", "About CMP 7K3Q 9D, please", ["CMP-7K3Q-9D"]],
    ["without anything between", "ref:CMP7K3Q9D", ["CMP-7K3Q-9D"]],
    ["half and half", "CMP-7K3Q9D", ["CMP-7K3Q-9D"]],
    [
      "several, each once",
      "CMP-7K3Q-9D, CMP-1111-11 and cmp7k3q9d",
      ["CMP-7K3Q-9D", "CMP-1111-11"],
    ],
    ["a reference of another office", "PCN WX40187263", []],
    ["letters that no reference has", "CMP-7K3I-9D and CMP-7OLU-9D", []],
    ["too many letters", "CMP-7K3Q-9DX", []],
    ["too few letters", "CMP-7K3-9D", []],
    ["within a longer word", "XCMP-7K3Q-9D", []],
    ["more than one space", "CMP  7K3Q 9D", []],
    ["nothing", "", []],
  ])("are found %s", (_how, text, references) => {
    expect(referencesIn(text)).toEqual(references);
  });
});

describe("a reference in a link or on a card", () => {
  it.each([
    ["CMP-7K3Q-9D", true],
    ["cmp-7k3q-9d", false],
    ["CMP-7K3Q-9", false],
    ["CMP-7K3Q-9DX", false],
    [" CMP-7K3Q-9D", false],
    ["CMP-7K3Q-9D/../secret", false],
    ["CMP7K3Q9D", false],
    ["CMP-7K3I-9D", false],
    ["", false],
  ])("%s is taken for one: %s", (text, is) => {
    expect(isReference(text)).toBe(is);
  });
});
