import { describe, expect, it } from "vitest";
import { foldText } from "../../../tab/conversation/fold-text.ts";

const numbered = (count: number) =>
  Array.from({ length: count }, (_, line) => `Line ${line + 1}`).join("\n");

describe("folding a message", () => {
  it("shows a short message whole", () => {
    expect(foldText({ text: "Dear Sir\n\nMy bin." })).toEqual({
      shown: "Dear Sir\n\nMy bin.",
      hidden: "nothing",
    });
  });

  it.each(["quoted text", "signature"] as const)(
    "folds the %s away where the service told it apart",
    (rest) => {
      const newText = "It happened again.";
      expect(foldText({ text: `${newText}\n\nand the rest`, newText, rest })).toEqual({
        shown: newText,
        hidden: rest,
      });
    },
  );

  it("shows the first screenful of a long message", () => {
    const { shown, hidden } = foldText({ text: numbered(60) });
    expect(shown.split("\n")).toHaveLength(16);
    expect(hidden).toBe("rest");
  });

  it("does not fold for the sake of a few lines", () => {
    expect(foldText({ text: numbered(20) }).hidden).toBe("nothing");
  });

  it("breaks one endless line between words", () => {
    const { shown, hidden } = foldText({ text: "word ".repeat(1000) });
    expect(shown.length).toBeLessThanOrEqual(1500);
    expect(shown.endsWith("word")).toBe(true);
    expect(hidden).toBe("rest");
  });
});
