import {
  earlierPeriods,
  periodDays,
  quietness,
  quietRule,
  type Quiet,
} from "../../domain/assurance/quiet-services.ts";
import { londonDate, longDate, type CalendarDate } from "../../domain/calendar/london-date.ts";
import { addDays } from "../../domain/calendar/periods.ts";
import { viewOf } from "../../domain/case/view-keys.ts";
import type { ListedCase } from "../../domain/case/listed-case.ts";
import { policyOf } from "../../domain/policy/catalogue.ts";
import type { Assurance } from "../../contract/assurance.ts";
import type { Ports } from "../ports/ports.ts";

const measured = "service-activity";
const pageSize = 1000;
/** A council that logs more than this in a year sees its figures from the newest of them. */
const mostPages = 20;

/** How many complaints each service logged, by periods of ninety days, newest first. */
type Activity = {
  readonly on: CalendarDate;
  /** The day of the oldest case that was counted. */
  readonly since?: CalendarDate;
  readonly counts: Readonly<Record<string, readonly number[]>>;
};

/** Counts what each service logged, once a day: it reads a year of the council's list, a page at a time. */
export async function measureServices(ports: Ports): Promise<void> {
  const today = londonDate(ports.clock.now().toISOString());
  if ((await lastActivity(ports))?.on === today) return;
  const counts: Record<string, number[]> = {};
  let since: CalendarDate | undefined;
  for (const partition of partitionsCounted(ports)) {
    for await (const listed of casesOf(ports, partition, startOf(today, earlierPeriods))) {
      const day = londonDate(listed.receivedAt);
      if (since === undefined || day < since) since = day;
      if (listed.type === "complaint") countIn(counts, listed.service, periodOf(day, today));
    }
  }
  const activity: Activity = { on: today, counts, ...(since === undefined ? {} : { since }) };
  await ports.sync.set(measured, JSON.stringify(activity));
}

function countIn(
  counts: Record<string, number[]>,
  service: string | undefined,
  period: number | undefined,
): void {
  if (service === undefined || period === undefined) return;
  const row = (counts[service] ??= Array.from({ length: earlierPeriods + 1 }, () => 0));
  row[period] = (row[period] ?? 0) + 1;
}

/** The figures with what the rule says of them, the suspicious ones first. */
export async function presentServices(ports: Ports): Promise<Assurance["services"]> {
  const [services, activity] = await Promise.all([ports.directory.services(), lastActivity(ports)]);
  const whole = wholePeriods(activity);
  const counts = services.map(({ id }) => {
    const [recent = 0, ...earlier] = activity?.counts[id] ?? [];
    return { service: id, recent, earlier: earlier.concat(zeros).slice(0, whole) };
  });
  const rows = services.map(({ id, name, directorate }, index) => {
    const count = counts[index] ?? { service: id, recent: 0, earlier: [] };
    const quiet = quietness(count, counts);
    const words = wordsOf(count, quiet);
    return { id, name, directorate, recent: count.recent, quiet: quiet !== undefined, words };
  });
  return {
    rule: quietRule,
    ...(whole < earlierPeriods ? { caution: cautionOf(activity, whole) } : {}),
    rows: rows.toSorted(
      (a, b) => Number(b.quiet) - Number(a.quiet) || a.name.localeCompare(b.name, "en-GB"),
    ),
  };
}

/** The complaints of one service in the last ninety days, newest first, as far as everybody may know of them. */
export async function complaintsOf(
  ports: Ports,
  service: string,
): Promise<{ readonly listed: readonly ListedCase[]; readonly restricted: number }> {
  const today = londonDate(ports.clock.now().toISOString());
  const from = startOf(today, 0);
  const [open = "", ...restricted] = partitionsCounted(ports);
  const matching = async (partition: string): Promise<ListedCase[]> => {
    const found: ListedCase[] = [];
    for await (const listed of casesOf(ports, partition, from)) {
      if (listed.type === "complaint" && listed.service === service) found.push(listed);
    }
    return found;
  };
  const [listed = [], ...others] = await Promise.all([open, ...restricted].map(matching));
  return { listed, restricted: others.flat().length };
}

const zeros = Array.from({ length: earlierPeriods }, () => 0);

// The council's own list, and the same of each procedure that only its members may see: counted, not shown.
function partitionsCounted({ settings }: Ports): string[] {
  const procedures = settings.policies
    .map((id) => policyOf(id))
    .flatMap(({ restricted, procedure }) => (restricted ? [procedure] : []));
  return [
    viewOf.council,
    ...[...new Set(procedures)].map((one) => viewOf.restricted(one, viewOf.council)),
  ];
}

async function* casesOf(
  ports: Ports,
  partition: string,
  from: CalendarDate,
): AsyncGenerator<ListedCase> {
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { cases, next } = await ports.views.list(partition, {
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    for (const listed of cases) {
      if (londonDate(listed.receivedAt) < from) return;
      yield listed;
    }
    if (next === undefined) return;
    after = next;
  }
}

function startOf(today: CalendarDate, period: number): CalendarDate {
  return addDays(today, 1 - periodDays * (period + 1));
}

function periodOf(day: CalendarDate, today: CalendarDate): number | undefined {
  for (let period = 0; period <= earlierPeriods; period += 1) {
    if (day >= startOf(today, period)) return period;
  }
  return undefined;
}

// A period counts only if Redress was in use on all of its days.
function wholePeriods(activity: Activity | undefined): number {
  if (activity?.since === undefined) return 0;
  let whole = 0;
  while (whole < earlierPeriods && activity.since <= startOf(activity.on, whole + 1)) whole += 1;
  return whole;
}

function cautionOf(activity: Activity | undefined, whole: number): string {
  if (activity?.since === undefined) return "No complaint has been logged yet.";
  const since = `Redress has cases since ${longDate(activity.since)}`;
  return whole === 0
    ? `${since}, so services can only be compared with each other yet.`
    : `${since}, so only ${whole * periodDays} earlier days can be compared with.`;
}

function wordsOf(
  count: { readonly recent: number; readonly earlier: readonly number[] },
  quiet: Quiet | undefined,
): string {
  const before =
    count.earlier.length === 0
      ? ""
      : `; ${average(count.earlier)} in an average ${periodDays} days before`;
  const recent = `${count.recent} in the last ${periodDays} days${before}`;
  if (quiet === undefined) return `${recent}.`;
  return quiet.kind === "less-than-before"
    ? `${recent}: less than half. Ask whether complaints are answered without being logged.`
    : `${recent}, where the middle service logged ${quiet.usual}. Ask whether complaints are answered without being logged.`;
}

function average(counts: readonly number[]): number {
  return Math.round(counts.reduce((sum, count) => sum + count, 0) / counts.length);
}

async function lastActivity(ports: Ports): Promise<Activity | undefined> {
  const saved = await ports.sync.get(measured);
  return saved === undefined ? undefined : (JSON.parse(saved) as Activity);
}
