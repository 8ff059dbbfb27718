import type { CalendarDate } from "../calendar/london-date.ts";
import type { Region } from "../calendar/regions.ts";
import type { Holiday } from "../calendar/working-days.ts";
import type { Role } from "../people/actor.ts";

/** When somebody is to be told of a date, and whom by role. */
export type Nudge = { readonly on: CalendarDate; readonly tells: readonly Role[] };

/** One deadline of one case, with everything that explains it. All dates are Europe/London days. */
export type Clock = {
  /** The clock's id in the policy, such as `stage-2-acknowledge`. */
  readonly id: string;
  /** `acknowledge`, `response`… */
  readonly kind: string;
  readonly stage: number;
  readonly title: string;
  readonly owner: Role;
  readonly region: Region;
  readonly day0: CalendarDate;
  readonly day0Reason: string;
  /** Day 0 has not happened yet: it is the last day on which it is permitted to. */
  readonly provisional: boolean;
  /** Working days after day 0 up to and including the due date. */
  readonly workingDays: number;
  /** The policy's date: in time until the end of this day. */
  readonly due: CalendarDate;
  /** The weekdays that were passed over in counting, such as bank holidays. */
  readonly skipped: readonly Holiday[];
  /** The date explained to a person, sentence by sentence. */
  readonly why: readonly string[];
  /** The Complaint Handling Code's date, which no pause and no agreed date moves. */
  readonly codeDue?: CalendarDate;
  /** The last date that the Code or the law permits at all. */
  readonly absoluteLimit?: CalendarDate;
  /** Since when the policy's clock stands still; `due` moves when the pause ends. */
  readonly pausedSince?: CalendarDate;
  /** The day it was done. */
  readonly met?: CalendarDate;
  readonly nudges: { readonly dueSoon: Nudge; readonly overdue: Nudge };
};

/** What a list keeps of a clock: enough to say how it stands on any day. */
export type ClockFace = Pick<
  Clock,
  "kind" | "stage" | "title" | "region" | "due" | "met" | "pausedSince" | "nudges"
>;
