import { z } from "zod";
import { viewOf } from "../../domain/case/view-keys.ts";
import { policies } from "../../domain/policy/catalogue.ts";
import type { Ports } from "../ports/ports.ts";
import { refreshViews } from "./refresh-views.ts";

/** Goes up whenever lists hold more of a case than they did, so that old cases are brought up to it. */
const layout = 2;
const casesARun = 100;
const progressName = "lists-renewed";

/** How far the walk is: the list it is at, and the last row there that was renewed. */
const Progress = z.object({
  layout: z.number().int(),
  at: z.number().int(),
  after: z.string().exactOptional(),
  done: z.boolean(),
});
type Progress = z.infer<typeof Progress>;

/**
 * Brings the lists of cases that nobody touched up to what lists hold now: once for each layout, some
 * cases a run, from where the run before stopped. Every case stands in a list of the council or of those
 * it names.
 */
export async function renewLists(ports: Ports): Promise<{ readonly renewed: number }> {
  const before = await load(ports);
  if (before.done) return { renewed: 0 };
  const lists = await allLists(ports);
  const partition = lists[before.at];
  if (partition === undefined) return finish(ports, before);
  const { after } = before;
  const page = await ports.views.list(partition, {
    limit: casesARun,
    ...(after === undefined ? {} : { after }),
  });
  for (const { caseId } of page.cases) await renew(ports, caseId);
  const next = page.next;
  await save(ports, {
    layout,
    done: false,
    ...(next === undefined ? { at: before.at + 1 } : { at: before.at, after: next }),
  });
  return { renewed: page.cases.length };
}

// One case that cannot be renewed must not keep the others from it: it is when somebody touches it.
async function renew(ports: Ports, caseId: string): Promise<void> {
  try {
    const stored = await ports.cases.find(caseId);
    if (stored !== undefined) await refreshViews(ports, stored);
  } catch (cause) {
    ports.logger.error("case.lists-not-renewed", { caseId }, cause);
  }
}

async function allLists({ directory }: Ports): Promise<string[]> {
  const people = await directory.everybody();
  const open = [viewOf.council, ...people.map(({ id }) => viewOf.member(id)).toSorted()];
  const restricted = policies.filter((policy) => policy.restricted);
  const procedures = [...new Set(restricted.map(({ procedure }) => procedure))];
  return [
    ...open,
    ...procedures.flatMap((one) => open.map((list) => viewOf.restricted(one, list))),
  ];
}

async function finish(ports: Ports, { at }: Progress): Promise<{ readonly renewed: number }> {
  await save(ports, { layout, at, done: true });
  ports.logger.info("lists.renewed", { layout });
  return { renewed: 0 };
}

async function load({ sync }: Ports): Promise<Progress> {
  const kept = await sync.get(progressName);
  const progress = kept === undefined ? undefined : Progress.parse(JSON.parse(kept));
  return progress?.layout === layout ? progress : { layout, at: 0, done: false };
}

async function save({ sync }: Ports, progress: Progress): Promise<void> {
  await sync.set(progressName, JSON.stringify(progress));
}
