import { describe, expect, it } from "vitest";
import { isMoreThanOnceAMinute, parseSchedule } from "#local/functions-host/schedule.ts";

describe("a timer's schedule", () => {
  it.each([
    ["0 */5 * * * *", "2026-11-21T10:02:00Z", "2026-11-21T10:05:00.000Z"],
    ["0 0 6 * * *", "2026-11-21T06:00:00Z", "2026-11-22T06:00:00.000Z"],
    ["0 30 8 * * 1-5", "2026-11-20T09:00:00Z", "2026-11-23T08:30:00.000Z"],
    ["0 30 1 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00.000Z"],
  ])("%s after %s comes next at %s, in UTC", (schedule, moment, next) => {
    expect(parseSchedule("sweep", schedule)(new Date(moment)).toISOString()).toBe(next);
  });

  it.each([
    ["*/5 * * * *", "six fields"],
    ["00:05:00", "six fields"],
    ["0 0 0 1 * 1", "both the day of the month and the day of the week"],
    ["0 99 * * * *", "99"],
  ])("%s is refused with the function's name and why", (schedule, why) => {
    expect(() => parseSchedule("sweep", schedule)).toThrow(new RegExp(`"sweep".*${why}`));
  });

  it("is known to run more than once a minute", () => {
    expect(isMoreThanOnceAMinute(parseSchedule("often", "*/20 * * * * *"))).toBe(true);
    expect(isMoreThanOnceAMinute(parseSchedule("seldom", "0 * * * * *"))).toBe(false);
  });
});
