import { z } from "zod";
import { ok, refused, type Result } from "../result.ts";
import { isCalendarDate, type CalendarDate } from "./london-date.ts";
import type { Region } from "./regions.ts";
import type { Calendar, Holiday } from "./working-days.ts";

/** Days are never deleted, so what cannot be a list of bank holidays is not let in. */
const mostDays = 500;
const longestName = 200;

const Division = z.object({
  events: z
    .array(
      z.object({
        title: z.string().min(1).max(longestName),
        date: z.string().refine(isCalendarDate, "Not a date."),
        notes: z.string().max(longestName).default(""),
      }),
    )
    .max(mostDays),
});

/** What GOV.UK publishes as `/bank-holidays.json`; `bunting` and the rest decide nothing here. */
const Feed = z.object({
  "england-and-wales": Division,
  scotland: Division,
  "northern-ireland": Division,
});

/** Reads GOV.UK's bank holidays, to be merged on top of the shipped ones; says what is wrong with them. */
export function readBankHolidayFeed(
  json: unknown,
): Result<Readonly<Record<Region, readonly Holiday[]>>, string> {
  const read = Feed.safeParse(json);
  if (!read.success)
    return refused(
      `The bank holidays are not as GOV.UK publishes them. ${z.prettifyError(read.error)}`,
    );
  return ok({
    "england-and-wales": holidaysOf(read.data["england-and-wales"]),
    scotland: holidaysOf(read.data.scotland),
    "northern-ireland": holidaysOf(read.data["northern-ireland"]),
  });
}

/**
 * The days still to come that a calendar keeps and the feed has dropped. Days are never deleted by
 * themselves: a person has to confirm that one was moved, as the early May one was in 2020.
 */
export function droppedByFeed(
  calendar: Calendar,
  feed: Readonly<Record<Region, readonly Holiday[]>>,
  of: { readonly region: Region; readonly today: CalendarDate },
): Holiday[] {
  const published = new Set(feed[of.region].map(({ date }) => date));
  const lastYear = Math.max(...[...published].map(yearOf));
  return [...calendar[of.region]]
    .map(([date, name]) => ({ date, name }))
    .filter(({ date }) => date > of.today && yearOf(date) <= lastYear && !published.has(date));
}

function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

function holidaysOf({ events }: z.infer<typeof Division>): Holiday[] {
  return events.map(({ title, date, notes }) => ({
    date,
    name: notes === "" ? title : `${title} (${notes.charAt(0).toLowerCase()}${notes.slice(1)})`,
  }));
}
