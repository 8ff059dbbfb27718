import { describe, expect, it } from "vitest";
import { daysFrom } from "#api/domain/calendar/days-from.ts";

describe("the days from one to another", () => {
  it("include both, weekends and the ends of months too, so that no day goes unswept", () => {
    expect(daysFrom("2026-02-27", "2026-03-02")).toEqual([
      "2026-02-27",
      "2026-02-28",
      "2026-03-01",
      "2026-03-02",
    ]);
    expect(daysFrom("2026-11-22", "2026-11-22")).toEqual(["2026-11-22"]);
  });

  it("are none when they run backwards", () => {
    expect(daysFrom("2026-11-23", "2026-11-22")).toEqual([]);
  });
});
