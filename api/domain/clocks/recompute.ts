import { longDate, type CalendarDate } from "../calendar/london-date.ts";
import { holidaysAdded, type Calendar, type Holiday } from "../calendar/working-days.ts";
import type { Policy } from "../policy/policy.ts";
import type { ClockFacts } from "./clock-facts.ts";
import type { Clock } from "./clock.ts";
import { clocksOf } from "./clocks-of.ts";

/** A deadline that a late proclamation moved: both dates, for the history and for its owner. */
export type MovedClock = {
  readonly clock: Clock;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly because: readonly Holiday[];
  readonly words: string;
};

/** What a newly known holiday does to a case's open deadlines; what was done already stays as it is. */
export function recompute(
  facts: ClockFacts,
  policy: Policy,
  calendars: { readonly before: Calendar; readonly after: Calendar },
): MovedClock[] {
  const before = clocksOf(facts, policy, calendars.before);
  const added = holidaysAdded(calendars.before, calendars.after, policy.counting.region);
  return clocksOf(facts, policy, calendars.after).flatMap((clock) => {
    const old = before.find((one) => one.id === clock.id && one.stage === clock.stage);
    if (old === undefined || old.due === clock.due || clock.met !== undefined) return [];
    const because = added.filter(({ date }) => date <= clock.due);
    const words = `${clock.title}: now due on ${longDate(clock.due)} instead of ${longDate(old.due)}, because of ${because.map(({ date, name }) => `${name} on ${longDate(date)}`).join(" and ")}.`;
    return [{ clock, from: old.due, to: clock.due, because, words }];
  });
}
