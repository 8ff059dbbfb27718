/** A date and time as a clock on a wall in London shows it. */
export type LondonTime = {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
};

const londonParts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  weekday: "short",
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

const londonNumbers = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});

type Part = Intl.DateTimeFormatPartTypes;

const partsOf = (format: Intl.DateTimeFormat, instant: Date): Partial<Record<Part, string>> =>
  Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));

/** The date in words, as the product shows it: `Sat 21 Nov 2026`. */
export function londonDate(instant: Date): string {
  const { weekday, day, month, year } = partsOf(londonParts, instant);
  return `${weekday ?? ""} ${day ?? ""} ${month ?? ""} ${year ?? ""}`;
}

/** The time of day in London: `23:43`. */
export function londonTimeOfDay(instant: Date): string {
  const { hour, minute } = partsOf(londonParts, instant);
  return `${hour ?? ""}:${minute ?? ""}`;
}

/** Date and time in words: `Sat 21 Nov 2026, 23:43`. */
export const londonDateTime = (instant: Date): string =>
  `${londonDate(instant)}, ${londonTimeOfDay(instant)}`;

/** What a clock in London shows at an instant. */
export function londonTimeAt(instant: Date): LondonTime {
  const { year, month, day, hour, minute } = partsOf(londonNumbers, instant);
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
  };
}

/**
 * The instant at which London's clocks show a time; days beyond a month's end roll over, and a time
 * skipped when the clocks go forward is read as the hour after it.
 */
export function instantOfLondonTime(time: LondonTime): Date {
  const asUtc = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute);
  const winter = new Date(asUtc);
  const summer = new Date(asUtc - 3_600_000);
  return londonOffsetMs(summer) === 0 ? winter : summer;
}

function londonOffsetMs(instant: Date): number {
  const shown = londonTimeAt(instant);
  const shownAsUtc = Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute);
  return shownAsUtc - Math.floor(instant.getTime() / 60_000) * 60_000;
}

/** London time as the value of a `datetime-local` field, which has no time zone of its own. */
export function fieldValueOf(instant: Date): string {
  const { year, month, day, hour, minute } = londonTimeAt(instant);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The instant a `datetime-local` value names in London; undefined when it is not a full date and time. */
export function instantOfFieldValue(value: string): Date | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(value);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  return instantOfLondonTime({ year, month, day, hour, minute });
}
