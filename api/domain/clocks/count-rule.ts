import { longDate, londonDate, type CalendarDate } from "../calendar/london-date.ts";
import type { Calendar } from "../calendar/working-days.ts";
import type { ClockRule } from "../policy/clock-rule.ts";
import type { Policy } from "../policy/policy.ts";
import type { StageRule } from "../policy/stage-rule.ts";
import type { StageFacts } from "./clock-facts.ts";
import { countLimit } from "./count-limit.ts";
import { arrivalOf, dayZeroOfAct, dayZeroOfArrival, type DayZero } from "./day-zero.ts";
import type { StandingDate } from "./date-changes.ts";

/** A rule's date as it first stands, before anything was extended, paused or agreed. */
export type CountedRule = StandingDate & {
  readonly day0: CalendarDate;
  readonly day0Reason: string;
  readonly provisional: boolean;
};

export type RuleContext = {
  readonly policy: Policy;
  readonly stage: StageRule;
  readonly calendar: Calendar;
};

/** The date of a rule in one stage; undefined while what it counts from cannot be foreseen. */
export function countRule(
  rule: ClockRule,
  facts: StageFacts,
  context: RuleContext,
): CountedRule | undefined {
  const start = startOf(rule, facts, context);
  return start === undefined ? undefined : countFrom(rule, start, context);
}

/** The date of a rule from a known day 0, with the policy's own words for it. */
export function countFrom(
  rule: ClockRule,
  start: DayZero & { readonly provisional?: boolean },
  { policy, calendar }: RuleContext,
): CountedRule {
  const { region, words } = policy.counting;
  const counted = countLimit(rule.limit, start.countAfter, { region, calendar });
  return {
    due: counted.due,
    skipped: counted.skipped,
    day0: start.day,
    day0Reason: start.reason,
    provisional: start.provisional ?? false,
    why: [
      `${policy.title}: ${rule.words}.`,
      start.reason,
      ...(rule.from === "started" && rule.limit.unit === "working days" ? [words] : []),
      ...counted.why,
    ],
  };
}

/** Whether what a rule counts from has happened or can be foreseen, whatever days are off. */
export function isForeseen(rule: ClockRule, facts: StageFacts, stage: StageRule): boolean {
  if (instantOf(rule.from, facts) !== undefined) return true;
  const earlier = stepBefore(rule, stage);
  return earlier !== undefined && isForeseen(earlier, facts, stage);
}

/** The London day on which what a rule waits for was done. */
export function metOn(rule: ClockRule, facts: StageFacts): CalendarDate | undefined {
  const at = instantOf(rule.stops, facts);
  // An answer says everything an acknowledgement would have said.
  const met = rule.stops === "acknowledged" ? (at ?? facts.answeredAt) : at;
  return met === undefined ? undefined : londonDate(met);
}

/** "Received", "Stage 2 was asked for", "The panel met": an event, to put a date behind. */
export function happenedWords(event: string, stage: StageRule): string {
  if (event === "started") {
    return stage.stage === 1 ? "Received" : `${stage.title} was asked for`;
  }
  if (event === "acknowledged") return "Acknowledged";
  if (event === "answered") return "Answered";
  return stage.milestones.find(({ id }) => id === event)?.title ?? event;
}

function startOf(
  rule: ClockRule,
  facts: StageFacts,
  context: RuleContext,
): (DayZero & { readonly provisional?: boolean }) | undefined {
  const { policy, stage, calendar } = context;
  const at = instantOf(rule.from, facts);
  const happened = happenedWords(rule.from, stage);
  if (at === undefined) return lastPermittedStart(rule, facts, context);
  const { unit } = rule.limit;
  if (rule.from !== "started") return dayZeroOfAct(londonDate(at), happened, unit);
  return dayZeroOfArrival(arrivalOf(at), happened, { counting: policy.counting, unit, calendar });
}

// A reply is not put off by not acknowledging: its clock runs from the acknowledgement's last day.
function lastPermittedStart(rule: ClockRule, facts: StageFacts, context: RuleContext) {
  const earlier = stepBefore(rule, context.stage);
  if (earlier === undefined) return undefined;
  const permitted = countRule(earlier, facts, context);
  if (permitted === undefined) return undefined;
  const day = permitted.due;
  const title = earlier.title.toLowerCase();
  const reason = `No ${title} yet: counted from ${longDate(day)}, the last day permitted for it.`;
  return { day, countAfter: day, reason, provisional: true };
}

function stepBefore({ from }: ClockRule, { clocks }: StageRule): ClockRule | undefined {
  return clocks.find((clock) => clock.stops === from && clock.route === undefined);
}

function instantOf(event: string, facts: StageFacts): string | undefined {
  if (event === "started") return facts.startedAt;
  if (event === "acknowledged") return facts.acknowledgedAt;
  if (event === "answered") return facts.answeredAt;
  return facts.milestones?.find((milestone) => milestone.event === event)?.at;
}
