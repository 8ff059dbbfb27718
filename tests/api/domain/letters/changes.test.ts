import { describe, expect, it } from "vitest";
import { changesBetween } from "#api/domain/letters/changes.ts";

describe("what changed from one letter to another", () => {
  it("is told word by word, in reading order, with how many came and went", () => {
    expect(changesBetween("We pay 50 pounds.", "We gladly pay 75 pounds.")).toEqual({
      parts: [
        { kind: "same", text: "We " },
        { kind: "added", text: "gladly " },
        { kind: "same", text: "pay " },
        { kind: "removed", text: "50" },
        { kind: "added", text: "75" },
        { kind: "same", text: " pounds." },
      ],
      added: 2,
      removed: 1,
    });
  });

  it("counts words, not signs: a number and an accented name are one each", () => {
    const { added, removed } = changesBetween("— “!” —", "Łódź 35, Zoë");
    expect([added, removed]).toEqual([3, 0]);
  });

  it("is told line by line where next to nothing stayed", () => {
    const many = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word}${n}`).join(" ");
    const { parts, added, removed } = changesBetween(
      `Dear Joan\n${many("old")}`,
      `Dear Joan\n${many("new")}`,
    );
    expect(parts.map(({ kind }) => kind)).toEqual(["same", "removed", "added"]);
    expect([added, removed]).toEqual([3000, 3000]);
  });
});
