import { describe, expect, it } from "vitest";
import { gapFindings, gapsIn, sealGaps, unseal } from "#api/domain/letters/check/gaps.ts";

describe("what is left to be filled in", () => {
  it.each([
    ["We will come on [the day].", "[the day]", "the day"],
    ["We [uphold / do not uphold] it.", "[uphold / do not uphold]", "uphold / do not uphold"],
    ["It was [£ how much].", "[£ how much]", "£ how much"],
    ["It was [2 of 3 days].", "[2 of 3 days]", "2 of 3 days"],
    ["It was [ex].", "[ex]", "ex"],
    ["It was [SICK].", "[SICK]", "SICK"],
  ])("stands in square brackets: %s", (text, where, words) => {
    expect(gapFindings(text)).toEqual([
      { id: "gap-1", standing: "missing", words: `Fill this in: ${words}`, where },
    ]);
  });

  it.each([
    "See [our page](https://www.wexcombe.gov.uk).",
    "You wrote that it was “to late [sic]” and “to [SIC] late”.",
    "It says so in note [1] and note [12a].",
    "You wrote: “nobody came […] all week”.",
    "It is [a",
    "It is [the\nday] today.",
    `It is [${"long ".repeat(90)}].`,
  ])("is none in: %s", (text) => {
    expect(gapsIn(text)).toEqual([]);
  });

  it("is told once for every gap, however often it stands there", () => {
    expect(
      gapFindings("[the day], [the name], [the day]").map(({ id, where }) => [id, where]),
    ).toEqual([
      ["gap-1", "[the day]"],
      ["gap-2", "[the name]"],
    ]);
  });

  it("is a word like any other while sentences are read, and then itself again", () => {
    const text = `${Array.from({ length: 11 }, (_, n) => `[gap. ${"abcdefghijk".charAt(n)}]`).join(" ")} [the day]`;
    const { sealed, gaps } = sealGaps(text);
    expect(gaps).toHaveLength(12);
    expect(sealed).not.toMatch(/[[\].]/);
    expect(unseal(sealed, gaps)).toBe(text);
  });
});
