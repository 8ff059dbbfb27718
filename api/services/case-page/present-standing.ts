import type { Standing } from "../../contract/case-parts.ts";
import { shortDate, type CalendarDate } from "../../domain/calendar/london-date.ts";
import { workingDaysBetween } from "../../domain/calendar/working-days.ts";
import { policyCalendar } from "../../domain/clocks/policy-calendar.ts";
import type { OpenedCase } from "./opened-case.ts";

type Dated = {
  readonly due: CalendarDate;
  /** The day on which it was done, and the word for that: "answered", "done". */
  readonly done?: { readonly on: CalendarDate; readonly word: string } | undefined;
};

const soon = 2;

/** How something that is owed by a day stands today, counted in the working days of the case's procedure. */
export function standingOf({ due, done }: Dated, opened: OpenedCase): Standing {
  const { policy, ports, today } = opened;
  const between = (from: CalendarDate, to: CalendarDate) =>
    workingDaysBetween(from, to, {
      region: policy.counting.region,
      calendar: policyCalendar(policy, ports.calendar),
    });
  if (done !== undefined) {
    const words = `${done.word} on ${shortDate(done.on)}`;
    return done.on <= due
      ? { state: "met", words }
      : { state: "met-late", words: `${words}, ${late(between(due, done.on))}` };
  }
  if (today > due) {
    const days = between(due, today);
    const words = days === 0 ? `overdue since ${shortDate(due)}` : `${workingDays(days)} overdue`;
    return { state: "overdue", words };
  }
  if (today === due) return { state: "due-today", words: "due today" };
  const days = between(today, due);
  const words = days === 0 ? `due on ${shortDate(due)}` : `due in ${workingDays(days)}`;
  return { state: days <= soon ? "due-soon" : "on-time", words };
}

function late(days: number): string {
  return days === 0 ? "late" : `${workingDays(days)} late`;
}

function workingDays(days: number): string {
  return days === 1 ? "1 working day" : `${days} working days`;
}
