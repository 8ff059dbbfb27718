import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longJson, readLongJson } from "#api/adapters/tables/long-json.ts";

const mostPerProperty = 32_768;

describe("long JSON in a row", () => {
  it("comes back as it was, in properties that a row can hold and that are whole text", () => {
    const texts = fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.nat(40_000)), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(texts, (parts) => {
        const value = { text: parts.map(([text, times]) => `${text}${"🙂x".repeat(times)}`) };
        const properties = longJson(value);
        expect(readLongJson({ ...properties, other: "kept apart" })).toEqual(value);
        for (const part of Object.values(properties)) {
          expect(part.length).toBeLessThanOrEqual(mostPerProperty);
          expect(Buffer.from(part).toString()).toBe(part);
        }
      }),
      { numRuns: 40 },
    );
  });
});
