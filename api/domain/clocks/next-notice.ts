import type { CalendarDate } from "../calendar/london-date.ts";
import type { Role } from "../people/actor.ts";
import type { NoticeKind } from "../case/vocabulary.ts";
import type { Clock } from "./clock.ts";

/** A notice that was given: of which clock, by its id, and for which due date. */
export type GivenNotice = {
  readonly notice: NoticeKind;
  readonly clock: string;
  readonly due: CalendarDate;
};

export type Notice = {
  readonly notice: NoticeKind;
  readonly on: CalendarDate;
  readonly tells: readonly Role[];
};

/** The next notice a clock calls for, and the day to file it under; a date that moved is told anew. */
export function nextNotice(clock: Clock, given: readonly GivenNotice[]): Notice | undefined {
  if (clock.met !== undefined || wasGiven("overdue", clock, given)) return undefined;
  return wasGiven("due-soon", clock, given)
    ? { notice: "overdue", ...clock.nudges.overdue }
    : { notice: "due-soon", ...clock.nudges.dueSoon };
}

/** The one notice to give today, if any: after a quiet time the overdue one alone is enough. */
export function noticeOwed(
  clock: Clock,
  given: readonly GivenNotice[],
  today: CalendarDate,
): Notice | undefined {
  const next = nextNotice(clock, given);
  if (next === undefined || today < next.on) return undefined;
  if (today >= clock.nudges.overdue.on) return { notice: "overdue", ...clock.nudges.overdue };
  return today <= clock.due ? next : undefined;
}

function wasGiven(notice: NoticeKind, clock: Clock, given: readonly GivenNotice[]): boolean {
  return given.some(
    (past) => past.notice === notice && past.clock === clock.id && past.due === clock.due,
  );
}
