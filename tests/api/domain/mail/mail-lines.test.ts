import { describe, expect, it } from "vitest";
import { lineAt } from "#api/domain/mail/mail-lines.ts";

describe("a line of a text", () => {
  it("is empty before the first and after the last", () => {
    expect([-1, 0, 1, 2].map((at) => lineAt(["Dear Sir,", "Joan"], at))).toEqual([
      "",
      "Dear Sir,",
      "Joan",
      "",
    ]);
  });
});
