import { longDate, londonDate, londonTime, type CalendarDate } from "../calendar/london-date.ts";
import { addDays } from "../calendar/periods.ts";
import {
  addWorkingDays,
  isWorkingDay,
  workingDayFrom,
  type Calendar,
} from "../calendar/working-days.ts";
import type { Limit } from "../policy/clock-rule.ts";
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
  by: {
    readonly counting: Policy["counting"];
    readonly unit: Limit["unit"];
    readonly calendar: Calendar;
  },
): DayZero {
  const { region, receipt } = by.counting;
  const { day, reasons } = countedArrival(arrival, by.counting, by.calendar);
  const isDayOne = receipt === "day 1" && by.unit === "working days";
  const counted = isDayOne ? workingDayFrom(day, region, by.calendar) : day;
  const what = isDayOne ? "day 1" : dayWord(by.unit);
  const opening = [`${happened} on ${longDate(arrival.date)}`, ...reasons].join(", ");
  const reason =
    counted === arrival.date
      ? `${opening}: that is ${what}.`
      : `${opening}: ${longDate(counted)} is ${what}.`;
  return { day: counted, countAfter: isDayOne ? addDays(counted, -1) : counted, reason };
}

/** Day 0 of what the council did itself: the day it did it. */
export function dayZeroOfAct(day: CalendarDate, happened: string, unit: Limit["unit"]): DayZero {
  const reason = `${happened} on ${longDate(day)}: that is ${dayWord(unit)}.`;
  return { day, countAfter: day, reason };
}

function countedArrival(arrival: Arrival, counting: Policy["counting"], calendar: Calendar) {
  const { region, cutOff, receivedOnDayOff } = counting;
  const reasons: string[] = [];
  let day = arrival.date;
  if (cutOff !== undefined && arrival.time !== undefined && arrival.time >= cutOff) {
    day = addWorkingDays({ from: day, days: 1, region, calendar }).due;
    reasons.push(`after the ${cutOff} cut-off`);
  }
  if (receivedOnDayOff === "next working day" && !isWorkingDay(day, region, calendar)) {
    day = workingDayFrom(day, region, calendar);
    reasons.push("which is not a working day");
  }
  return { day, reasons };
}

function dayWord(unit: Limit["unit"]): string {
  if (unit === "working days") return "day 0";
  return unit === "months from the day" ? "the first day" : "the day it counts from";
}
