import { existsSync, readFileSync, writeFileSync } from "node:fs";
import express, { type Router } from "express";
import { z } from "zod";
import { isCalendarDate } from "#api/domain/calendar/london-date.ts";
import { regions, type Region } from "#api/domain/calendar/regions.ts";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";

/** A bank holiday that somebody at this machine has proclaimed. */
export const ProclaimedDay = z.object({
  region: z.enum(regions),
  date: z.string().refine(isCalendarDate, "give a day as YYYY-MM-DD"),
  name: z.string().trim().min(1, "give it a name").max(100),
});
export type ProclaimedDay = Readonly<z.infer<typeof ProclaimedDay>>;

/** What can go wrong when the list is asked for. */
export type GovUkFault = "unreachable" | "garbage";

/** GOV.UK as far as Redress asks it: the list of bank holidays, and a way to change it. */
export type GovUk = {
  readonly router: Router;
  /** The days added by hand, in order. */
  proclaimed(): readonly ProclaimedDay[];
  /** Adds a day to the list; false when it is on it already. */
  proclaim(day: ProclaimedDay): boolean;
  /** Takes a proclaimed day off the list again; false when it was never proclaimed. */
  withdraw(day: Pick<ProclaimedDay, "region" | "date">): boolean;
  readonly faults: GovUkFaults;
};

/** Faults for tests and demonstrations; none is armed at first. */
export type GovUkFaults = {
  /** How often the fault is still to happen; `Infinity` until it is set to 0. */
  set(fault: GovUkFault, times: number): void;
  left(fault: GovUkFault): number;
  /** Called whenever one has changed. */
  onChange(listener: () => void): void;
};

/** Publishes the bank holidays that ship with Redress and those proclaimed by hand, which `file` keeps. */
export const openGovUk = ({ file }: { readonly file?: string } = {}): GovUk => {
  let proclaimed = file === undefined ? [] : read(file);
  const faults = createFaults();
  const become = (days: readonly ProclaimedDay[]): void => {
    proclaimed = days.toSorted((a, b) => a.date.localeCompare(b.date));
    if (file !== undefined) writeFileSync(file, JSON.stringify(proclaimed));
  };
  const isSame = (one: Pick<ProclaimedDay, "region" | "date">, other: typeof one): boolean =>
    one.region === other.region && one.date === other.date;

  const router = express.Router();
  router.get("/bank-holidays.json", (_request, response) => {
    if (faults.take("unreachable")) response.status(503).type("html").send(away);
    else if (faults.take("garbage")) response.type("html").send(away);
    else response.json(published(proclaimed));
  });
  return {
    router,
    faults,
    proclaimed: () => proclaimed,
    proclaim: (day) => {
      const isListed =
        shippedCalendar()[day.region].has(day.date) || proclaimed.some((one) => isSame(one, day));
      if (!isListed) become([...proclaimed, day]);
      return !isListed;
    },
    withdraw: (day) => {
      const left = proclaimed.filter((one) => !isSame(one, day));
      const isFound = left.length < proclaimed.length;
      if (isFound) become(left);
      return isFound;
    },
  };
};

const away = "<!doctype html><title>Sorry, we’re experiencing technical difficulties</title>";

/** The list in GOV.UK's own shape. */
const published = (proclaimed: readonly ProclaimedDay[]) =>
  Object.fromEntries(
    regions.map((region) => [region, { division: region, events: eventsOf(region, proclaimed) }]),
  );

const eventsOf = (region: Region, proclaimed: readonly ProclaimedDay[]) =>
  [
    ...[...shippedCalendar()[region]].map(([date, name]) => ({ date, name })),
    ...proclaimed.filter((day) => day.region === region),
  ]
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map(({ date, name }) => ({ title: name, date, notes: "", bunting: true }));

const read = (file: string): readonly ProclaimedDay[] =>
  existsSync(file) ? z.array(ProclaimedDay).parse(JSON.parse(readFileSync(file, "utf8"))) : [];

const createFaults = () => {
  const left = new Map<GovUkFault, number>();
  const listeners: (() => void)[] = [];
  const set = (fault: GovUkFault, times: number): void => {
    left.set(fault, times);
    for (const listener of listeners) listener();
  };
  return {
    set,
    left: (fault: GovUkFault): number => left.get(fault) ?? 0,
    onChange: (listener: () => void) => void listeners.push(listener),
    /** Uses up one of the fault, if it is armed. */
    take: (fault: GovUkFault): boolean => {
      const times = left.get(fault) ?? 0;
      if (times > 0) set(fault, times - 1);
      return times > 0;
    },
  };
};
