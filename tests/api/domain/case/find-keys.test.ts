import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import { findKeysOf, findWordsOf, foundBy, searchFor } from "#api/domain/case/find-keys.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { sha256 } from "#api/services/digest.ts";
import { grace, helen, tom } from "./people.ts";
import { storyUntil } from "./story.ts";

const { case: model, policy } = storyUntil("awaiting-approval");

const of = (complainant: Case["complainant"]): Case => ({
  ...model,
  id: "CMP-7K3Q-9D",
  complainant,
});

const joan = of({
  name: "Mrs Joan Mary O'Brien-Smith",
  email: "Joan_H@Example.org",
  phone: "+44 (0)7700 900123",
  address: "4 Quay Street, WX2 4AA",
});

/** Whether a case is found by what somebody typed, at the first place that is looked at or at a later one. */
function finds(theCase: Case, typed: string): boolean {
  const search = searchFor(typed, sha256);
  const words = findWordsOf(theCase);
  const rows = findKeysOf(theCase, policy, sha256).map(({ row }) => row);
  const isThere = search?.stretches.some(({ from, before }) =>
    rows.some((row) => row >= from && row < before),
  );
  return isThere === true && search?.means(words) === true;
}

describe("what a case is found by", () => {
  it.each([
    ["its reference", "CMP-7K3Q-9D"],
    ["the beginning of its reference", "cmp 7k3"],
    ["its reference without what all begin with", "7k3q-9d"],
    ["a surname", "smith"],
    ["the beginning of any of the names", "mar"],
    ["two names in their order", "joan mary"],
    ["the surname first", "Smith, Joan"],
    ["names with others between", "joan smith"],
    ["a name without its apostrophe", "obrien"],
    ["a name with it", "O’Brien"],
    ["a double name as it is written", "o'brien-smith"],
    ["an e-mail address, whatever its case", "joan_h@example"],
    ["a postcode without its space", "wx24aa"],
    ["the first half of a postcode", "WX2"],
    ["a postcode as it is written", "wx2 4aa"],
    ["a phone number from abroad", "+447700900123"],
    ["a phone number with its spaces", "07700 900 123"],
    ["the last six digits", "900123"],
    ["the last four digits", "0123"],
    ["a name and a postcode", "smith wx2"],
  ])("is %s", (_what, typed) => {
    expect(finds(joan, typed)).toBe(true);
  });

  it.each([
    ["a name that merely contains it", "mith"],
    ["another first name", "peter smith"],
    ["another postcode of that name", "smith wx9"],
    ["her title", "mrs"],
  ])("is not %s", (_what, typed) => {
    expect(finds(joan, typed)).toBe(false);
  });

  it.each([
    ["Zoë Müller", "zoe muller"],
    ["Søren Østergård", "soren ostergard"],
    ["Łukasz Wiśniewski", "lukasz wisniewski"],
    ["Nguyễn Thị Ánh", "nguyen thi anh"],
    ["王小明", "王小明"],
    ["Li Wei", "li"],
    ["محمد علي", "علي"],
  ])("lets %s be typed as %s", (name, typed) => {
    expect(finds(of({ name }), typed)).toBe(true);
  });

  it("is nothing while a single character is typed, or none", () => {
    for (const typed of ["", " ", "j", "-", "'"]) expect(searchFor(typed, sha256)).toBeUndefined();
  });

  it("fits into one transaction, however long a name is", () => {
    const long = of({ ...joan.complainant, name: "Maximiliane ".repeat(200) });
    const keys = findKeysOf(long, policy, sha256);
    expect(keys.length).toBeLessThan(100);
    expect(Math.max(...keys.map(({ row }) => row.length))).toBeLessThan(200);
    expect(keys.every(({ row }) => /^[\da-f]{16}_\d{13}_CMP-[\w-]+$/.test(row))).toBe(true);
  });
});

describe("where a case is found", () => {
  const partitions = (change: Partial<Case>, under = policy) => [
    ...new Set(findKeysOf({ ...joan, ...change }, under, sha256).map(({ partition }) => partition)),
  ];

  it("is one place for everybody", () => {
    expect(partitions({})).toEqual(["find"]);
  });

  it("is a place of its own for a restricted procedure", () => {
    expect(partitions({}, policyOf("children-act-1989"))).toEqual(["restricted:children:find"]);
  });

  it("is only with those a restricted case lets in", () => {
    const access = { members: [grace], reason: "It is about a colleague." };
    expect(partitions({ access }).toSorted()).toEqual(
      [grace, tom, helen].map(({ id }) => `member-find:${id}`).toSorted(),
    );
  });

  it("is exact for a contact: a longer address is somebody else's", () => {
    const { stretch, word } = foundBy({ kind: "e-mail", value: "joan@example.org" }, sha256);
    for (const email of ["joan@example.org", "joan@example.org.uk"]) {
      const one = of({ name: "Joan", email });
      const rows = findKeysOf(one, policy, sha256).map(({ row }) => row);
      expect(rows.some((row) => row >= stretch.from && row < stretch.before)).toBe(true);
      expect(findWordsOf(one).includes(word)).toBe(email === "joan@example.org");
    }
  });
});
