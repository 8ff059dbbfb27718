import { Temporal } from "temporal-polyfill";
import bankHolidays from "./bank-holidays.json" with { type: "json" };
import type { CalendarDate } from "./london-date.ts";

export const regions = ["england-and-wales", "scotland", "northern-ireland"] as const;
/** The parts of the United Kingdom that keep bank holidays of their own. */
export type Region = (typeof regions)[number];

export type Holiday = { readonly date: CalendarDate; readonly name: string };

/** The days, by region, on which nobody counts: name by date. */
export type Calendar = Readonly<Record<Region, ReadonlyMap<CalendarDate, string>>>;

export type Counted = {
  readonly due: CalendarDate;
  /** The weekdays that did not count, in order, for the explanation of the date. */
  readonly skipped: readonly Holiday[];
};

const shipped: Calendar = {
  "england-and-wales": byDate(bankHolidays["england-and-wales"]),
  scotland: byDate(bankHolidays.scotland),
  "northern-ireland": byDate(bankHolidays["northern-ireland"]),
};

/** The vetted bank holidays that come with the product, so that it counts right before any feed is read. */
export function shippedCalendar(): Calendar {
  return shipped;
}

/** A calendar with more days off: none is ever taken away, so that no past explanation becomes untrue. */
export function mergeHolidays(
  calendar: Calendar,
  added: Partial<Record<Region, readonly Holiday[]>>,
): Calendar {
  const merged = (region: Region) => new Map([...byDate(added[region] ?? []), ...calendar[region]]);
  return {
    "england-and-wales": merged("england-and-wales"),
    scotland: merged("scotland"),
    "northern-ireland": merged("northern-ireland"),
  };
}

/** Whether a day counts: Monday to Friday and not a holiday of the region. */
export function isWorkingDay(date: CalendarDate, region: Region, calendar: Calendar): boolean {
  return isWeekday(Temporal.PlainDate.from(date)) && !calendar[region].has(date);
}

/**
 * The day that lies `days` working days after `from`, and the holidays passed over on the way.
 * `from` is day 0 whatever day it is; negative `days` count backwards.
 */
export function addWorkingDays(count: {
  readonly from: CalendarDate;
  readonly days: number;
  readonly region: Region;
  readonly calendar: Calendar;
}): Counted {
  const holidays = count.calendar[count.region];
  const step = { days: Math.sign(count.days) };
  const skipped: Holiday[] = [];
  let day = Temporal.PlainDate.from(count.from);
  let left = Math.abs(count.days);
  while (left > 0) {
    day = day.add(step);
    if (!isWeekday(day)) continue;
    const date = day.toString();
    const name = holidays.get(date);
    if (name === undefined) left -= 1;
    else skipped.push({ date, name });
  }
  return { due: day.toString(), skipped };
}

/** How many working days lie after `from` up to and including `to`; negative when `to` comes first. */
export function workingDaysBetween(
  from: CalendarDate,
  to: CalendarDate,
  where: { readonly region: Region; readonly calendar: Calendar },
): number {
  const last = Temporal.PlainDate.from(to);
  let day = Temporal.PlainDate.from(from);
  if (Temporal.PlainDate.compare(last, day) < 0) return 0 - workingDaysBetween(to, from, where);
  let counted = 0;
  while (Temporal.PlainDate.compare(day, last) < 0) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day.toString(), where.region, where.calendar)) counted += 1;
  }
  return counted;
}

/** The day itself when it counts, otherwise the next that does. */
export function workingDayFrom(
  date: CalendarDate,
  region: Region,
  calendar: Calendar,
): CalendarDate {
  if (isWorkingDay(date, region, calendar)) return date;
  return addWorkingDays({ from: date, days: 1, region, calendar }).due;
}

function byDate(holidays: readonly Holiday[]): ReadonlyMap<CalendarDate, string> {
  return new Map(holidays.map(({ date, name }) => [date, name]));
}

function isWeekday(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5;
}
