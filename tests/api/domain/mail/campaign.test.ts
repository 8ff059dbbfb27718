import { describe, expect, test } from "vitest";
import {
  bandsOf,
  copiesOf,
  fingerprintOf,
  readFingerprint,
  shortFingerprint,
  similarity,
} from "#api/domain/mail/campaign.ts";

const letter =
  "Dear Wexcombe Borough Council, I am writing to object in the strongest terms to the decision to close Northgate Library on Saturdays. It is the only day that working families can use it, and the children of this town deserve better. Please think again before it is too late.";

function fingerprint(text: string) {
  const found = fingerprintOf(text);
  if (found === undefined) throw new Error("The text is too short.");
  return found;
}

const earlier = [{ id: "first", writer: "beth@example.org", fingerprint: fingerprint(letter) }];

describe("a text sent more than once", () => {
  test("is a campaign when others send it, with a name and a sentence changed", () => {
    const changed = `${letter.replace("Dear", "Hello")} My mother goes there. Yours, Tom`;
    const copies = copiesOf(
      { writer: "tom@example.net", fingerprint: fingerprint(changed) },
      earlier,
    );
    expect(copies).toMatchObject({ kind: "campaign", id: "first" });
  });

  test("is a scatter-gun copy when the same person sends it again", () => {
    const copies = copiesOf(
      { writer: "Beth@example.org", fingerprint: fingerprint(letter) },
      earlier,
    );
    expect(copies).toEqual({ kind: "scatter-gun", id: "first", similarity: 1 });
  });

  test("is found by a band that copies share", () => {
    const bands = new Set(bandsOf(fingerprint(letter)));
    expect(bandsOf(fingerprint(`${letter} Tom`)).some((band) => bands.has(band))).toBe(true);
  });

  test("is named after the closest of its copies", () => {
    const more =
      "My own children learned to read there and my father still borrows his papers every week, rain or shine.";
    const near = {
      id: "near",
      writer: "c@example.org",
      fingerprint: fingerprint(`${letter} ${more}`),
    };
    const copies = copiesOf(
      { writer: "d@example.org", fingerprint: fingerprint(`${letter} ${more}`) },
      [...earlier, near],
    );
    expect(copies?.id).toBe("near");
  });
});

describe("a fingerprint that is kept with a case", () => {
  const kept = (text: string) => readFingerprint(shortFingerprint(text) ?? "");

  test("is short, and compares like the whole one", () => {
    const changed = `Hello ${letter} My mother goes there. Yours, Tom`;
    expect(shortFingerprint(letter)).toMatch(/^[0-9a-f]{96}$/);
    expect(shortFingerprint("Too short.")).toBeUndefined();
    expect(similarity(kept(letter), kept(changed))).toBeGreaterThan(0.55);
    const own =
      "My bin was missed again, and nobody answers the phone when I ring to ask why it is.";
    expect(similarity(kept(letter), kept(own))).toBeLessThan(0.2);
  });
});

describe("a text of its own", () => {
  test("repeats nothing, though it is about the same", () => {
    const own =
      "I heard that the library will close on Saturdays. My son does his homework there because our flat is small, and I would like to know who decided this and whether anybody asked the people who use it.";
    expect(similarity(fingerprint(own), fingerprint(letter))).toBeLessThan(0.2);
    expect(
      copiesOf({ writer: "e@example.org", fingerprint: fingerprint(own) }, earlier),
    ).toBeUndefined();
  });

  test("says too little when it is short", () => {
    expect(fingerprintOf("Please keep the library open.")).toBeUndefined();
  });
});
