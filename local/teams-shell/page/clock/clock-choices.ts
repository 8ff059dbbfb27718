import type { Temporal } from "temporal-polyfill";
import { isWorkingDay, shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { londonTimeAt } from "./london-time.ts";

/** A moment the visitor can move the estate's clock to in one step. */
export type ClockChoice = { readonly label: string; readonly to: Date };

/** The moves offered from an instant, all forward, all by London's clocks whatever the season. */
export function clockChoices(instant: Date): readonly ClockChoice[] {
  const now = londonTimeAt(instant);
  return [
    { label: "Next working morning 09:00", to: dateOf(nextMorning(now, isCouncilOpen)) },
    { label: "+1 day", to: dateOf(now.add({ days: 1 })) },
    { label: "+1 week", to: dateOf(now.add({ weeks: 1 })) },
    { label: "To Thursday 09:00", to: dateOf(nextMorning(now, isThursday)) },
  ];
}

const isCouncilOpen = (day: Temporal.PlainDate): boolean =>
  isWorkingDay(day.toString(), "england-and-wales", shippedCalendar());

const isThursday = (day: Temporal.PlainDate): boolean => day.dayOfWeek === 4;

const dateOf = ({ epochMilliseconds }: Temporal.ZonedDateTime): Date => new Date(epochMilliseconds);

function nextMorning(
  now: Temporal.ZonedDateTime,
  isWanted: (day: Temporal.PlainDate) => boolean,
): Temporal.ZonedDateTime {
  for (let day = now.toPlainDate(); ; day = day.add({ days: 1 })) {
    const nine = day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: "09:00" });
    if (nine.epochMilliseconds > now.epochMilliseconds && isWanted(day)) return nine;
  }
}
