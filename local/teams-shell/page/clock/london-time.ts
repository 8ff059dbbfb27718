import { Temporal } from "temporal-polyfill";
import { londonDate, londonTime, shortDate } from "#api/domain/calendar/london-date.ts";

const london = "Europe/London";

/** What a clock on a wall in London shows at an instant. */
export const londonTimeAt = (instant: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(london);

/** The day of an ISO 8601 instant in words: `Sat 21 Nov 2026`. */
export function dayInWords(instant: string): string {
  const date = londonDate(instant);
  return `${shortDate(date)} ${date.slice(0, 4)}`;
}

/** Date and time of an instant in words: `Sat 21 Nov 2026, 23:43`. */
export function dateTimeInWords(instant: Date): string {
  const iso = instant.toISOString();
  return `${dayInWords(iso)}, ${londonTime(iso)}`;
}

/** London time as the value of a `datetime-local` field, which has no time zone of its own. */
export const fieldValueOf = (instant: Date): string =>
  londonTimeAt(instant).toPlainDateTime().toString({ smallestUnit: "minute" });

/**
 * The instant a `datetime-local` value names in London; undefined when it is not a full date and
 * time. A time skipped when the clocks go forward is read as the hour after it.
 */
export function instantOfFieldValue(value: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return undefined;
  const { epochMilliseconds } = Temporal.PlainDateTime.from(value).toZonedDateTime(london);
  return new Date(epochMilliseconds);
}
