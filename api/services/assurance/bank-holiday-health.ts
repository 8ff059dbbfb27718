import type { Assurance } from "../../contract/assurance.ts";
import { listEndWarning } from "../../domain/calendar/list-coverage.ts";
import { londonDate, longDate, shortMoment } from "../../domain/calendar/london-date.ts";
import { regionNames } from "../../domain/calendar/regions.ts";
import type { Region } from "../../domain/calendar/regions.ts";
import { listedYears, type Holiday } from "../../domain/calendar/working-days.ts";
import { lastFeedLook, regionsOf, type FeedLook } from "../calendar/follow-bank-holidays.ts";
import type { Ports } from "../ports/ports.ts";

const name = "Bank holidays";

/** Whether the days off are known far enough ahead and as GOV.UK lists them; if not, what to do. */
export async function bankHolidayHealth(ports: Ports): Promise<Assurance["health"][number]> {
  const today = londonDate(ports.clock.now().toISOString());
  const look = await lastFeedLook(ports);
  const regions = regionsOf(ports);
  const ends = regions.flatMap((region) => listEndWarning(ports.calendar, region, today) ?? []);
  const dropped = regions.flatMap((region) =>
    (look?.dropped[region] ?? [])
      .filter(({ date }) => date > today)
      .map((holiday) => droppedWords(holiday, region)),
  );
  const problem = look?.problem === undefined ? [] : [problemWords(look.problem)];
  const watched = [...problem, ...dropped, ...new Set(ends)];
  const last = Math.min(...regions.map((region) => listedYears(ports.calendar, region).last));
  return {
    name,
    standing: watched.length === 0 ? "well" : "watch",
    words: [
      ...(ends.length === 0 ? [`Known up to the end of ${last}.`] : []),
      readWords(look),
      ...watched,
    ].join(" "),
  };
}

function readWords(look: FeedLook | undefined): string {
  return look?.readAt === undefined
    ? "GOV.UK’s list has not been read yet: it is asked for every day."
    : `GOV.UK’s list was last read ${shortMoment(look.readAt)}; it is asked for every day.`;
}

function problemWords({ since, why }: NonNullable<FeedLook["problem"]>): string {
  // What is wrong with it in detail is for the log.
  const [gist = why] = why.split(/(?<=\.)\s/);
  return `It could not be read since ${shortMoment(since)}: ${gist} Dates are counted with the days known before. If this stays, have whoever runs Redress let it reach https://www.gov.uk.`;
}

// Taking a day off the list makes dates earlier that people rely on: that is for a person.
function droppedWords({ date, name: title }: Holiday, region: Region): string {
  return `GOV.UK no longer lists ${title} on ${longDate(date)} (${regionNames[region]}), and Redress still counts it as a day off. Look at https://www.gov.uk/bank-holidays. If the day was moved or called off, answer what is due after it one working day earlier, and have whoever runs Redress take it off the list.`;
}
