import { longDate, type CalendarDate } from "../calendar/london-date.ts";
import { addDays, addMonths, lastDayOfMonthsFrom } from "../calendar/periods.ts";
import {
  addWorkingDays,
  type Calendar,
  type Counted,
  type Region,
} from "../calendar/working-days.ts";
import type { Limit } from "../policy/clock-rule.ts";

/** Where a limit ends, counted from a day, and the sentences that walk there holiday by holiday. */
export type CountedLimit = Counted & { readonly why: readonly string[] };

/** Counts a limit of any unit after `from`; only working days pass holidays over. */
export function countLimit(
  limit: Limit,
  from: CalendarDate,
  where: { readonly region: Region; readonly calendar: Calendar },
): CountedLimit {
  if (limit.unit === "working days") {
    const counted = addWorkingDays({ from, days: limit.count, ...where });
    const passed = counted.skipped.map(
      ({ date, name }) => `${longDate(date)} does not count: ${name}.`,
    );
    return { ...counted, why: [...passed, endWords(limit, counted.due)] };
  }
  const due = endOf(limit, from);
  return { due, skipped: [], why: [endWords(limit, due)] };
}

function endOf({ count, unit }: Limit, from: CalendarDate): CalendarDate {
  switch (unit) {
    case "calendar days":
      return addDays(from, count);
    case "weeks":
      return addDays(from, 7 * count);
    case "months":
      return addMonths(from, count);
    case "months from the day":
      return lastDayOfMonthsFrom(from, count);
    case "working days":
      throw new Error("Working days are counted on a calendar.");
  }
}

function endWords({ count, unit }: Limit, due: CalendarDate): string {
  const end = longDate(due);
  if (unit === "working days") return `Working day ${count} is ${end}.`;
  if (unit === "months from the day") {
    return `${count} months that begin with that day end on ${end}.`;
  }
  const one = unit.replace(/s$/, "");
  return `${count} ${count === 1 ? one : unit} later is ${end}.`;
}
