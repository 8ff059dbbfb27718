import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import { beforePosting, paperLetter } from "#api/domain/letters/paper-letter.ts";
import { storyUntil } from "#tests/api/domain/case/story.ts";

const theCase: Case = {
  ...storyUntil("investigating").case,
  complainant: { name: "Joan Whitfield", address: "4 Larkspur Close,Wexcombe, WX2 4AB" },
};
const letterhead = { council: "Wexcombe Borough Council", councilAddress: ["Town Hall"] };
const letter = { text: "Dear Joan", today: "2026-11-24", isDraft: false };
const asking = (words: string): Case => ({
  ...theCase,
  flags: [{ flag: "adjustment", title: "Reasonable adjustment", words, raisedAt: "2026-11-10" }],
});
const pointsFor = (words: string): number => paperLetter(asking(words), letterhead, letter).points;

describe("a letter on paper", () => {
  it("has the letterhead, the day in words, and the person's address in lines", () => {
    expect(paperLetter(theCase, letterhead, letter)).toMatchObject({
      title: "Letter about CMP-7K3Q-9D",
      letterhead: ["Wexcombe Borough Council", "Town Hall"],
      to: ["Joan Whitfield", "4 Larkspur Close", "Wexcombe", "WX2 4AB"],
      date: "Tuesday 24 November 2026",
      reference: "CMP-7K3Q-9D",
      points: 14,
    });
  });

  it("is printed as large as the person asked for, and never smaller than 14 point", () => {
    expect(pointsFor("Large print")).toBe(18);
    expect(pointsFor("Large print. At least 24 point")).toBe(24);
    expect(pointsFor("12pt, please")).toBe(14);
    expect(pointsFor("Braille")).toBe(14);
  });

  it("leaves to people what no file can do, and says so", () => {
    expect(beforePosting(theCase)).toEqual([]);
    expect(beforePosting(asking("Large print, Another language. 24 point. Urdu"))).toEqual([
      "The letter is in 24 point, as they asked.",
      expect.stringMatching(/^They also asked for: Another language.*Urdu\. The file does not/),
    ]);
    const nowhere = { ...theCase, complainant: { name: "Joan" } };
    expect(beforePosting(nowhere)).toEqual([expect.stringContaining("No postal address")]);
  });
});
