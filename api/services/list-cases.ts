import type { CasePage, QueueName } from "../contract/case-list.ts";
import { londonDate } from "../domain/calendar/london-date.ts";
import type { ListedCase } from "../domain/case/listed-case.ts";
import type { Person } from "../domain/people/actor.ts";
import { ok, refused, type Result } from "../domain/result.ts";
import { partitionsOf, queuesFor } from "./pages.ts";
import type { ViewPage } from "./ports/case-views.ts";
import type { Ports } from "./ports/ports.ts";
import { presentRow } from "./present-row.ts";
import type { Refusal } from "./refusal.ts";

const pageSize = 50;

/** One page of a list, in its order: one query for each partition that the person's list is made of. */
export async function listCases(
  ports: Ports,
  person: Person,
  asked: { queue: QueueName; after?: string },
): Promise<Result<CasePage, Refusal>> {
  const { queue, after } = asked;
  if (!queuesFor(person).includes(queue)) {
    return refused({ kind: "not-permitted", message: "Your role does not open this list." });
  }
  const from = { limit: pageSize, ...(after === undefined ? {} : { after }) };
  const pages = await Promise.all(
    partitionsOf(queue, person).map((partition) => ports.views.list(partition, from)),
  );
  const { shown, next } = merged(pages);
  const context = {
    today: londonDate(ports.clock.now().toISOString()),
    calendar: ports.calendar,
    services: await ports.directory.services(),
  };
  const rows = shown.map((listed) => presentRow(listed, context));
  return ok(next === undefined ? { queue, rows } : { queue, rows, next });
}

// All partitions of a list sort alike, and a case has the same row in each: so the first page of each
// holds the first page of them all, and a case that stands in two is shown once.
function merged(pages: readonly ViewPage[]): {
  readonly shown: readonly ListedCase[];
  readonly next: string | undefined;
} {
  const byRow = new Map<string, ListedCase>();
  for (const { cases, rows } of pages) {
    cases.forEach((listed, index) => byRow.set(rows[index] ?? "", listed));
  }
  const all = [...byRow].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const first = all.slice(0, pageSize);
  const hasMore = all.length > pageSize || pages.some(({ next }) => next !== undefined);
  return {
    shown: first.map(([, listed]) => listed),
    next: hasMore ? first.at(-1)?.[0] : undefined,
  };
}
