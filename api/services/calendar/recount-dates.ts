import { z } from "zod";
import { regions, type Region } from "../../domain/calendar/regions.ts";
import {
  shippedCalendar,
  type Calendar,
  type DaysByRegion,
  type Holiday,
} from "../../domain/calendar/working-days.ts";
import { viewOf } from "../../domain/case/view-keys.ts";
import type { CaseId } from "../../domain/case/vocabulary.ts";
import { policies } from "../../domain/policy/catalogue.ts";
import { commitOrThrow } from "../acting/commit-command.ts";
import { drainCommitted } from "../effects/drain-case.ts";
import { refreshViews } from "../lists/refresh-views.ts";
import type { Ports } from "../ports/ports.ts";
import { KeptDays } from "./known-holidays.ts";
import { cardsFor, MovedCard, MovedCase, movedCase, tellMoved } from "./tell-moved.ts";

const casesARun = 100;
/** A case can change lists while they are walked: until nothing moves they are walked again, so often at most. */
const mostRounds = 3;
const recountedName = "dates-recounted";

/** How far the lists of open cases are walked, and what was found on the way. */
const Walk = z.object({
  /** When the days came to be known: no two changes are found at the same instant. */
  since: z.string(),
  added: KeptDays,
  round: z.number().int(),
  /** The list it is at, and the last row there that was seen to. */
  at: z.number().int(),
  after: z.string().exactOptional(),
  /** Whether a date moved, or a case could not be seen to, in this round. */
  again: z.boolean(),
  moved: z.array(MovedCase),
});
type Walk = Readonly<z.infer<typeof Walk>>;

const Recounted = z.object({
  /** The days that the dates of all open cases were counted with. */
  counted: z.partialRecord(z.enum(regions), z.array(z.string())),
  walk: Walk.exactOptional(),
  /** What officers have to be told yet. */
  cards: z.array(MovedCard),
});
type Recounted = Readonly<z.infer<typeof Recounted>>;

/**
 * Records on every open case which of its dates new bank holidays moved, some cases a run, from where the
 * run before stopped; then tells each officer of theirs together. Without new days it reads one row.
 */
export async function recountDates(ports: Ports): Promise<void> {
  const before = await load(ports);
  const walk = before.walk ?? begin(ports, before);
  const kept = walk === undefined ? before : await goOn(ports, before, walk);
  await tellMoved(ports, kept.cards, (cards) => save(ports, { ...kept, cards }));
}

/** Whether open cases are being gone through. */
export async function isRecounting(ports: Ports): Promise<boolean> {
  return (await load(ports)).walk !== undefined;
}

function begin({ clock, calendar }: Ports, { counted }: Recounted): Walk | undefined {
  const added = regions.map((region) => {
    const known = new Set(counted[region]);
    const days = [...calendar[region]].map(([date, name]) => ({ date, name }));
    return [region, days.filter(({ date }) => !known.has(date))] as const;
  });
  if (added.every(([, days]) => days.length === 0)) return undefined;
  // The same for whoever begins: a change that was begun twice is one all the same.
  const learnt = calendar.learnt?.findLast((days) => sharesDays(days.added, added));
  const since = learnt?.since ?? clock.now().toISOString();
  const start = { round: 1, at: 0, again: false, moved: [] };
  return { since, added: Object.fromEntries(added), ...start };
}

function sharesDays(
  some: DaysByRegion,
  others: readonly (readonly [Region, readonly Holiday[]])[],
) {
  return others.some(([region, days]) =>
    days.some(({ date }) => some[region]?.some((one) => one.date === date)),
  );
}

async function goOn(ports: Ports, kept: Recounted, begun: Walk): Promise<Recounted> {
  // A process that knows less than the walk would find that nothing moved.
  await ports.holidays.catchUp();
  const lists = await openLists(ports);
  let walk = begun;
  await save(ports, { ...kept, walk });
  for (let seen = 0; seen < casesARun;) {
    const partition = lists[walk.at];
    if (partition === undefined) {
      if (!walk.again || walk.round === mostRounds) return finish(ports, kept, walk);
      const { after: _after, ...round } = walk;
      walk = { ...round, round: walk.round + 1, at: 0, again: false };
      continue;
    }
    const page = await ports.views.list(partition, {
      limit: casesARun,
      ...(walk.after === undefined ? {} : { after: walk.after }),
    });
    for (const { caseId } of page.cases) walk = await recount(ports, walk, caseId);
    seen += page.cases.length;
    const { after: _after, ...rest } = walk;
    walk = page.next === undefined ? { ...rest, at: walk.at + 1 } : { ...rest, after: page.next };
    if (page.cases.length > 0) await save(ports, { ...kept, walk });
  }
  const under = { ...kept, walk };
  await save(ports, under);
  return under;
}

// One case that cannot be seen to must not keep the others from it.
async function recount(ports: Ports, walk: Walk, caseId: CaseId): Promise<Walk> {
  try {
    const before = await ports.cases.find(caseId);
    if (before === undefined) return walk;
    const { since, added } = walk;
    const outcome = await commitOrThrow(ports, {
      ...{ caseId, before, actor: { kind: "system" }, actionId: `dates-moved-${since}` },
      command: () => ({ type: "recount-dates", since, added }),
      drain: "at-once",
    });
    if (outcome.kind === "committed") await drainCommitted(ports, outcome);
    // The day of a reminder may have moved although no date has.
    if (outcome.kind === "unchanged") await refreshViews(ports, outcome.stored);
    const stored = outcome.kind === "replayed" ? before : outcome.stored;
    const moved = movedCase(stored.case, since);
    const others = walk.moved.filter((one) => one.caseId !== caseId);
    return {
      ...walk,
      again: walk.again || outcome.kind === "committed",
      moved: moved === undefined ? others : [...others, moved],
    };
  } catch (cause) {
    ports.logger.error("case.not-recounted", { caseId }, cause);
    return { ...walk, again: true };
  }
}

/** Every list of open cases; what has not come to a service yet stands in triage. */
async function openLists({ directory }: Ports): Promise<string[]> {
  const [services, people] = [await directory.services(), await directory.everybody()];
  const open = [
    viewOf.triage,
    ...services.map(({ id }) => viewOf.service(id)).toSorted(),
    ...people.map(({ id }) => viewOf.memberOpen(id)).toSorted(),
  ];
  const restricted = policies.filter((policy) => policy.restricted);
  const procedures = [...new Set(restricted.map(({ procedure }) => procedure))];
  return [
    ...open,
    ...procedures.flatMap((one) => open.map((list) => viewOf.restricted(one, list))),
  ];
}

async function finish(ports: Ports, kept: Recounted, walk: Walk): Promise<Recounted> {
  const counted = regions.map((region) => {
    const added = (walk.added[region] ?? []).map(({ date }) => date);
    return [region, [...(kept.counted[region] ?? []), ...added]] as const;
  });
  const { walk: _walk, ...rest } = kept;
  const cards = [...kept.cards, ...cardsFor(walk)];
  const done = { ...rest, counted: Object.fromEntries(counted), cards };
  await save(ports, done);
  ports.logger.info("dates.recounted", { moved: walk.moved.length });
  return done;
}

async function load({ sync }: Ports): Promise<Recounted> {
  const kept = await sync.get(recountedName);
  if (kept !== undefined) return Recounted.parse(JSON.parse(kept));
  // Whatever was counted before anybody kept this was counted with the days that ship.
  return { counted: datesOf(shippedCalendar()), cards: [] };
}

function datesOf(calendar: Calendar): Recounted["counted"] {
  return Object.fromEntries(regions.map((region) => [region, [...calendar[region].keys()]]));
}

async function save({ sync }: Ports, recounted: Recounted): Promise<void> {
  await sync.set(recountedName, JSON.stringify(recounted));
}
