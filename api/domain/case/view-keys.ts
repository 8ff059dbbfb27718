import { londonDate, type CalendarDate } from "../calendar/london-date.ts";
import type { Calendar } from "../calendar/working-days.ts";
import { clocksOf } from "../clocks/clocks-of.ts";
import type { Clock } from "../clocks/clock.ts";
import { nextNotice, noticeOwed } from "../clocks/next-notice.ts";
import type { PersonId, ServiceId } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";
import { isNudged } from "./is-nudged.ts";
import { farDay, rowsInEveryOrder, untilFarDay } from "./list-orders.ts";
import { currentClock } from "./listed-case.ts";
import { nextReminders } from "./reminders/rules.ts";
import { isAdmitted, isWithOmbudsman } from "./may-see.ts";
import { servicesOf } from "./of-service.ts";

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
  /** What somebody has to answer or see to in a case, whoever has it. */
  asked: (id: PersonId) => `asked:${id}`,
  /** Cases with a point that waits for the service's answer. */
  points: (id: ServiceId) => `points:${id}`,
  ombudsman: "ombudsman",
  /** Cases by the words they can be found by; the second those that only some may know of. */
  find: "find",
  memberFind: (id: PersonId) => `member-find:${id}`,
  /** All restricted cases that somebody is let into, and those of them that are open. */
  member: (id: PersonId) => `member:${id}`,
  memberOpen: (id: PersonId) => `member-open:${id}`,
  due: (date: CalendarDate) => `due:${date}`,
  /** Any of these again, for cases that only members of a procedure may know of. */
  restricted: (procedure: string, list: string) => `restricted:${procedure}:${list}`,
} as const;

export type ViewContext = {
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** The instant of the commit: a notice is never filed under a day that was swept before it. */
  readonly now: string;
};

/**
 * Every list this case appears in, with its place there in each of the list's orders. What only some may know of is in no list that
 * others read (invariant I6): a list is shown as it is, without looking at its cases one by one.
 */
export function viewKeysOf(theCase: Case, context: ViewContext): ViewKey[] {
  const due = dueDay(theCase, context);
  const lists = listsOf(theCase, context, due).flatMap(({ partition, row }) =>
    rowsInEveryOrder(row, theCase, due).map((each) => ({ partition, row: each })),
  );
  return [
    ...filedApart(lists, context.policy),
    ...noticeKeys(theCase, context),
    ...reminderKeys(theCase, context),
  ];
}

/** What only members of a procedure may know of stands in lists of its own. */
export function filedApart(keys: ViewKey[], { restricted, procedure }: Policy): ViewKey[] {
  if (!restricted) return keys;
  return keys.map(({ partition, row }) => ({
    partition: viewOf.restricted(procedure, partition),
    row,
  }));
}

function listsOf(theCase: Case, context: ViewContext, due: CalendarDate | undefined): ViewKey[] {
  const places: Places = {
    byDue: `${due ?? farDay}_${theCase.id}`,
    newestFirst: `${untilFarDay(theCase.receivedAt)}_${theCase.id}`,
  };
  const personal = personalLists(theCase).map((partition) => ({ partition, row: places.byDue }));
  if (theCase.access !== undefined) return [...personal, ...memberLists(theCase, places)];
  return [
    ...personal,
    ...sharedLists(theCase, places),
    ...(isWithOmbudsman(theCase, context.policy)
      ? [{ partition: viewOf.ombudsman, row: `${ombudsmanDay(theCase, due)}_${theCase.id}` }]
      : []),
  ];
}

type Places = { readonly byDue: string; readonly newestFirst: string };

/** The lists of those who have something to do with this very case. */
function personalLists(theCase: Case): string[] {
  const { submission, status } = theCase;
  const isOpen = status !== "closed";
  const lists = [
    ...(isOpen ? workersOn(theCase).map(viewOf.officer) : []),
    ...(isOpen && submission !== undefined && status === "awaiting-approval"
      ? [viewOf.approver(submission.approver)]
      : []),
    ...[...owing(theCase)].filter((id) => isAdmitted(theCase, id)).map(viewOf.asked),
    ...theCase.sponsors.flatMap(({ person }) =>
      person !== undefined && isAdmitted(theCase, person) ? [viewOf.sponsor(person)] : [],
    ),
  ];
  return [...new Set(lists)];
}

// Whoever a restricted case names works on it together with its officer: it is on their desk too.
function workersOn({ officer, access }: Case): PersonId[] {
  return [...(officer === undefined ? [] : [officer]), ...(access?.members ?? [])].map(
    ({ id }) => id,
  );
}

function sharedLists(theCase: Case, { byDue, newestFirst }: Places): ViewKey[] {
  return [
    { partition: viewOf.council, row: newestFirst },
    ...(awaitsComplaintsTeam(theCase)
      ? [{ partition: viewOf.triage, row: `${theCase.receivedAt}_${theCase.id}` }]
      : []),
    ...(theCase.status === "closed"
      ? []
      : [...servicesOf(theCase)].map((id) => ({ partition: viewOf.service(id), row: byDue }))),
    ...[...servicesAsked(theCase)].map((id) => ({ partition: viewOf.points(id), row: byDue })),
  ];
}

function memberLists(theCase: Case, { byDue, newestFirst }: Places): ViewKey[] {
  return letInto(theCase).flatMap((id) => [
    { partition: viewOf.member(id), row: newestFirst },
    ...(theCase.status === "closed" ? [] : [{ partition: viewOf.memberOpen(id), row: byDue }]),
  ]);
}

/** Whom the limits set to a case let in: those it names, its officer and whoever decides on its letter. */
export function letInto({ access, officer, submission }: Case): PersonId[] {
  const ids = [...(access?.members ?? []).map(({ id }) => id), officer?.id, submission?.approver];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** Who still has to answer a question, or to see to a remedy or a lesson: also after the case is closed. */
function owing({ requests, remedies, lessons }: Case): ReadonlySet<PersonId> {
  const owners = [
    ...requests.map(({ to, answer, withdrawn }) => ((answer ?? withdrawn) ? undefined : to.id)),
    ...remedies.map(({ owner, done, undeliverable }) =>
      (done ?? undeliverable) ? undefined : owner.person,
    ),
    ...lessons.map(({ owner, done }) => (done === undefined ? owner.id : undefined)),
  ];
  return new Set(owners.filter((id) => id !== undefined));
}

function servicesAsked({ status, points }: Case): ReadonlySet<ServiceId> {
  if (status !== "allocation" && status !== "investigating") return new Set();
  const waiting = points.filter(
    ({ answer, dropped }) => answer === undefined && dropped === undefined,
  );
  return new Set(waiting.map(({ service }) => service));
}

function dueDay(theCase: Case, { policy, calendar }: ViewContext): CalendarDate | undefined {
  return currentClock(clocksOf(theCase, policy, calendar), theCase.stage)?.due;
}

// What the Ombudsman waits for longest comes first, what needs no answer any more last.
function ombudsmanDay({ status, ombudsman }: Case, due: CalendarDate | undefined): CalendarDate {
  const unanswered = ombudsman.filter(
    ({ answeredOn, decision }) => answeredOn === undefined && decision === undefined,
  );
  const [first] = unanswered.map((enquiry) => enquiry.due).toSorted();
  return first ?? (status === "closed" || ombudsman.length > 0 ? farDay : (due ?? farDay));
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

function reminderKeys(theCase: Case, { policy, calendar, now }: ViewContext): ViewKey[] {
  const today = londonDate(now);
  return nextReminders(theCase, { policy, calendar, today }).map(
    ({ pledge: { about, entry }, on }) => ({
      // What is owed since a day that was swept is filed under today.
      partition: viewOf.due(on < today ? today : on),
      row: `${theCase.id}_${about}-${entry}`,
    }),
  );
}

// Never a day that was swept before: what is owed already is filed under today.
function noticeDay(clock: Clock, theCase: Case, today: CalendarDate): CalendarDate | undefined {
  const next = nextNotice(clock, theCase.notices);
  if (next === undefined || next.on >= today) return next?.on;
  return noticeOwed(clock, theCase.notices, today) ? today : clock.nudges.overdue.on;
}
