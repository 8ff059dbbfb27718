import { longDate, londonDate, type CalendarDate } from "../calendar/london-date.ts";
import { addWorkingDays, type Calendar } from "../calendar/working-days.ts";
import { policyOf } from "../policy/catalogue.ts";
import type { ClockRule } from "../policy/clock-rule.ts";
import type { Policy } from "../policy/policy.ts";
import type { ClockFacts, StageFacts } from "./clock-facts.ts";
import { countLimit } from "./count-limit.ts";
import { countRule, type CountedRule } from "./count-rule.ts";
import { agreedDatesOf, extensionsOf } from "./date-changes.ts";

/** The dates beside a policy's own: what the Code says, and the last day permitted at all. */
export type CodeDates = {
  readonly codeDue?: CalendarDate;
  readonly absoluteLimit?: CalendarDate;
};

/** One rule of a policy in one stage of a case, with the date it gives before any change. */
export type RuleInCase = {
  readonly rule: ClockRule;
  readonly counted: CountedRule;
  readonly stage: StageFacts;
  readonly facts: ClockFacts;
  readonly policy: Policy;
};

/** The Code's date and the last permitted one; no pause, agreed date or council closure moves them. */
export function codeDatesOf(inCase: RuleInCase, calendar: Calendar): CodeDates {
  const { rule, counted, policy } = inCase;
  const { region } = policy.counting;
  const code = codeRuleOf(inCase, calendar);
  const later = (due: CalendarDate, days: number) =>
    addWorkingDays({ from: due, days, region, calendar }).due;
  const dates: { codeDue?: CalendarDate; absoluteLimit?: CalendarDate } = {};
  if (code !== undefined)
    dates.codeDue = later(code.counted.due, extendedWithin(code.rule, inCase));
  const governing = code ?? { rule, counted };
  if (rule.ceiling !== undefined) {
    const { due } = countLimit(rule.ceiling.limit, counted.day0, { region, calendar });
    dates.absoluteLimit = rule.ceiling.longerIfAgreed ? agreedBefore(due, inCase) : due;
  } else if (governing.rule.extension !== undefined) {
    dates.absoluteLimit = later(governing.counted.due, governing.rule.extension.workingDays);
  }
  return dates;
}

/** What the dates beside a due date mean for it, in sentences. */
export function codeWords(due: CalendarDate, { codeDue, absoluteLimit }: CodeDates): string[] {
  const words: string[] = [];
  if (codeDue !== undefined && codeDue !== due) {
    const side = codeDue < due ? "earlier" : "later";
    words.push(`The Complaint Handling Code’s own date is ${side}: ${longDate(codeDue)}.`);
  }
  if (absoluteLimit !== undefined) {
    const beyond = due > absoluteLimit ? ", and this date is beyond it" : "";
    words.push(`The last date permitted at all is ${longDate(absoluteLimit)}${beyond}.`);
  }
  return words;
}

// A Code holds for what arrives once it is in force, whatever policy the council then kept.
function codeRuleOf({ rule, stage, facts, policy }: RuleInCase, calendar: Calendar) {
  if (policy.code === undefined) return undefined;
  const code = policyOf(policy.code);
  if (londonDate(facts.receivedAt) < code.effective.from) return undefined;
  const codeStage = code.stages.find((one) => one.stage === stage.stage);
  const codeRule = codeStage?.clocks.find(
    (clock) => clock.kind === rule.kind && clock.route === undefined,
  );
  if (codeStage === undefined || codeRule === undefined) return undefined;
  const counting = { ...code.counting, region: policy.counting.region };
  const context = { policy: { ...code, counting }, stage: codeStage, calendar };
  const counted = countRule(codeRule, stage, context);
  return counted && { rule: codeRule, counted };
}

function agreedBefore(ceiling: CalendarDate, { rule, stage, facts }: RuleInCase): CalendarDate {
  return agreedDatesOf(facts, stage.stage, rule.kind)
    .filter((agreed) => londonDate(agreed.at) <= ceiling)
    .reduce((last, { date }) => (date > last ? date : last), ceiling);
}

function extendedWithin(codeRule: ClockRule, { rule, stage, facts }: RuleInCase): number {
  const granted = extensionsOf(facts, stage.stage, rule.kind).reduce(
    (sum, extension) => sum + extension.workingDays,
    0,
  );
  return Math.min(granted, codeRule.extension?.workingDays ?? 0);
}
