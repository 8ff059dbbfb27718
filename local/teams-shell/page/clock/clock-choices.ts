import { instantOfLondonTime, londonTimeAt } from "./london-time.ts";

/** A moment the visitor can move the estate's clock to in one step. */
export type ClockChoice = { readonly label: string; readonly to: Date };

const thursday = 4;

/** The moves offered from an instant, all forward, all by London's clocks whatever the season. */
export function clockChoices(now: Date): readonly ClockChoice[] {
  return [
    { label: "Next working morning 09:00", to: nextMorning(now, isWeekday) },
    { label: "+1 day", to: sameTimeAfter(now, 1) },
    { label: "+1 week", to: sameTimeAfter(now, 7) },
    { label: "To Thursday 09:00", to: nextMorning(now, (day) => day === thursday) },
  ];
}

const isWeekday = (dayOfWeek: number): boolean => dayOfWeek >= 1 && dayOfWeek <= 5;

function sameTimeAfter(now: Date, days: number): Date {
  const time = londonTimeAt(now);
  return instantOfLondonTime({ ...time, day: time.day + days });
}

function nextMorning(now: Date, isWanted: (dayOfWeek: number) => boolean): Date {
  const { year, month, day } = londonTimeAt(now);
  for (let ahead = 0; ; ahead += 1) {
    const dayOfWeek = new Date(Date.UTC(year, month - 1, day + ahead)).getUTCDay();
    const nine = instantOfLondonTime({ year, month, day: day + ahead, hour: 9, minute: 0 });
    if (nine > now && isWanted(dayOfWeek)) return nine;
  }
}
