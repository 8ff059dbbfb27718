import { z } from "zod";
import { droppedByFeed, readBankHolidayFeed } from "../../domain/calendar/bank-holiday-feed.ts";
import { londonDate } from "../../domain/calendar/london-date.ts";
import { regions, type Region } from "../../domain/calendar/regions.ts";
import {
  holidaysAdded,
  mergeHolidays,
  type DaysByRegion,
} from "../../domain/calendar/working-days.ts";
import { policyOf } from "../../domain/policy/catalogue.ts";
import type { Ports } from "../ports/ports.ts";
import { KeptDays } from "./known-holidays.ts";
import { isRecounting, recountDates } from "./recount-dates.ts";

const lookName = "bank-holiday-feed";
const retryMs = 3_600_000;

/** What the last look at the official list brought. */
const FeedLook = z.object({
  /** When it was last read to its end. */
  readAt: z.string().exactOptional(),
  /** Days to come that it once had, or that shipped with Redress, and that it has no longer. */
  dropped: KeptDays,
  /** Why it could not be read, since when, and when that was last tried. */
  problem: z.object({ since: z.string(), at: z.string(), why: z.string() }).exactOptional(),
});
export type FeedLook = Readonly<z.infer<typeof FeedLook>>;

/**
 * Merges the official bank holidays onto those that are known, once a day, and goes on moving the dates of
 * open cases where a day is new. What cannot be read changes nothing; what the list drops is kept and noted.
 */
export async function followBankHolidays(ports: Ports): Promise<void> {
  const last = await lastFeedLook(ports);
  // One change after the other: each says of a date where it stood before.
  if (isDue(ports, last) && !(await isRecounting(ports))) await look(ports, last);
  await recountDates(ports);
}

function isDue({ clock }: Ports, last: FeedLook | undefined): boolean {
  const now = clock.now();
  const tried = last?.problem?.at;
  if (tried !== undefined && now.getTime() - Date.parse(tried) < retryMs) return false;
  return last?.readAt === undefined || londonDate(last.readAt) < londonDate(now.toISOString());
}

async function look(ports: Ports, last: FeedLook | undefined): Promise<void> {
  const at = ports.clock.now().toISOString();
  const feed = await readFeed(ports);
  if (!feed.ok) {
    ports.logger.warn("bank-holidays.not-read", { why: feed.error });
    const since = last?.problem?.since ?? at;
    await note(ports, { dropped: {}, ...last, problem: { since, at, why: feed.error } });
    return;
  }
  await ports.holidays.catchUp();
  const published = mergeHolidays(ports.calendar, feed.value);
  const added = perRegion(regions, (region) => holidaysAdded(ports.calendar, published, region));
  const days = countOf(added);
  if (days > 0) {
    await ports.holidays.learn(added);
    ports.logger.info("bank-holidays.learnt", { days });
  }
  const today = londonDate(at);
  const dropped = perRegion(regionsOf(ports), (region) =>
    droppedByFeed(ports.calendar, feed.value, { region, today }),
  );
  if (countOf(dropped) > 0) ports.logger.warn("bank-holidays.dropped", { days: countOf(dropped) });
  await note(ports, { readAt: at, dropped });
}

/** What the last look brought; nothing while there was none. */
export async function lastFeedLook({ sync }: Ports): Promise<FeedLook | undefined> {
  const kept = await sync.get(lookName);
  return kept === undefined ? undefined : FeedLook.parse(JSON.parse(kept));
}

/** The regions whose days off the council's procedures keep. */
export function regionsOf({ settings }: Ports): Region[] {
  const kept = settings.policies.map((id) => policyOf(id).counting.region);
  return regions.filter((region) => kept.includes(region));
}

async function readFeed(ports: Ports) {
  const read = await ports.bankHolidayFeed.read();
  return read.ok ? readBankHolidayFeed(read.value) : read;
}

async function note({ sync }: Ports, look: FeedLook): Promise<void> {
  await sync.set(lookName, JSON.stringify(look));
}

function perRegion(
  of: readonly Region[],
  daysOf: (region: Region) => NonNullable<DaysByRegion[Region]>,
): DaysByRegion {
  return Object.fromEntries(of.map((region) => [region, daysOf(region)]));
}

function countOf(days: DaysByRegion): number {
  return Object.values(days).reduce((sum, { length }) => sum + length, 0);
}
