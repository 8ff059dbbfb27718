import { longDate, type CalendarDate } from "../calendar/london-date.ts";
import { addDays, addMonths, lastDayOfMonthsFrom } from "../calendar/periods.ts";
import type { Region } from "../calendar/regions.ts";
import { addWorkingDays, type Calendar, type Counted } from "../calendar/working-days.ts";
import type { Limit } from "../policy/clock-rule.ts";

/** Where a limit ends, counted from a day, and the sentences that walk there holiday by holiday. */
export type CountedLimit = Counted & { readonly why: readonly string[] };

/** Counts a limit of any unit after `from`; only working days pass holidays over. */
export function countLimit(
  limit: Limit,
  from: CalendarDate,
  where: { readonly region: Region; readonly calendar: Calendar },
): CountedLimit {
  const { count, unit } = limit;
  if (unit === "working days") {
    const counted = addWorkingDays({ from, days: count, ...where });
    const passed = counted.skipped.map(
      ({ date, name }) => `${longDate(date)} does not count: ${name}.`,
    );
    return { ...counted, why: [...passed, endWords(limit, counted.due)] };
  }
  const due = endOf(from, count, unit);
  return { due, skipped: [], why: [endWords(limit, due)] };
}

function endOf(
  from: CalendarDate,
  count: number,
  unit: Exclude<Limit["unit"], "working days">,
): CalendarDate {
  switch (unit) {
    case "calendar days":
      return addDays(from, count);
    case "weeks":
      return addDays(from, 7 * count);
    case "months":
      return addMonths(from, count);
    case "months from the day":
      return lastDayOfMonthsFrom(from, count);
  }
}

function endWords({ count, unit }: Limit, due: CalendarDate): string {
  const end = longDate(due);
  if (unit === "working days") return `Working day ${count} is ${end}.`;
  if (unit === "months from the day") {
    return `${count} months that begin with that day end on ${end}.`;
  }
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit} later is ${end}.`;
}
