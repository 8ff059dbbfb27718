import type { CasePage, PageQuery, QueueName } from "../../contract/case-list.ts";
import { londonDate } from "../../domain/calendar/london-date.ts";
import type { ListedCase } from "../../domain/case/listed-case.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { isAmong, readingOf } from "./list-choices.ts";
import { partitionsOf, queuesFor } from "./pages.ts";
import type { ViewPage } from "../ports/case-views.ts";
import type { Ports } from "../ports/ports.ts";
import { presentRow } from "./present-row.ts";
import type { Refusal } from "../refusal.ts";

const pageSize = 50;
/** One answer of storage, with the one row that tells of more: as far as a narrowed list is looked through at a time. */
export const mostLookedThrough = 999;

export const notYourList: Refusal = {
  kind: "not-permitted",
  message: "Your role does not open this list.",
};

/**
 * One page of a list, in the order and narrowed to what is asked for: one query for each partition that
 * the person's list is made of, whatever is stored beside it.
 */
export async function listCases(
  ports: Ports,
  person: Person,
  asked: PageQuery & { readonly queue: QueueName },
): Promise<Result<CasePage, Refusal>> {
  const { queue, sort, after, ...filter } = asked;
  if (!queuesFor(person).includes(queue)) return refused(notYourList);
  const { calendar } = ports;
  const today = londonDate(ports.clock.now().toISOString());
  const { stretch, isNarrow } = readingOf(queue, { sort, filter }, today);
  const from = {
    stretch,
    limit: isNarrow ? pageSize : mostLookedThrough,
    ...(after === undefined ? {} : { after }),
  };
  const pages = await Promise.all(
    partitionsOf(queue, person).map((partition) => ports.views.list(partition, from)),
  );
  const { shown, next } = merged(pages, (listed) => isAmong(filter, listed, { today, calendar }));
  const services = await ports.directory.services();
  const rows = shown.map((listed) => presentRow(listed, { today, calendar, services }));
  return ok(next === undefined ? { queue, rows } : { queue, rows, next });
}

type Merged = { readonly shown: readonly ListedCase[]; readonly next: string | undefined };

// All partitions of a list sort alike, and a case has the same row in each: it is shown once. What lies
// behind the end of a page that goes on may have others before it, so it waits for the next.
function merged(pages: readonly ViewPage[], isWanted: (listed: ListedCase) => boolean): Merged {
  const ends = pages.flatMap(({ next }) => (next === undefined ? [] : [next]));
  const end = ends.toSorted()[0];
  const byRow = new Map<string, ListedCase>();
  for (const { cases, rows } of pages) {
    cases.forEach((listed, index) => byRow.set(rows[index] ?? "", listed));
  }
  const known = [...byRow].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const whole = known.filter(([row]) => end === undefined || row <= end);
  const wanted = whole.filter(([, listed]) => isWanted(listed));
  const shown = wanted.slice(0, pageSize);
  const last = wanted.length > pageSize ? shown.at(-1)?.[0] : end;
  return { shown: shown.map(([, listed]) => listed), next: last };
}
