import { describe, expect, it, test } from "vitest";
import {
  addDays,
  addMonths,
  lastDayOfMonthsFrom,
  lastDayOfWeek,
} from "#api/domain/calendar/periods.ts";
import { shippedCalendar, workingDayFrom } from "#api/domain/calendar/working-days.ts";
import { periodVectors } from "./due-dates.ts";

const count: Record<string, (start: string) => string> = {
  "28 calendar days": (start) => addDays(start, 28),
  "6 months commencing on the day": (start) => lastDayOfMonthsFrom(start, 6),
  "12 months": (start) => addMonths(start, 12),
  "12 weeks": (start) => addDays(start, 7 * 12),
};
const counted = periodVectors.filter(({ rule }) => rule in count);

describe("a period of calendar days, weeks or months", () => {
  test.each(counted)("$id: $rule from $start end on $end", ({ rule, start, end }) => {
    expect(count[rule]?.(start)).toBe(end);
  });

  it("stays open until the next working day when it ends on a holiday", () => {
    const open = counted.filter(({ acceptTo }) => acceptTo !== undefined);
    expect(open.length).toBeGreaterThan(0);
    for (const { end, acceptTo } of open) {
      expect(workingDayFrom(end, "england-and-wales", shippedCalendar())).toBe(acceptTo);
    }
  });

  it("of months that begin with the first of one ends with the last of another", () => {
    expect(lastDayOfMonthsFrom("2026-03-01", 6)).toBe("2026-08-31");
    expect(lastDayOfMonthsFrom("2026-08-29", 6)).toBe("2027-02-28");
    expect(lastDayOfMonthsFrom("2027-08-29", 6)).toBe("2028-02-28");
  });
});

it("ends a week with its Sunday", () => {
  const days = ["2026-11-09", "2026-11-14", "2026-11-15", "2026-11-16", "2026-12-29"];
  expect(days.map(lastDayOfWeek)).toEqual([
    ...["2026-11-15", "2026-11-15", "2026-11-15", "2026-11-22", "2027-01-03"],
  ]);
});
