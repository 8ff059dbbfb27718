import { describe, expect, it } from "vitest";
import { dayWords, gapWords, momentWords, timeWords } from "../../../tab/ui/dates.ts";

describe("dates in words", () => {
  it("keeps a calendar date on its day, wherever the machine is", () => {
    expect(dayWords("2026-12-07")).toBe("Mon 7 Dec 2026");
  });

  it("tells an instant in London time, in summer too", () => {
    expect(momentWords("2026-11-23T14:02:00.000Z")).toBe("Mon 23 Nov 2026 at 14:02");
    expect(momentWords("2026-07-01T23:30:00.000Z")).toBe("Thu 2 Jul 2026 at 00:30");
  });

  it("writes midnight as 00:00", () => {
    expect(timeWords("2026-11-23T00:00:00.000Z")).toBe("00:00");
  });

  it.each([
    ["2026-11-23T10:00:30.000Z", undefined],
    ["2026-11-23T10:01:00.000Z", "1 minute later"],
    ["2026-11-23T13:10:00.000Z", "3 hours later"],
    ["2026-11-24T10:00:00.000Z", "1 day later"],
    ["2026-12-07T09:00:00.000Z", "14 days later"],
  ])("says how long after ten o'clock %s was", (later, words) => {
    expect(gapWords("2026-11-23T10:00:00.000Z", later)).toBe(words);
  });
});
