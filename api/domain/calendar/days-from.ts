import { Temporal } from "temporal-polyfill";
import type { CalendarDate } from "./london-date.ts";

/** Every calendar day from one to another, both included; none when they run backwards. */
export function daysFrom(first: CalendarDate, last: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  let day = Temporal.PlainDate.from(first);
  while (day.toString() <= last) {
    days.push(day.toString());
    day = day.add({ days: 1 });
  }
  return days;
}
