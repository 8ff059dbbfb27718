import { longDate, londonDate, type CalendarDate } from "../calendar/london-date.ts";
import type { Calendar } from "../calendar/working-days.ts";
import type { Limit } from "../policy/clock-rule.ts";
import type { Policy } from "../policy/policy.ts";
import { countLimit } from "./count-limit.ts";
import { policyCalendar } from "./policy-calendar.ts";

/** A day that matters to a case as a whole, and the sentences that explain it. */
export type CaseLimit = { readonly on: CalendarDate; readonly why: readonly string[] };

/** The day by which all stages together should be over; undefined where a policy names none. */
export function wholeCaseLimitOf(
  receivedAt: string,
  policy: Policy,
  calendar: Calendar,
): CaseLimit | undefined {
  const rule = policy.wholeCase;
  const from = londonDate(receivedAt);
  return (
    rule && limitFrom(from, rule.limit, { words: rule.words, event: "Received", policy, calendar })
  );
}

/** The last day on which a complaint about something is accepted without discretion. */
export function acceptedUntil(
  becameAwareOn: CalendarDate,
  policy: Policy,
  calendar: Calendar,
): CaseLimit | undefined {
  const rule = policy.accepts;
  const how = { event: "Happened, or became known,", policy, calendar };
  return rule && limitFrom(becameAwareOn, rule.within, { words: rule.words, ...how });
}

function limitFrom(
  from: CalendarDate,
  limit: Limit,
  how: {
    readonly words: string;
    readonly event: string;
    readonly policy: Policy;
    readonly calendar: Calendar;
  },
): CaseLimit {
  const { region } = how.policy.counting;
  const calendar = policyCalendar(how.policy, how.calendar);
  const { due, why } = countLimit(limit, from, { region, calendar });
  const words = how.words.endsWith(".") ? how.words : `${how.words}.`;
  return {
    on: due,
    why: [`${how.policy.title}: ${words}`, `${how.event} on ${longDate(from)}.`, ...why],
  };
}
