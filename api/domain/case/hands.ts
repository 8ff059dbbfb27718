import { londonDate } from "../calendar/london-date.ts";
import { workingDaysBetween, type Calendar } from "../calendar/working-days.ts";
import { policyCalendar } from "../clocks/policy-calendar.ts";
import type { Policy } from "../policy/policy.ts";
import type { CaseEvent, EventOf } from "./events.ts";
import { middayOf } from "./evolving.ts";

/**
 * Whose turn it is: `others` are the person, or somebody outside, for whom the procedure's clock was
 * paused; `nobody` once the council has answered or closed, until the case goes on.
 */
export const pairsOfHands = [
  "complaints-team",
  "service",
  "partner",
  "approver",
  "others",
  "nobody",
] as const;
export type Hands = (typeof pairsOfHands)[number];

/** A time in which a case was in one pair of hands; without `to` it still is. */
export type HandsSpan = {
  readonly hands: Hands;
  /** Whose hands, where the history names a person. */
  readonly name?: string;
  /** Instants, ISO 8601. */
  readonly from: string;
  readonly to?: string;
  /** The working days, by the procedure's calendar, that lie behind the first day and up to the last. */
  readonly workingDays: number;
};

/** All the time a case was in one sort of hands, however often it came back to them. */
export type HandsTotal = {
  readonly hands: Hands;
  readonly workingDays: number;
  readonly milliseconds: number;
};

/**
 * In whose hands a case was from the day it reached the council until now, hop by hop and in all. The
 * spans follow one another without gap or overlap, so their days add up to the whole life of the case.
 */
export function timeInHands(
  events: readonly CaseEvent[],
  context: { readonly now: string; readonly policy: Policy; readonly calendar: Calendar },
): { readonly spans: readonly HandsSpan[]; readonly totals: readonly HandsTotal[] } {
  const hops = hopsOf(events);
  const where = {
    region: context.policy.counting.region,
    calendar: policyCalendar(context.policy, context.calendar),
  };
  const spans = hops.map(({ holder, from }, index): HandsSpan => {
    const to = hops[index + 1]?.from;
    const last = londonDate(to ?? context.now);
    const workingDays = workingDaysBetween(londonDate(from), last, where);
    return { ...holder, from, ...(to === undefined ? {} : { to }), workingDays };
  });
  return { spans, totals: totalsOf(spans, context.now) };
}

function totalsOf(spans: readonly HandsSpan[], now: string): HandsTotal[] {
  return pairsOfHands.flatMap((hands) => {
    const theirs = spans.filter((span) => span.hands === hands);
    if (theirs.length === 0) return [];
    const workingDays = theirs.reduce((sum, span) => sum + span.workingDays, 0);
    const milliseconds = theirs.reduce(
      (sum, { from, to }) => sum + Date.parse(to ?? now) - Date.parse(from),
      0,
    );
    return [{ hands, workingDays, milliseconds }];
  });
}

type Holder = Pick<HandsSpan, "hands" | "name">;
type Hop = { readonly holder: Holder; readonly from: string };

/** Who would have the case if it waited for nobody, who investigates it, and whether it waits. */
type Turn = { readonly holder: Holder; readonly officer: Holder; readonly waits: boolean };

const team: Holder = { hands: "complaints-team" };
const nobody: Holder = { hands: "nobody" };
const others: Holder = { hands: "others" };

function hopsOf(events: readonly CaseEvent[]): Hop[] {
  let turn: Turn = { holder: team, officer: team, waits: false };
  const hops: Hop[] = [];
  for (const event of events) {
    turn = turnAfter(turn, event);
    const holder = turn.waits ? others : turn.holder;
    const before = hops.at(-1);
    if (before === undefined) {
      hops.push({ holder, from: sinceWhen(event) });
    } else if (!isSame(before.holder, holder)) {
      hops.push({ holder, from: later(before.from, sinceWhen(event)) });
    }
  }
  // What left the hands the moment it came to them was never in them.
  return withoutRepeats(
    hops.filter(({ from }, index) => {
      const next = hops[index + 1];
      return next === undefined || Date.parse(next.from) > Date.parse(from);
    }),
  );
}

function withoutRepeats(hops: readonly Hop[]): Hop[] {
  return hops.filter(({ holder }, index) => {
    const before = hops[index - 1];
    return before === undefined || !isSame(before.holder, holder);
  });
}

function turnAfter(turn: Turn, event: CaseEvent): Turn {
  switch (event.type) {
    case "case-assigned":
    case "case-handed-over": {
      const officer = { hands: event.team, name: event.officerName };
      return { ...turn, holder: officer, officer };
    }
    case "response-submitted":
      return { ...turn, holder: { hands: "approver", name: event.approverName } };
    case "response-returned":
      return { ...turn, holder: turn.officer };
    case "clock-paused":
      return { ...turn, waits: true };
    case "clock-resumed":
      return { ...turn, waits: false };
    case "case-classified":
    case "assignment-declined":
      return { ...turn, holder: team };
    // Whoever sends an answer, goes on or opens again waits for nobody any more.
    case "response-approved":
    case "case-escalated":
    case "case-reopened":
      return { ...turn, holder: team, waits: false };
    case "response-sent":
    case "complaint-refused":
    case "complaint-withdrawn":
    case "case-closed":
      return { ...turn, holder: nobody, waits: false };
    default:
      return turn;
  }
}

// Time counts from when a thing happened, which may be days before anybody wrote it down.
function sinceWhen(event: CaseEvent): string {
  switch (event.type) {
    case "case-logged":
      return earlier(event.receivedAt, event.at);
    case "case-escalated":
      return earlier(event.requestedAt, event.at);
    case "case-classified":
      return earlier(event.restartedAt ?? event.at, event.at);
    case "response-sent":
      return sentAt(event);
    default:
      return event.at;
  }
}

function sentAt({ on, at }: EventOf<"response-sent">): string {
  return on === undefined ? at : earlier(middayOf(on), at);
}

function isSame(one: Holder, other: Holder): boolean {
  return one.hands === other.hands && one.name === other.name;
}

function earlier(one: string, other: string): string {
  return Date.parse(one) < Date.parse(other) ? one : other;
}

function later(one: string, other: string): string {
  return Date.parse(one) > Date.parse(other) ? one : other;
}
