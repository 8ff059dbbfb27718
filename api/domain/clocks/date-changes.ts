import { longDate, londonDate, type CalendarDate } from "../calendar/london-date.ts";
import { holidayWords } from "./holiday-words.ts";
import type { Region } from "../calendar/regions.ts";
import {
  addWorkingDays,
  workingDaysBetween,
  type Calendar,
  type Holiday,
} from "../calendar/working-days.ts";
import type { ClockRule } from "../policy/clock-rule.ts";
import type { AgreedDateFact, ClockFacts, ExtensionFact, PauseFact } from "./clock-facts.ts";

/** A due date and how it came to stand where it stands. */
export type StandingDate = {
  readonly due: CalendarDate;
  readonly skipped: readonly Holiday[];
  readonly why: readonly string[];
  readonly pausedSince?: CalendarDate;
};

type Change =
  | { readonly type: "extension"; readonly at: string; readonly fact: ExtensionFact }
  | { readonly type: "pause"; readonly at: string; readonly fact: PauseFact }
  | { readonly type: "agreed"; readonly at: string; readonly fact: AgreedDateFact };

type Where = { readonly region: Region; readonly calendar: Calendar };

/** The extensions of one clock, oldest first: they move the Code's date too, as far as it allows. */
export function extensionsOf(facts: ClockFacts, stage: number, kind: string): ExtensionFact[] {
  return ofClock(facts.extensions, stage, kind).toSorted((a, b) => a.at.localeCompare(b.at));
}

/** The dates agreed for one clock. */
export function agreedDatesOf(facts: ClockFacts, stage: number, kind: string): AgreedDateFact[] {
  return ofClock(facts.agreedDates, stage, kind);
}

/** Moves a policy's date by what was extended, paused and agreed, in the order it happened. */
export function changedDate(
  counted: StandingDate,
  rule: ClockRule,
  changing: { readonly facts: ClockFacts; readonly stage: number; readonly where: Where },
): StandingDate {
  const { facts, stage, where } = changing;
  const extensions = extensionsOf(facts, stage, rule.kind);
  return changesOf(facts, stage, rule.kind).reduce((standing, change) => {
    switch (change.type) {
      case "extension": {
        const before = extensions.slice(0, extensions.indexOf(change.fact));
        return extended(standing, change.fact, { rule, before, where });
      }
      case "pause":
        return paused(standing, change.fact, where);
      case "agreed":
        return agreed(standing, change.fact, rule);
    }
  }, counted);
}

/** What newly proclaimed bank holidays did to a date, in sentences: the count before them has it already. */
export function movedWords(facts: ClockFacts, stage: number, clock: string): string[] {
  return (facts.movedDates ?? [])
    .filter((moved) => moved.stage === stage && moved.clock === clock)
    .map(
      ({ at, from, to, because }) =>
        `It was ${longDate(from)} until ${longDate(londonDate(at))}, and became ${longDate(to)} because of ${holidayWords(because)}.`,
    );
}

function changesOf(facts: ClockFacts, stage: number, kind: string): Change[] {
  const changes: Change[] = [
    ...ofClock(facts.extensions, stage, kind).map(
      (fact) => ({ type: "extension", at: fact.at, fact }) as const,
    ),
    ...ofClock(facts.pauses, stage, kind).map(
      (fact) => ({ type: "pause", at: fact.from, fact }) as const,
    ),
    ...agreedDatesOf(facts, stage, kind).map(
      (fact) => ({ type: "agreed", at: fact.at, fact }) as const,
    ),
  ];
  return changes.toSorted((a, b) => a.at.localeCompare(b.at));
}

function ofClock<Fact extends { readonly stage: number; readonly clock?: string }>(
  facts: readonly Fact[] | undefined,
  stage: number,
  kind: string,
): Fact[] {
  return (facts ?? []).filter(
    (fact) => fact.stage === stage && (fact.clock ?? "response") === kind,
  );
}

function extended(
  standing: StandingDate,
  fact: ExtensionFact,
  by: {
    readonly rule: ClockRule;
    readonly before: readonly ExtensionFact[];
    readonly where: Where;
  },
): StandingDate {
  const moved = addWorkingDays({ from: standing.due, days: fact.workingDays, ...by.where });
  const passed = moved.skipped.map(
    ({ date, name }) => `${longDate(date)} does not count: ${name}.`,
  );
  const told = longDate(londonDate(fact.at));
  return {
    ...standing,
    due: moved.due,
    skipped: [...standing.skipped, ...moved.skipped],
    why: [
      ...standing.why,
      `Extended on ${told} by ${workingDayWords(fact.workingDays)}: ${sentence(fact.reason)}`,
      ...passed,
      `That makes it ${longDate(moved.due)}.`,
      ...beyondWords(fact, by.rule, by.before),
    ],
  };
}

function beyondWords(
  fact: ExtensionFact,
  rule: ClockRule,
  before: readonly ExtensionFact[],
): string[] {
  const allowed = rule.extension;
  if (allowed === undefined) return ["This procedure provides for no extension here."];
  const total = before.reduce((sum, past) => sum + past.workingDays, fact.workingDays);
  const tooOften = allowed.times !== undefined && before.length >= allowed.times;
  if (!tooOften && total <= allowed.workingDays) return [];
  const rest =
    fact.goodReason === undefined
      ? "No good reason for going beyond it is recorded."
      : `The good reason given: ${sentence(fact.goodReason)}`;
  return [`That is more than the procedure allows: ${sentence(allowed.words)} ${rest}`];
}

function paused(standing: StandingDate, fact: PauseFact, where: Where): StandingDate {
  const from = londonDate(fact.from);
  const opening = `Paused from ${longDate(from)}`;
  if (fact.to === undefined) {
    const why = `${opening}: ${sentence(fact.reason)} The date moves when the pause ends.`;
    return { ...standing, why: [...standing.why, why], pausedSince: from };
  }
  const to = londonDate(fact.to);
  const days = workingDaysBetween(from, to, where);
  const { due, skipped } = addWorkingDays({ from: standing.due, days, ...where });
  return {
    ...standing,
    due,
    skipped: [...standing.skipped, ...skipped],
    why: [
      ...standing.why,
      `${opening} to ${longDate(to)}, ${workingDayWords(days)}: ${sentence(fact.reason)}`,
      `That makes it ${longDate(due)}.`,
    ],
  };
}

function agreed(standing: StandingDate, fact: AgreedDateFact, rule: ClockRule): StandingDate {
  const what = `${longDate(fact.date)} was agreed on ${longDate(londonDate(fact.at))} with ${fact.agreedWith}`;
  if (rule.agreedDate === undefined) {
    const why = `${what}, but this procedure does not let an agreed date replace its own.`;
    return { ...standing, why: [...standing.why, why] };
  }
  const why = [...standing.why, `${what}: ${sentence(rule.agreedDate)}`];
  return { ...standing, due: fact.date, why };
}

function workingDayWords(days: number): string {
  return days === 1 ? "1 working day" : `${days} working days`;
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
