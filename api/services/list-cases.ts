import type { CasePage, QueueName } from "../contract/case-list.ts";
import { londonDate } from "../domain/calendar/london-date.ts";
import type { Person } from "../domain/people/actor.ts";
import { ok, refused, type Result } from "../domain/result.ts";
import { partitionsOf, queuesFor } from "./pages.ts";
import type { Ports } from "./ports/ports.ts";
import { presentRow } from "./present-row.ts";
import type { Refusal } from "./refusal.ts";

const pageSize = 50;

/** One page of a list, in its order; a list over several services reads them one after the other. */
export async function listCases(
  ports: Ports,
  person: Person,
  asked: { queue: QueueName; after?: string },
): Promise<Result<CasePage, Refusal>> {
  const { queue, after } = asked;
  if (!queuesFor(person).includes(queue)) {
    return refused({ kind: "not-permitted", message: "Your role does not open this list." });
  }
  const partitions = partitionsOf(queue, person);
  const place = placeOf(after);
  const partition = partitions[place.index];
  if (partition === undefined) return ok({ queue, rows: [] });
  const page = await ports.views.list(partition, {
    limit: pageSize,
    ...(place.row === undefined ? {} : { after: place.row }),
  });
  const context = {
    today: londonDate(ports.clock.now().toISOString()),
    calendar: ports.calendar,
    services: await ports.directory.services(),
  };
  const rows = page.cases.map((listed) => presentRow(listed, context));
  const next = nextPlace(place.index, page.next, partitions.length);
  return ok(next === undefined ? { queue, rows } : { queue, rows, next });
}

// A place in a list is "index of its partition ~ last row read".
function placeOf(after: string | undefined): { index: number; row: string | undefined } {
  const [index = "0", row] = (after ?? "0").split("~");
  const number = Number(index);
  return {
    index: Number.isSafeInteger(number) && number >= 0 ? number : 0,
    row: row === "" ? undefined : row,
  };
}

function nextPlace(index: number, row: string | undefined, partitions: number): string | undefined {
  if (row !== undefined) return `${index}~${row}`;
  return index + 1 < partitions ? `${index + 1}~` : undefined;
}
