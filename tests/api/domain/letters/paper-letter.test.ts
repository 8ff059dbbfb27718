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

  it.each([
    [
      "on lines",
      "Flat 2, 4 Larkspur Close\r\n Wexcombe \n\nWX2 4AB",
      ["Flat 2, 4 Larkspur Close", "Wexcombe", "WX2 4AB"],
    ],
    [
      "between commas",
      "4 Larkspur Close, Wexcombe,, WX2 4AB,",
      ["4 Larkspur Close", "Wexcombe", "WX2 4AB"],
    ],
    ["not at all", undefined, []],
  ])("has the address as somebody wrote it %s", (_how, address, lines) => {
    const complainant = { name: "Joan", ...(address === undefined ? {} : { address }) };
    const { to } = paperLetter({ ...theCase, complainant }, letterhead, letter);
    expect(to).toEqual(["Joan", ...lines]);
  });

  it("says in its title that it is a draft", () => {
    const draft = paperLetter(theCase, letterhead, { ...letter, isDraft: true });
    expect(draft).toMatchObject({ title: "Letter about CMP-7K3Q-9D, draft", isDraft: true });
  });

  it.each([
    [18, "Large print"],
    [18, "large-type please"],
    [18, "LARGEPRINT"],
    [18, "Larger print"],
    [24, "Large print. At least 24 point"],
    [16, "Large print, 16 point"],
    [20, "at least  20pt"],
    [22, "22-point"],
    [30, "24 points, or better 30 points"],
    [36, "72 point"],
    [14, "12pt, please"],
    [14, "Braille"],
    [14, "Ring before 10. Points at things."],
  ])("is printed in %d point, never smaller than 14: %s", (points, asked) => {
    expect(pointsFor(asked)).toBe(points);
  });

  it("is no larger for what is not asked of it", () => {
    const flags = [
      {
        flag: "vulnerability",
        title: "May be vulnerable",
        words: "Has 24 points on a licence",
        raisedAt: "",
      },
    ] as Case["flags"];
    expect(paperLetter({ ...theCase, flags }, letterhead, letter).points).toBe(14);
    expect(beforePosting({ ...theCase, flags })).toEqual([]);
  });

  it("leaves to people what no file can do, and says so", () => {
    expect(beforePosting(theCase)).toEqual([]);
    expect(beforePosting(asking("Large print, Another language. 24 point. Urdu"))).toEqual([
      "The letter is in 24 point, as they asked.",
      expect.stringMatching(/^They also asked for: Another language.*Urdu\. The file does not/),
    ]);
    expect(beforePosting(asking("Large print, at least 24-point."))).toEqual([
      "The letter is in 24 point, as they asked.",
    ]);
    expect(beforePosting(asking(", Braille; "))).toEqual([
      "They also asked for: Braille. The file does not do that: a person must see to it.",
    ]);
    const nowhere = { ...theCase, complainant: { name: "Joan" } };
    expect(beforePosting(nowhere)).toEqual([expect.stringContaining("No postal address")]);
  });
});
