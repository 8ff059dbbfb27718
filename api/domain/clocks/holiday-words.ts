import { longDate } from "../calendar/london-date.ts";
import type { Holiday } from "../calendar/working-days.ts";

/** Days off as a sentence names them: "World Cup bank holiday on Monday 15 June 2026 and …". */
export function holidayWords(holidays: readonly Holiday[]): string {
  return holidays.map(({ date, name }) => `${name} on ${longDate(date)}`).join(" and ");
}
