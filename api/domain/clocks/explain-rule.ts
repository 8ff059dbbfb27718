import type { CalendarDate } from "../calendar/london-date.ts";
import { unlistedWords } from "../calendar/list-coverage.ts";
import type { Calendar, Holiday } from "../calendar/working-days.ts";
import type { ClockRule } from "../policy/clock-rule.ts";
import type { Policy } from "../policy/policy.ts";
import type { StageRule } from "../policy/stage-rule.ts";
import { countFrom, happenedWords } from "./count-rule.ts";
import { dayZeroOfAct, dayZeroOfArrival, type Arrival } from "./day-zero.ts";
import { windowFrom } from "./escalation-window.ts";
import { policyCalendar } from "./policy-calendar.ts";

/** The name by which the time for asking for the next stage is looked up. */
const windowName = "escalation-window";

/** A deadline of a policy with nothing known of any case: when it would fall, and why. */
export type ExplainedDate = {
  readonly due: CalendarDate;
  readonly skipped: readonly Holiday[];
  readonly why: readonly string[];
};

/** What can be asked of a policy: its clocks by id, and the window behind each stage that has one. */
export function ruleNames(policy: Policy): string[] {
  const clocks = policy.stages.flatMap((stage) => stage.clocks.map(({ id }) => id));
  return policy.stages.some(({ window }) => window !== undefined)
    ? [...clocks, windowName]
    : clocks;
}

/**
 * When a deadline falls if the event it counts from happens on a day. `name` is a clock's id, its
 * kind, or `escalation-window`; `stage` tells those apart that several stages have. Undefined when
 * the policy has no such deadline.
 */
export function explainRule(
  policy: Policy,
  asked: { readonly name: string; readonly stage?: number | undefined; readonly from: Arrival },
  calendar: Calendar,
): ExplainedDate | undefined {
  const kept = policyCalendar(policy, calendar);
  const stages = policy.stages.filter(({ stage }) => stage === (asked.stage ?? stage));
  if (asked.name === windowName) {
    const rule = stages.find(({ window }) => window !== undefined)?.window;
    if (rule === undefined) return undefined;
    const { acceptedUntil, skipped, why } = windowFrom(asked.from.date, rule, { policy, calendar });
    return { due: acceptedUntil, skipped, why };
  }
  const found = findRule(stages, asked.name);
  if (found === undefined) return undefined;
  const { rule, stage } = found;
  const happened = happenedWords(rule.from, stage);
  const { counting } = policy;
  const { unit } = rule.limit;
  const start =
    rule.from === "started"
      ? dayZeroOfArrival(asked.from, happened, { counting, unit, calendar: kept })
      : dayZeroOfAct(asked.from.date, happened, unit);
  const { due, skipped, why } = countFrom(rule, start, { policy, stage, calendar: kept });
  const unlisted = unlistedWords({ from: start.day, to: due }, counting.region, kept);
  return { due, skipped, why: [...why, ...unlisted] };
}

function findRule(
  stages: readonly StageRule[],
  name: string,
): { readonly stage: StageRule; readonly rule: ClockRule } | undefined {
  const all = stages.flatMap((stage) => stage.clocks.map((rule) => ({ stage, rule })));
  return all.find(({ rule }) => rule.id === name) ?? all.find(({ rule }) => rule.kind === name);
}
