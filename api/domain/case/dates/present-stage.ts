import { londonDate, type CalendarDate } from "../../calendar/london-date.ts";
import type { Calendar } from "../../calendar/working-days.ts";
import type { Clock } from "../../clocks/clock.ts";
import { clocksOf, rulesOf } from "../../clocks/clocks-of.ts";
import { metOn } from "../../clocks/count-rule.ts";
import type { ClockRule } from "../../policy/clock-rule.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Case, StageRecord } from "../case.ts";
import { stageRuleOf } from "../independence.ts";

/** The kind of clock that people wait for, and the only one that a person moves. */
export const response = "response";

/** The response clock of the present stage, with the rule it follows, while the answer is still owed. */
export function runningResponse(
  theCase: Case,
  policy: Policy,
  calendar: Calendar,
): { readonly clock: Clock; readonly rule: ClockRule } | undefined {
  const rule = runningRule(theCase, policy);
  const clock = clocksOf(theCase, policy, calendar).find(({ id }) => id === rule?.id);
  return clock && rule && { clock, rule };
}

/** The rule alone: which clock runs is the same under every calendar, only its date is not. */
export function runningRule(theCase: Case, policy: Policy): ClockRule | undefined {
  return rulesOf(theCase, policy).find(
    ({ rule, stage }) =>
      rule.kind === response && stage.stage === theCase.stage && metOn(rule, stage) === undefined,
  )?.rule;
}

/** How many more working days the procedure still allows without a good reason. */
export function extensionLeft({ extensions, stage }: Case, { extension }: ClockRule): number {
  if (extension === undefined) return 0;
  const granted = extensions.filter((one) => one.stage === stage && one.clock === response);
  if (extension.times !== undefined && granted.length >= extension.times) return 0;
  const days = granted.reduce((sum, { workingDays }) => sum + workingDays, 0);
  return Math.max(0, extension.workingDays - days);
}

/** The day on which the answer would be due if that many more working days were granted at that instant. */
export function dueAfter(
  theCase: Case,
  workingDays: number,
  { policy, calendar, at }: { policy: Policy; calendar: Calendar; at: string },
): CalendarDate | undefined {
  const { stage, extensions } = theCase;
  const extension = { stage, clock: response, workingDays, at, reason: "asked" };
  const extended: Case = { ...theCase, extensions: [...extensions, extension] };
  return runningResponse(extended, policy, calendar)?.clock.due;
}

/** The pause of the present stage that nobody has ended. */
export function openPause({ pauses, stage }: Case): Case["pauses"][number] | undefined {
  return pauses.find((pause) => pause.stage === stage && pause.to === undefined);
}

/** What is kept of the present stage; throws when nothing is, for then the case is damaged. */
export function recordOf({ id, stages, stage }: Case): StageRecord {
  const record = stages.find((one) => one.stage === stage);
  if (record === undefined) throw new Error(`Case ${id} has no record of stage ${stage}.`);
  return record;
}

/** The milestones of the present stage that are still to come, in the policy's order. */
export function milestonesLeft(theCase: Case, policy: Policy) {
  const reached = recordOf(theCase).milestones.map(({ event }) => event);
  return stageRuleOf(theCase, policy).milestones.filter(({ id }) => !reached.includes(id));
}

/** The first day on which the next milestone can lie: nothing happens before what it follows. */
export function earliestMilestone(theCase: Case): string {
  const { startedAt, milestones } = recordOf(theCase);
  return londonDate(milestones.at(-1)?.at ?? startedAt);
}
