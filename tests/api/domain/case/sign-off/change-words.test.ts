import { describe, expect, it } from "vitest";
import { changeWords } from "#api/domain/case/sign-off/change-words.ts";
import { changesBetween } from "#api/domain/letters/changes.ts";

const said = (before: string, after: string): string[] =>
  changeWords(changesBetween(before, after));

describe("what changed since a letter was returned", () => {
  it("is counted and quoted, what came and what went", () => {
    expect(said("We are sorry. We pay 50 pounds.", "We are very sorry. We pay 50.")).toEqual([
      "1 word came, 1 word went.",
      "new: “very”",
      expect.stringMatching(/^gone: “.*pounds.*”$/) as string,
    ]);
  });

  it("is nothing where only spaces and signs changed", () => {
    const same = ["Nothing: it is word for word the same."];
    expect(said("We are sorry.", "We are sorry.")).toEqual(same);
    expect(said("We are sorry.\n", "We are  sorry!\n")).toEqual(same);
  });

  it("is cut where it is long, and says where all of it is where there is much", () => {
    const [, stretch = ""] = said("", "sorry ".repeat(60));
    expect(stretch).toMatch(/^new: “sorry .*…”$/);
    expect(stretch).toHaveLength("new: “”".length + 201);
    const apart = (word: string) =>
      ["a", "b", "c", "d", "e", "f"].join(` ${word} and so on ${word} `);
    const many = said(apart("old"), apart("new"));
    expect(many).toHaveLength(7);
    expect(many.at(-1)).toBe("and more: open the case to see all of it");
    expect(said("one\n\ntwo", "one\n\ntwo\n\nthree   four")).toContain("new: “three four”");
  });
});
