import { longDate, londonDate, type CalendarDate } from "../calendar/london-date.ts";
import { workingDayFrom, type Calendar, type Holiday } from "../calendar/working-days.ts";
import type { Policy } from "../policy/policy.ts";
import type { EscalationWindow as WindowRule } from "../policy/stage-rule.ts";
import { countLimit } from "./count-limit.ts";
import { policyCalendar } from "./policy-calendar.ts";
import type { StageFacts } from "./clock-facts.ts";

/** How long a person may ask for the next stage once a stage is answered. */
export type EscalationWindow = {
  readonly closes: CalendarDate;
  /** The last day on which a request still counts as in time: a closing day off gives a day more. */
  readonly acceptedUntil: CalendarDate;
  readonly skipped: readonly Holiday[];
  readonly why: readonly string[];
};

/** The window behind an answered stage; undefined while it is unanswered or the policy sets no end. */
export function escalationWindowOf(
  stage: StageFacts,
  policy: Policy,
  calendar: Calendar,
): EscalationWindow | undefined {
  const rule = policy.stages.find((one) => one.stage === stage.stage)?.window;
  if (rule === undefined || stage.answeredAt === undefined) return undefined;
  return windowFrom(londonDate(stage.answeredAt), rule, { policy, calendar });
}

/** The window that opens with an answer received on a day. */
export function windowFrom(
  answered: CalendarDate,
  rule: WindowRule,
  by: { readonly policy: Policy; readonly calendar: Calendar },
): EscalationWindow {
  const { region } = by.policy.counting;
  const calendar = policyCalendar(by.policy, by.calendar);
  const counted = countLimit(rule.limit, answered, { region, calendar });
  const closes = counted.due;
  const acceptedUntil = rule.untilWorkingDay ? workingDayFrom(closes, region, calendar) : closes;
  return {
    closes,
    acceptedUntil,
    skipped: counted.skipped,
    why: [
      `${by.policy.title}: ${rule.words}.`,
      `Answered on ${longDate(answered)}: that is the day it counts from.`,
      ...counted.why,
      ...(acceptedUntil === closes
        ? []
        : [`That is not a working day, so a request is in time until ${longDate(acceptedUntil)}.`]),
      rule.discretion,
    ],
  };
}
