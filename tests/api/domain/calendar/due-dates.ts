import { z } from "zod";
import type { Region } from "#api/domain/calendar/regions.ts";
import { shippedCalendar, type Calendar } from "#api/domain/calendar/working-days.ts";
import vectors from "./due-dates.json" with { type: "json" };

const WorkingDayVector = z.object({
  id: z.string(),
  policy: z.string(),
  event: z.string(),
  region: z.enum(["EW", "SC", "NI"]),
  day0: z.string(),
  workingDays: z.number(),
  due: z.string(),
  skipped: z.array(z.string()),
  option: z.string().optional(),
  receivedDateTimeUtc: z.string().optional(),
  calendarKnownWithout: z.array(z.string()).default([]),
});

const PeriodVector = z.object({
  id: z.string(),
  rule: z.string(),
  start: z.string(),
  end: z.string(),
  acceptTo: z.string().optional(),
});

/** Due dates worked out by hand: what every council would have to agree with. */
export const workingDayVectors = z.array(WorkingDayVector).parse(vectors.workingDay);
export const periodVectors = z.array(PeriodVector).parse(vectors.calendar);

export const regionOf = {
  EW: "england-and-wales",
  SC: "scotland",
  NI: "northern-ireland",
} as const satisfies Record<string, Region>;

/** The shipped calendar as it was before some days were proclaimed. */
export function calendarWithout(dates: readonly string[]): Calendar {
  const without = (region: Region) =>
    new Map([...shippedCalendar()[region]].filter(([date]) => !dates.includes(date)));
  return {
    "england-and-wales": without("england-and-wales"),
    scotland: without("scotland"),
    "northern-ireland": without("northern-ireland"),
  };
}
