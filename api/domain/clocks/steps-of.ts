import type { CalendarDate } from "../calendar/london-date.ts";
import { addWorkingDays, type Calendar } from "../calendar/working-days.ts";
import type { Role } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import type { Clock } from "./clock.ts";
import { policyCalendar } from "./policy-calendar.ts";

/** A date of the council's own on the way to a deadline: nobody outside is promised it. */
export type InternalDate = {
  readonly id: string;
  readonly title: string;
  readonly owner: Role;
  readonly on: CalendarDate;
};

/** The internal dates of a clock, earliest first, so that a reply is not written on its last day. */
export function stepsOf(clock: Clock, policy: Policy, calendar: Calendar): InternalDate[] {
  const rule = policy.stages.flatMap(({ clocks }) => clocks).find(({ id }) => id === clock.id);
  const { region } = policy.counting;
  const kept = policyCalendar(policy, calendar);
  return (rule?.steps ?? [])
    .map(({ id, title, owner, workingDaysBefore }) => {
      const before = { from: clock.due, days: -workingDaysBefore, region, calendar: kept };
      const { due } = addWorkingDays(before);
      return { id, title, owner, on: due > clock.day0 ? due : clock.due };
    })
    .toSorted((a, b) => a.on.localeCompare(b.on));
}
