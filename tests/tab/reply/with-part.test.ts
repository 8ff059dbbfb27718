import { expect, it } from "vitest";
import { withPart } from "../../../tab/reply/with-part.ts";

const letter = "Dear Joan\r\n\r\nWe found it.\r\n\r\nYours sincerely\r\nWexcombe";

it("puts a missing part before the line it belongs before, or at the end", () => {
  expect(withPart(letter, { text: "## Our decision\n\n[It]", before: "Yours sincerely" })).toBe(
    "Dear Joan\n\nWe found it.\n\n## Our decision\n\n[It]\n\nYours sincerely\nWexcombe",
  );
  expect(withPart("Dear Joan", { text: "[It]", before: "gone" })).toBe("Dear Joan\n\n[It]\n");
});
