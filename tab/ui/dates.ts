/** Dates are the council's: London time, whatever the reader's machine believes. */
const london = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", ...options });

const dayParts = london({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const timeParts = london({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** An instant or a calendar date as "Mon 7 Dec 2026". */
export function dayWords(instantOrDate: string): string {
  // A calendar date is read at noon, so that no time zone can move it to its neighbour.
  const instant = instantOrDate.includes("T") ? instantOrDate : `${instantOrDate}T12:00:00Z`;
  const parts = dayParts.formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("weekday")} ${part("day")} ${part("month")} ${part("year")}`;
}

/** An instant as "14:02". */
export function timeWords(instant: string): string {
  return timeParts.format(new Date(instant));
}

/** An instant as "Mon 7 Dec 2026 at 14:02". */
export function momentWords(instant: string): string {
  return `${dayWords(instant)} at ${timeWords(instant)}`;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long after `earlier` something was, as "3 days later"; nothing under a minute. */
export function gapWords(earlier: string, later: string): string | undefined {
  const gap = new Date(later).getTime() - new Date(earlier).getTime();
  if (gap >= day) return countWords(Math.round(gap / day), "day");
  if (gap >= hour) return countWords(Math.round(gap / hour), "hour");
  if (gap >= minute) return countWords(Math.round(gap / minute), "minute");
  return undefined;
}

const countWords = (count: number, unit: string): string =>
  `${count} ${unit}${count === 1 ? "" : "s"} later`;
