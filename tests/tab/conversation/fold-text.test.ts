import { describe, expect, it } from "vitest";
import { foldText } from "../../../tab/conversation/fold-text.ts";

const numbered = (count: number) =>
  Array.from({ length: count }, (_, line) => `Line ${line + 1}`).join("\n");

describe("folding a message", () => {
  it("shows a short message whole", () => {
    expect(foldText("Dear Sir\n\nMy bin.")).toEqual({
      shown: "Dear Sir\n\nMy bin.",
      hidden: "nothing",
    });
  });

  it.each([
    "On Mon, 16 Nov 2026 at 10:02, Council <c@example.org> wrote:",
    "-----Original Message-----",
    "From: Complaints <complaints@wexcombe.gov.uk>",
    "> Thank you for your complaint.",
  ])("folds away what follows %s", (start) => {
    expect(foldText(`It happened again.\n\n${start}\n> Dear Margaret`)).toEqual({
      shown: "It happened again.",
      hidden: "quoted text",
    });
  });

  it("does not take the first line for a quote", () => {
    expect(foldText("From: my window I see the bins.").hidden).toBe("nothing");
  });

  it("shows the first screenful of a long message", () => {
    const { shown, hidden } = foldText(numbered(60));
    expect(shown.split("\n")).toHaveLength(16);
    expect(hidden).toBe("rest");
  });

  it("does not fold for the sake of a few lines", () => {
    expect(foldText(numbered(20)).hidden).toBe("nothing");
  });

  it("breaks one endless line between words", () => {
    const { shown, hidden } = foldText("word ".repeat(1000));
    expect(shown.length).toBeLessThanOrEqual(1500);
    expect(shown.endsWith("word")).toBe(true);
    expect(hidden).toBe("rest");
  });
});
