import type { CalendarDate } from "../../calendar/london-date.ts";
import { addWorkingDays, isWorkingDay } from "../../calendar/working-days.ts";
import { policyCalendar } from "../../clocks/policy-calendar.ts";
import type { Case } from "../case.ts";
import type { Evolvers } from "../chapter.ts";
import type { GivenReminder, PledgeKind, reminderEvents, ReminderStep } from "./facts.ts";
import { reminderSteps } from "./facts.ts";
import { pledgesOf, type CountingBy, type Pledge } from "./pledges.ts";

const daysBefore = 2;
const daysUntilEscalated = 3;

export const reminderEvolvers: Evolvers<typeof reminderEvents> = {
  "reminder-given": (before, { about, entry, step, due }) => ({
    ...before,
    reminders: [
      ...before.reminders.filter((past) => !isOf(past, { about, entry })),
      { about, entry, step, due },
    ],
  }),
};

/** A reminder and the day it is for. */
export type Reminder = {
  readonly pledge: Pledge;
  readonly step: ReminderStep;
  readonly on: CalendarDate;
};

/** The next reminder of each pledge: of those whose day has come the last alone, as it says it all. */
export function nextReminders(theCase: Case, by: CountingBy & { readonly today: CalendarDate }) {
  const open = pledgesOf(theCase, by).filter(({ until = by.today }) => by.today <= until);
  return open.flatMap((pledge): Reminder[] => {
    const ahead = stepsAhead(pledge, theCase.reminders, by);
    const next = ahead.findLast(({ on }) => on <= by.today) ?? ahead[0];
    return next === undefined ? [] : [{ pledge, ...next }];
  });
}

/** Whether a case still has what a reminder was of. */
export function isStillPledged(
  theCase: Case,
  { about, entry, due }: Pick<GivenReminder, "about" | "entry" | "due">,
  by: CountingBy,
): boolean {
  return pledgesOf(theCase, by).some(
    (pledge) => isOf(pledge, { about, entry }) && pledge.due === due,
  );
}

type Step = { readonly step: ReminderStep; readonly on: CalendarDate };

function stepsAhead(pledge: Pledge, given: readonly GivenReminder[], by: CountingBy): Step[] {
  const last = given.find((past) => isOf(past, pledge) && past.due === pledge.due);
  const done = last === undefined ? -1 : reminderSteps.indexOf(last.step);
  return stepsOf(pledge, by).filter(
    ({ step, on }) =>
      reminderSteps.indexOf(step) > done && (pledge.since === undefined || on > pledge.since),
  );
}

function stepsOf({ about, due }: Pledge, { policy, calendar: listed }: CountingBy): Step[] {
  const { region } = policy.counting;
  const calendar = policyCalendar(policy, listed);
  const daysFrom = (days: number) => addWorkingDays({ from: due, days, region, calendar }).due;
  // What falls on a day off is said on the last day at work before it.
  const onTheDay = isWorkingDay(due, region, calendar) ? due : daysFrom(-1);
  const steps: Step[] = [
    { step: "soon", on: daysFrom(-daysBefore) },
    { step: "today", on: onTheDay },
    { step: "overdue", on: daysFrom(1) },
    { step: "escalated", on: daysFrom(daysUntilEscalated) },
  ];
  return steps.filter(
    ({ step, on }) => isSaid[about].includes(step) && (step !== "soon" || on < onTheDay),
  );
}

// Nobody needs to prepare for looking again at something, or for a word to a councillor.
const whenLookedAt: readonly ReminderStep[] = ["today", "overdue", "escalated"];
const isSaid: Readonly<Record<PledgeKind, readonly ReminderStep[]>> = {
  question: reminderSteps,
  remedy: reminderSteps,
  lesson: reminderSteps,
  "flag-review": whenLookedAt,
  "conduct-review": whenLookedAt,
  "sponsor-update": ["today", "overdue"],
  // Once is enough: whether it is a good moment to ask is for whoever knows the person.
  "check-in": ["today"],
};

function isOf(
  one: { readonly about: PledgeKind; readonly entry: string },
  other: { readonly about: PledgeKind; readonly entry: string },
): boolean {
  return one.about === other.about && one.entry === other.entry;
}
