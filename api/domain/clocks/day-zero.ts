import { longDate, londonDate, londonTime, type CalendarDate } from "../calendar/london-date.ts";
import { addDays } from "../calendar/periods.ts";
import { addWorkingDays, workingDayFrom, type Calendar } from "../calendar/working-days.ts";
import type { Policy } from "../policy/policy.ts";

/** The day a clock counts from, and the sentence that says so. */
export type DayZero = {
  readonly day: CalendarDate;
  /** The day after which counting starts: `day` itself, or the day before where receipt is day 1. */
  readonly countAfter: CalendarDate;
  readonly reason: string;
};

/** When something reached the council: an instant, or a day whose hour nobody knows. */
export type Arrival = { readonly date: CalendarDate; readonly time?: string };

/** The London day and time of an instant (ISO 8601). */
export function arrivalOf(instant: string): Arrival {
  return { date: londonDate(instant), time: londonTime(instant) };
}

/** Day 0 of what reached the council, after the policy's cut-off, day-off and day-1 rules. */
export function dayZeroOfArrival(
  arrival: Arrival,
  happened: string,
  where: { readonly counting: Policy["counting"]; readonly calendar: Calendar },
): DayZero {
  const { counting, calendar } = where;
  const reasons = [`${happened} on ${longDate(arrival.date)}`];
  let day = arrival.date;
  if (counting.cutOff !== undefined && (arrival.time ?? "") >= counting.cutOff) {
    day = addWorkingDays({ from: day, days: 1, region: counting.region, calendar }).due;
    reasons.push(`after the ${counting.cutOff} cut-off`);
  }
  if (counting.receivedOnDayOff === "next working day") {
    const working = workingDayFrom(day, counting.region, calendar);
    if (working !== day) reasons.push("which is not a working day");
    day = working;
  }
  const dayWord = counting.receipt;
  const isFirst = dayWord === "day 1";
  const counted = isFirst ? workingDayFrom(day, counting.region, calendar) : day;
  const reason =
    counted === arrival.date
      ? `${reasons.join(", ")}: that is ${dayWord}.`
      : `${reasons.join(", ")}: ${longDate(counted)} is ${dayWord}.`;
  return { day: counted, countAfter: isFirst ? addDays(counted, -1) : counted, reason };
}

/** Day 0 of what the council did itself: the day it did it. */
export function dayZeroOfAct(day: CalendarDate, happened: string): DayZero {
  return { day, countAfter: day, reason: `${happened} on ${longDate(day)}: that is day 0.` };
}
