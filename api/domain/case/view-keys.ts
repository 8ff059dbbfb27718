import { londonDate, type CalendarDate } from "../calendar/london-date.ts";
import type { Calendar } from "../calendar/working-days.ts";
import { clocksOf } from "../clocks/clocks-of.ts";
import type { Clock } from "../clocks/clock.ts";
import { nextNotice, noticeOwed } from "../clocks/next-notice.ts";
import type { PersonId, ServiceId } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";
import { isNudged } from "./is-nudged.ts";
import { currentClock } from "./listed-case.ts";

/** A row of a list: the screen it belongs to and its place in that screen's order. */
export type ViewKey = { readonly partition: string; readonly row: string };

/** The names of the lists, so that writer and reader cannot differ. */
export const viewOf = {
  council: "council",
  triage: "queue:triage",
  officer: (id: PersonId) => `officer:${id}`,
  service: (id: ServiceId) => `service:${id}`,
  approver: (id: PersonId) => `approver:${id}`,
  sponsor: (id: PersonId) => `sponsor:${id}`,
  due: (date: CalendarDate) => `due:${date}`,
} as const;

export type ViewContext = {
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** The instant of the commit: a notice is never filed under a day that was swept before it. */
  readonly now: string;
};

/** Every list this case appears in, with its place there. */
export function viewKeysOf(theCase: Case, context: ViewContext): ViewKey[] {
  const clocks = clocksOf(theCase, context.policy, context.calendar);
  const due = currentClock(clocks, theCase.stage)?.due ?? "9999-12-31";
  const byDue = `${due}_${theCase.id}`;
  return [
    { partition: viewOf.council, row: `${newestFirst(theCase.receivedAt)}_${theCase.id}` },
    ...(theCase.sponsor === undefined
      ? []
      : [{ partition: viewOf.sponsor(theCase.sponsor), row: byDue }]),
    ...(awaitsComplaintsTeam(theCase)
      ? [{ partition: viewOf.triage, row: `${theCase.receivedAt}_${theCase.id}` }]
      : []),
    ...(theCase.status === "closed" ? [] : openLists(theCase, byDue)),
    ...noticeKeys(theCase, context),
  ];
}

function openLists(theCase: Case, byDue: string): ViewKey[] {
  const keys: ViewKey[] = [];
  const { officer, service, submission, status } = theCase;
  if (officer !== undefined) keys.push({ partition: viewOf.officer(officer.id), row: byDue });
  if (service !== undefined) keys.push({ partition: viewOf.service(service), row: byDue });
  if (submission !== undefined && status === "awaiting-approval") {
    keys.push({ partition: viewOf.approver(submission.approver), row: byDue });
  }
  return keys;
}

// What it is, who takes it, or whether it goes on: also of a closed case whose person writes again.
function awaitsComplaintsTeam(theCase: Case): boolean {
  return (
    theCase.status === "triage" ||
    theCase.status === "allocation" ||
    theCase.answeredBack !== undefined
  );
}

function noticeKeys(theCase: Case, { policy, calendar, now }: ViewContext): ViewKey[] {
  if (!isNudged(theCase)) return [];
  const today = londonDate(now);
  return clocksOf(theCase, policy, calendar).flatMap((clock) => {
    const on = noticeDay(clock, theCase, today);
    if (on === undefined) return [];
    return [{ partition: viewOf.due(on), row: `${theCase.id}_${clock.id}` }];
  });
}

// Never a day that was swept before: what is owed already is filed under today.
function noticeDay(clock: Clock, theCase: Case, today: CalendarDate): CalendarDate | undefined {
  const next = nextNotice(clock, theCase.notices);
  if (next === undefined || next.on >= today) return next?.on;
  return noticeOwed(clock, theCase.notices, today) ? today : clock.nudges.overdue.on;
}

// Tables sort by row key, ascending only: the time until a far day puts the newest first.
function newestFirst(instant: string): string {
  const farDay = 9_999_999_999_999;
  return String(farDay - Date.parse(instant)).padStart(13, "0");
}
