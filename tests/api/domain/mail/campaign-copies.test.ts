import { describe, expect, it } from "vitest";
import {
  allCopiesOf,
  bandsOf,
  fingerprintOf,
  readFingerprint,
  similarity,
} from "#api/domain/mail/campaign.ts";

/** A fingerprint of as many numbers as texts have, of which the first `own` are its own. */
const differing = (own: number) => Array.from({ length: 48 }, (_, at) => (at < own ? -1 - at : at));
const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(" ");

describe("a text that is too short to tell", () => {
  it.each([
    ["nothing", ""],
    ["no words", "*** --- ***"],
    ["a line", words(14)],
  ])("is %s", (_what, text) => {
    expect(fingerprintOf(text)).toBeUndefined();
  });

  it("ends with fifteen words", () => {
    expect(fingerprintOf(words(15))).toHaveLength(48);
  });
});

describe("two texts", () => {
  it.each([
    ["letters of another size", words(30).toUpperCase()],
    ["other punctuation", words(30).replaceAll(" ", ", ")],
    ["other lines", words(30).replaceAll(" ", "\n\n")],
  ])("are the same in %s", (_what, text) => {
    expect(fingerprintOf(text)).toEqual(fingerprintOf(words(30)));
  });

  it("are compared as far as anybody reads", () => {
    const long = "The library is closed on Saturdays. ".repeat(600);
    expect(fingerprintOf(`${long} ${words(500)}`)).toEqual(fingerprintOf(long));
  });

  it("are told apart by their last words too", () => {
    const one = fingerprintOf(`${words(16)} library`) ?? [];
    const other = fingerprintOf(`${words(16)} swimming`) ?? [];
    expect(similarity(one, other)).toBeLessThan(1);
  });

  it("share as much as the numbers they agree in", () => {
    expect(similarity(differing(0), differing(12))).toBe(0.75);
    expect(similarity(differing(0), differing(48))).toBe(0);
  });
});

describe("the copies of a text among others", () => {
  const mail = { writer: "tom@example.net", fingerprint: differing(0) };
  const other = (id: string, own: number) => ({
    id,
    writer: `${id}@example.org`,
    fingerprint: differing(own),
  });

  it("are those that share more than half of it, the most alike first", () => {
    const others = [other("far", 22), other("near", 21), other("none", 40), other("same", 0)];
    expect(allCopiesOf(mail, others).map(({ id }) => id)).toEqual(["same", "near"]);
  });
});

describe("the keys that a fingerprint is looked up by", () => {
  it("are shared by copies and by no other text", () => {
    const keys = bandsOf(differing(0));
    const shared = (own: number) => bandsOf(differing(own)).filter((key) => keys.includes(key));
    expect(new Set(keys).size).toBe(16);
    expect(shared(0)).toHaveLength(16);
    expect(shared(24)).toHaveLength(8);
    expect(shared(46)).toEqual([]);
  });

  it("hold each of the numbers in their place", () => {
    expect(bandsOf(differing(0)).slice(0, 2)).toEqual(["0:0:1:2", "1:3:4:5"]);
  });
});

describe("a kept fingerprint", () => {
  it("is none when nothing was kept", () => {
    expect(readFingerprint("")).toEqual([]);
  });

  it("is read byte by byte", () => {
    expect(readFingerprint("00ff10")).toEqual([0, 255, 16]);
  });
});
