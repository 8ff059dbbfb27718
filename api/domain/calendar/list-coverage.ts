import { longDate, type CalendarDate } from "./london-date.ts";
import { addMonths } from "./periods.ts";
import type { Region } from "./regions.ts";
import { listedYears, type Calendar } from "./working-days.ts";

/** Says that some of the days between two were counted without knowing their holidays, if so. */
export function unlistedWords(
  span: { readonly from: CalendarDate; readonly to: CalendarDate },
  region: Region,
  calendar: Calendar,
): string[] {
  const { first, last } = listedYears(calendar, region);
  if (span.from >= `${first}-01-01` && span.to <= `${last}-12-31`) return [];
  return [
    `Bank holidays are only known from ${first} to ${last}, so this date may not be the right one.`,
  ];
}

/** The sentence that asks for a newer list when the known holidays end within twelve months. */
export function listEndWarning(
  calendar: Calendar,
  region: Region,
  today: CalendarDate,
): string | undefined {
  const end = `${listedYears(calendar, region).last}-12-31`;
  if (end >= addMonths(today, 12)) return undefined;
  return `Bank holidays are only known up to ${longDate(end)}: later dates will be counted without them. GOV.UK publishes the years to come at https://www.gov.uk/bank-holidays: see that Redress reads it, or install a newer Redress.`;
}
