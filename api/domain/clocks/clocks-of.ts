import type { CalendarDate } from "../calendar/london-date.ts";
import { unlistedWords } from "../calendar/list-coverage.ts";
import {
  addWorkingDays,
  knownOn,
  workingDaysBetween,
  type Calendar,
} from "../calendar/working-days.ts";
import type { ClockRule } from "../policy/clock-rule.ts";
import type { Policy } from "../policy/policy.ts";
import type { StageRule } from "../policy/stage-rule.ts";
import type { ClockFacts, StageFacts } from "./clock-facts.ts";
import type { Clock } from "./clock.ts";
import { codeDatesOf, codeWords } from "./code-dates.ts";
import { countRule, isForeseen, metOn } from "./count-rule.ts";
import { changedDate, movedWords } from "./date-changes.ts";
import { policyCalendar } from "./policy-calendar.ts";

/**
 * Every deadline of a case, stage by stage, with its policy's date, the Code's and the last one
 * permitted. Nothing of it is stored: the same facts, policy and calendar give the same clocks.
 */
export function clocksOf(facts: ClockFacts, policy: Policy, calendar: Calendar): Clock[] {
  return rulesOf(facts, policy).flatMap(
    ({ rule, ...inStage }) => clockOf(rule, { ...inStage, facts, policy, calendar }) ?? [],
  );
}

/** A rule that gives a case one of its clocks, at the stage where it does. */
type RuleAtStage = {
  readonly rule: ClockRule;
  readonly stage: StageFacts;
  readonly stageRule: StageRule;
};

/** The rules behind the clocks of a case, stage by stage: which ones they are no calendar decides. */
export function rulesOf(facts: ClockFacts, policy: Policy): RuleAtStage[] {
  const running = clockIdsOf(facts, policy);
  return facts.stages.flatMap((stage) => {
    const stageRule = stageRuleOf(policy, stage.stage);
    return stageRule.clocks
      .filter(({ id }) => running.includes(id))
      .filter(({ route }) => route === undefined || route === stage.route)
      .filter((rule) => isForeseen(rule, stage, stageRule))
      .filter((rule) => facts.status !== "closed" || metOn(rule, stage) !== undefined)
      .map((rule) => ({ rule, stage, stageRule }));
  });
}

type Situation = {
  readonly facts: ClockFacts;
  readonly stage: StageFacts;
  readonly stageRule: StageRule;
  readonly policy: Policy;
  readonly calendar: Calendar;
};

function clockIdsOf(facts: ClockFacts, policy: Policy): readonly string[] {
  const type =
    policy.caseTypes.find(({ id }) => id === facts.type) ??
    policy.caseTypes.find(({ countsAs }) => countsAs === facts.type) ??
    policy.caseTypes.find(({ countsAs }) => countsAs === "complaint");
  return type?.clocks ?? [];
}

function stageRuleOf(policy: Policy, stage: number): StageRule {
  const rule = policy.stages.find((one) => one.stage === stage);
  if (rule === undefined) throw new Error(`Policy ${policy.id} has no stage ${stage}.`);
  return rule;
}

function clockOf(rule: ClockRule, situation: Situation): Clock | undefined {
  const { facts, stage, stageRule, policy } = situation;
  const { region } = policy.counting;
  const met = metOn(rule, stage);
  const known = met === undefined ? situation.calendar : knownOn(situation.calendar, met);
  const calendar = policyCalendar(policy, known);
  const counted = countRule(rule, stage, { policy, stage: stageRule, calendar });
  if (counted === undefined) return undefined;

  const where = { region, calendar };
  const { due, skipped, why, pausedSince } = changedDate(counted, rule, {
    facts,
    stage: stage.stage,
    where,
  });
  const code = codeDatesOf({ rule, counted, stage, facts, policy }, known);
  return {
    id: rule.id,
    kind: rule.kind,
    stage: stage.stage,
    title: rule.title,
    owner: rule.owner,
    region,
    day0: counted.day0,
    day0Reason: counted.day0Reason,
    provisional: counted.provisional,
    workingDays: workingDaysBetween(counted.day0, due, where),
    due,
    skipped,
    why: [
      ...why,
      ...movedWords(facts, stage.stage, rule.id),
      ...codeWords(due, code),
      ...unlistedWords({ from: counted.day0, to: due }, region, calendar),
    ],
    ...code,
    ...(pausedSince === undefined ? {} : { pausedSince }),
    ...(met === undefined ? {} : { met }),
    nudges: nudgesOf(rule, { day0: counted.day0, due, policy, calendar }),
  };
}

// Nobody is told that something is due soon before the day after it began.
function nudgesOf(
  rule: ClockRule,
  when: {
    readonly day0: CalendarDate;
    readonly due: CalendarDate;
    readonly policy: Policy;
    readonly calendar: Calendar;
  },
): Clock["nudges"] {
  const { dueSoon, overdue } = when.policy.nudges;
  const { region } = when.policy.counting;
  const daysAfter = (from: CalendarDate, days: number) =>
    addWorkingDays({ from, days, region, calendar: when.calendar }).due;
  const before = daysAfter(when.due, -dueSoon.workingDaysBefore);
  const earliest = daysAfter(when.day0, 1);
  const soon = before > earliest ? before : earliest;
  const roles = (tells: typeof dueSoon.tells) => [
    ...new Set(tells.map((told) => (told === "owner" ? rule.owner : told))),
  ];
  return {
    dueSoon: {
      on: soon < when.due ? soon : when.due,
      tells: roles(dueSoon.tells),
    },
    overdue: { on: daysAfter(when.due, overdue.workingDaysAfter), tells: roles(overdue.tells) },
  };
}
