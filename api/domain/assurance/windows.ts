import type { CalendarDate } from "../calendar/london-date.ts";
import { addDays } from "../calendar/periods.ts";

/** Today and the seven days before it are looked at in every check. */
const recentDays = 7;
/** How many older days one check takes on, so that its work is bounded however long the council has used Redress. */
const stepDays = 7;

export type Window = { readonly first: CalendarDate; readonly last: CalendarDate };

/** How far the walk back through the older days has come, and until when the days were checked without a gap. */
export type Walk = { readonly backTo: CalendarDate; readonly checkedTo: CalendarDate };

/** What one check looks at: the recent days, and of the older ones a week more than the last time. */
export type Windows = {
  readonly recent: Window;
  readonly older?: Window;
  /** To be kept for the next check once this one is done. */
  readonly walk: Walk;
};

/**
 * The days that this check covers. The walk goes back a week at each check, as far as mail is answered
 * for (`earliest`), and then begins again; after an outage it first makes good the days nobody looked at.
 */
export function windowsOf(asked: {
  readonly today: CalendarDate;
  readonly earliest: CalendarDate;
  readonly walk: Walk | undefined;
}): Windows {
  const { today, earliest, walk } = asked;
  const first = later(addDays(today, -recentDays), earliest);
  const recent = { first: first < today ? first : today, last: today };
  const hasGap = walk === undefined || addDays(walk.checkedTo, 1) < recent.first;
  const isBack = walk === undefined || walk.backTo <= earliest;
  const from = hasGap || isBack ? recent.first : earlier(walk.backTo, recent.first);
  if (from <= earliest) return { recent, walk: { backTo: recent.first, checkedTo: today } };
  const older = { first: later(addDays(from, -stepDays), earliest), last: addDays(from, -1) };
  return { recent, older, walk: { backTo: older.first, checkedTo: today } };
}

function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}
