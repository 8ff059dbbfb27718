import { Temporal } from "temporal-polyfill";
import type { CalendarDate } from "./london-date.ts";

/** The day that lies so many calendar days (or weeks) after another; negative counts go back. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The Sunday that ends the week of a day. */
export function lastDayOfWeek(date: CalendarDate): CalendarDate {
  return addDays(date, 7 - Temporal.PlainDate.from(date).dayOfWeek);
}

/** The same day of the month so many months on, or that month's last day where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/**
 * The last day of so many months "commencing on the day": the day before the same day of the month,
 * because the first day is counted in. Where the month has no such day, its last day is the end.
 */
export function lastDayOfMonthsFrom(date: CalendarDate, months: number): CalendarDate {
  const first = Temporal.PlainDate.from(date);
  const same = first.add({ months });
  return (same.day < first.day ? same : same.subtract({ days: 1 })).toString();
}
