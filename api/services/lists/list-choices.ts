import type { ListFilter, ListSort, QueueName } from "../../contract/case-list.ts";
import { addDays } from "../../domain/calendar/periods.ts";
import type { Calendar } from "../../domain/calendar/working-days.ts";
import {
  dueBetween,
  inOrder,
  ofService,
  ownOrder,
  type Stretch,
} from "../../domain/case/list-orders.ts";
import type { ListedCase } from "../../domain/case/listed-case.ts";
import { clockState } from "../../domain/clocks/clock-state.ts";

/** How each list is ordered unless somebody chooses otherwise. */
const usual: Readonly<Record<QueueName, ListSort>> = {
  "my-cases": "due",
  triage: "oldest",
  approvals: "due",
  team: "due",
  "all-cases": "newest",
  sponsored: "due",
  asked: "due",
  ombudsman: "due",
  restricted: "newest",
};

const sortWords: Readonly<Record<ListSort, string>> = {
  due: "Due first",
  oldest: "Oldest first",
  newest: "Newest first",
  waiting: "Longest waiting",
  service: "By service",
};

/** What a list can be ordered by, its usual order first. */
export function sortsOf(queue: QueueName): { value: ListSort; words: string }[] {
  const own = usual[queue];
  const others = (Object.keys(sortWords) as ListSort[]).filter((sort) => sort !== own);
  const holdsClosed = queue === "all-cases" || queue === "restricted";
  return [own, ...others].map((value) => {
    const openOnly = holdsClosed && (value === "due" || value === "waiting");
    return { value, words: `${sortWords[value]}${openOnly ? " (open cases)" : ""}` };
  });
}

/** The whole list as it is counted: what is open, by what is due. */
export function openStretch(queue: QueueName): Stretch {
  return usual[queue] === "due" ? ownOrder : inOrder("due");
}

export type Reading = {
  readonly stretch: Stretch;
  /** Whether nearly every row of the stretch is asked for, so that a page of it is a page of rows. */
  readonly isNarrow: boolean;
};

type Asked = { readonly sort?: ListSort | undefined; readonly filter: ListFilter };

/** Which stretch of a list holds what is asked for, with as little else as may be. */
export function readingOf(queue: QueueName, { sort, filter }: Asked, today: string): Reading {
  const own = usual[queue];
  const order = sort ?? own;
  const { clock, service } = filter;
  const asks = Object.values(filter).filter((value) => value !== undefined).length;
  // The Ombudsman's list goes by the Ombudsman's dates, and not by the clocks.
  if (clock !== undefined && queue !== "ombudsman" && (sort ?? "due") === "due") {
    const [from, before] = daysOf(clock, today);
    const isNarrow = asks === 1 && clock !== "due-soon";
    return { stretch: dueBetween(from, before, own === "due"), isNarrow };
  }
  if (service !== undefined && (order === own || order === "service")) {
    return { stretch: ofService(service), isNarrow: asks === 1 };
  }
  return { stretch: order === own ? ownOrder : inOrder(order), isNarrow: asks === 0 };
}

/** No deadline is nearer than this that is not soon. */
const soonDays = 120;

function daysOf(clock: NonNullable<ListFilter["clock"]>, today: string): [string, string] {
  const tomorrow = addDays(today, 1);
  switch (clock) {
    case "overdue":
      return ["0", today];
    case "due-today":
      return [today, tomorrow];
    case "due-soon":
      return [tomorrow, addDays(today, soonDays)];
  }
}

export type Standing = { readonly today: string; readonly calendar: Calendar };

/** How the clock of a line stands today. */
export function stateOf({ clock }: ListedCase, { today, calendar }: Standing): string {
  return clock === undefined ? "none" : clockState(clock, today, calendar).state;
}

export const nobody = "nobody";

/** Whether a line is among what is asked for. */
export function isAmong(filter: ListFilter, listed: ListedCase, standing: Standing): boolean {
  const { clock, service, stage, status, officer, flag } = filter;
  return (
    (clock === undefined || stateOf(listed, standing) === clock) &&
    is(service, listed.service) &&
    is(stage, stageOf(listed)) &&
    is(status, listed.status) &&
    is(officer, listed.officer?.id ?? nobody) &&
    (flag === undefined || flagsOf(listed).includes(flag))
  );
}

const is = (wanted: string | undefined, value: string | undefined): boolean =>
  wanted === undefined || wanted === value;

/** The stage of what is a complaint; nothing else has one. */
export function stageOf({ type, stage }: ListedCase): string | undefined {
  return type === "complaint" ? String(stage) : undefined;
}

export const sponsored = "sponsored";

/** The marks on a case that a list can be narrowed to. */
export function flagsOf({ flags = [], ...listed }: ListedCase): string[] {
  return [...flags, ...(listed.sponsored ? [sponsored] : [])];
}
