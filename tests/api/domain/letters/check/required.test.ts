import { describe, expect, it } from "vitest";
import { check, ids, inHand, twoPoints } from "./checked.ts";
import { evasive, good } from "./letters.ts";

describe("what a policy requires", () => {
  const letterOf = (...mustContain: { id: string; words: string }[]) => {
    const facts = inHand();
    return { ...facts, letter: { ...facts.letter, mustContain } };
  };
  const remedy = { id: "remedy", words: "What we will do" };

  it("is told in the policy’s own words, met or missing", () => {
    const found = check(good.replace(/You told us[^.]*\./, "It rained."));
    expect(found).toContainEqual({
      id: "decision",
      standing: "met",
      words: "The decision on every point raised.",
    });
    expect(found[0]).toMatchObject({
      id: "understanding",
      standing: "missing",
      words: "What we understand the complaint to be.",
    });
  });

  it("is missing first, then what is worth a look, then what is met", () => {
    const order = ["missing", "look", "met"];
    const found = check(evasive).map(({ standing }) => order.indexOf(standing));
    expect(found).toEqual(found.toSorted((one, other) => one - other));
    expect(new Set(found).size).toBe(3);
  });

  it("and that no rule knows yet is a reminder", () => {
    const facts = letterOf({ id: "parking-space", words: "Which space it is about" });
    expect(check("Dear Joan\n\nCMP-7K3Q-9D", facts)).toContainEqual({
      id: "parking-space",
      standing: "look",
      words: "See that it says this: which space it is about.",
    });
  });

  it("is begun where a gap is left in it: the gap is what is missing then", () => {
    const begun = (words: string) =>
      ids(`Dear Joan\n\nCMP-7K3Q-9D\n\n${words}`, "missing", letterOf(remedy));
    expect(begun("We will [what you will do].")).toEqual(["gap-1"]);
    expect(begun("[The remedy: what, who and by when.]")).toEqual(["gap-1"]);
    expect(begun("[Something else.]")).toEqual(["remedy", "gap-1"]);
  });

  it.each(["remedy", "actions"])("needs its day, where it is %s promised", (id) => {
    const facts = letterOf({ id, words: "What we will do" });
    const promise = "CMP-7K3Q-9D. We will mend it.";
    expect(check(`Dear Joan\n\n${promise}`, facts)).toContainEqual({
      id: `${id}-by-when`,
      standing: "missing",
      words: "Say by when that is done.",
      where: "We will mend it.",
    });
    expect(ids(`Dear Joan\n\n${promise} It will be on Friday.`, "missing", facts)).toEqual([]);
    expect(
      ids(`Dear Joan\n\n${promise}`, "missing", letterOf({ id: "handling", words: "How" })),
    ).toEqual([]);
  });

  it("of every point is told point by point, and not once more of them all", () => {
    const silent = good.replace(/We uphold your complaint[^.]*\./, "It rained.");
    expect(ids(silent, "missing", inHand(twoPoints))).toEqual(["decision-1", "decision-2"]);
    const unreasoned = ids(
      "Dear Joan\n\nCMP-7K3Q-9D. We uphold point 1. We uphold point 2.",
      "missing",
      { ...inHand(twoPoints), letter: letterOf({ id: "reasons", words: "Why" }).letter },
    );
    expect(unreasoned).toEqual(["reasons-1", "reasons-2"]);
  });
});
