import { Temporal } from "temporal-polyfill";

/** A day of the Europe/London calendar, `YYYY-MM-DD`: what every deadline is. */
export type CalendarDate = string;

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The Europe/London day on which an instant (ISO 8601 with an offset or Z) falls, wherever this runs. */
export function londonDate(instant: string): CalendarDate {
  return inLondon(instant).toPlainDate().toString();
}

/** The Europe/London wall clock time of an instant, `HH:MM`, because a cut-off is a local time. */
export function londonTime(instant: string): string {
  return inLondon(instant).toPlainTime().toString({ smallestUnit: "minute" });
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`: for input from a person or a file. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** A day for lists and badges, where the year is plain: "Mon 23 Nov". */
export function shortDate(date: CalendarDate): string {
  const { weekday, day, month } = wordsOf(date);
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`;
}

/** An instant for lists and badges: "Mon 23 Nov at 14:02". */
export function shortMoment(instant: string): string {
  return `${shortDate(londonDate(instant))} at ${londonTime(instant)}`;
}

/** A day for letters and explanations: "Monday 23 November 2026". */
export function longDate(date: CalendarDate): string {
  const { weekday, day, month, year } = wordsOf(date);
  return `${weekday} ${day} ${month} ${year}`;
}

function inLondon(instant: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO("Europe/London");
}

function wordsOf(date: CalendarDate) {
  const day = Temporal.PlainDate.from(date);
  return {
    weekday: days[day.dayOfWeek - 1] ?? "",
    day: String(day.day),
    month: months[day.month - 1] ?? "",
    year: String(day.year),
  };
}
