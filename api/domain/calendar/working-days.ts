import { Temporal } from "temporal-polyfill";
import bankHolidays from "./bank-holidays.json" with { type: "json" };
import { londonDate, type CalendarDate } from "./london-date.ts";
import type { Region } from "./regions.ts";

export type Holiday = { readonly date: CalendarDate; readonly name: string };

/** Days off by region. */
export type DaysByRegion = Readonly<Partial<Record<Region, readonly Holiday[]>>>;

/** Days that came to be known while cases were already running, and the instant at which they did. */
export type LearntDays = { readonly since: string; readonly added: DaysByRegion };

/** The days, by region, on which nobody counts: name by date. */
export type Calendar = Readonly<Record<Region, ReadonlyMap<CalendarDate, string>>> & {
  /** Which of them were not known from the first. */
  readonly learnt?: readonly LearntDays[];
};

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
export function mergeHolidays(calendar: Calendar, added: DaysByRegion): Calendar {
  return changed(
    calendar,
    (region) => new Map([...byDate(added[region] ?? []), ...calendar[region]]),
  );
}

/** A calendar as it was before those days were known, to say what they changed. */
export function withoutHolidays(calendar: Calendar, added: DaysByRegion): Calendar {
  return changed(calendar, (region) => {
    const unknown = new Set((added[region] ?? []).map(({ date }) => date));
    return new Map([...calendar[region]].filter(([date]) => !unknown.has(date)));
  });
}

function changed(
  calendar: Calendar,
  daysOf: (region: Region) => ReadonlyMap<CalendarDate, string>,
): Calendar {
  return {
    ...calendar,
    "england-and-wales": daysOf("england-and-wales"),
    scotland: daysOf("scotland"),
    "northern-ireland": daysOf("northern-ireland"),
  };
}

/** A calendar as it was known on a day: what was done by then keeps the date that it was done by. */
export function knownOn(calendar: Calendar, day: CalendarDate): Calendar {
  return (calendar.learnt ?? [])
    .filter(({ since }) => londonDate(since) > day)
    .reduce((known, { added }) => withoutHolidays(known, added), calendar);
}

/** The days of a region that one calendar has and an older one had not, in order of date. */
export function holidaysAdded(before: Calendar, after: Calendar, region: Region): Holiday[] {
  return [...after[region]]
    .filter(([date]) => !before[region].has(date))
    .map(([date, name]) => ({ date, name }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

/** The first and last year whose holidays are known: dates outside them are counted blind. */
export function listedYears(
  calendar: Calendar,
  region: Region,
): { readonly first: number; readonly last: number } {
  const years = [...calendar[region].keys()].map((date) => Number(date.slice(0, 4)));
  return { first: Math.min(...years), last: Math.max(...years) };
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
  const { from, days } = count;
  const holidays = count.calendar[count.region];
  let due: CalendarDate;
  let skipped: readonly Holiday[];
  let passed: readonly Holiday[] = [];
  // Every holiday passed puts the date on by a weekday, which may pass another.
  do {
    skipped = passed;
    due = weekdaysAfter(from, days + Math.sign(days) * skipped.length);
    passed = weekdayHolidays(holidays, from, due);
  } while (passed.length > skipped.length);
  return { due, skipped };
}

/** How many working days lie after `from` up to and including `to`; negative when `to` comes first. */
export function workingDaysBetween(
  from: CalendarDate,
  to: CalendarDate,
  where: { readonly region: Region; readonly calendar: Calendar },
): number {
  if (to < from) return 0 - workingDaysBetween(to, from, where);
  const holidays = weekdayHolidays(where.calendar[where.region], from, to);
  return weekdaysBetween(from, to) - holidays.length;
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

function weekdaysAfter(from: CalendarDate, count: number): CalendarDate {
  if (count === 0) return from;
  const start = Temporal.PlainDate.from(from);
  const direction = Math.sign(count);
  const weeks = Math.floor((Math.abs(count) - 1) / 5);
  let left = Math.abs(count) - 5 * weeks;
  let days = 7 * weeks;
  let weekday = start.dayOfWeek - 1;
  while (left > 0) {
    days += 1;
    weekday = (weekday + 7 + direction) % 7;
    if (weekday < 5) left -= 1;
  }
  return start.add({ days: direction * days }).toString();
}

function weekdaysBetween(from: CalendarDate, to: CalendarDate): number {
  const start = Temporal.PlainDate.from(from);
  const { days } = start.until(to);
  let weekdays = 5 * Math.floor(days / 7);
  for (let day = 0; day < days % 7; day += 1) {
    if ((start.dayOfWeek + day) % 7 < 5) weekdays += 1;
  }
  return weekdays;
}

/** The holidays on weekdays that are passed in going from one day to another, in order of date. */
function weekdayHolidays(
  holidays: ReadonlyMap<CalendarDate, string>,
  from: CalendarDate,
  to: CalendarDate,
): Holiday[] {
  const isPassed = (date: CalendarDate) =>
    from <= to ? from < date && date <= to : to <= date && date < from;
  return [...holidays]
    .filter(([date]) => isPassed(date) && isWeekday(Temporal.PlainDate.from(date)))
    .map(([date, name]) => ({ date, name }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}
