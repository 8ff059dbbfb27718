import type { CalendarDate } from "../calendar/london-date.ts";
import {
  holidaysAdded,
  mergeHolidays,
  type Calendar,
  type Holiday,
} from "../calendar/working-days.ts";
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
};

/** What a newly known holiday does to a case's open deadlines; what was done already stays as it is. */
export function recompute(
  facts: ClockFacts,
  policy: Policy,
  calendars: { readonly before: Calendar; readonly after: Calendar },
): MovedClock[] {
  const { region } = policy.counting;
  const added = holidaysAdded(calendars.before, calendars.after, region);
  const before = clocksOf(facts, policy, calendars.before);
  // A holiday is a reason if the date would be another one without it.
  const without = added.map((holiday) => {
    const others = added.filter((other) => other !== holiday);
    const calendar = mergeHolidays(calendars.before, { [region]: others });
    return { holiday, clocks: clocksOf(facts, policy, calendar) };
  });
  return clocksOf(facts, policy, calendars.after).flatMap((clock) => {
    const from = dueOf(clock.id, before);
    if (from === undefined || from === clock.due || clock.met !== undefined) return [];
    const because = without
      .filter(({ clocks }) => dueOf(clock.id, clocks) !== clock.due)
      .map(({ holiday }) => holiday);
    return [{ clock, from, to: clock.due, because }];
  });
}

function dueOf(id: string, clocks: readonly Clock[]): CalendarDate | undefined {
  return clocks.find((clock) => clock.id === id)?.due;
}
