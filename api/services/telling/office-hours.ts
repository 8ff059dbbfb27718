import { londonDate, londonTime } from "../../domain/calendar/london-date.ts";
import { isWorkingDay } from "../../domain/calendar/working-days.ts";
import { policyOf } from "../../domain/policy/catalogue.ts";
import type { Ports } from "../ports/ports.ts";

const opens = "08:00";
const closes = "18:00";

/** Whether people are at work now: nobody is written to in chat at night, at weekends or on holidays. */
export function isOfficeTime(ports: Ports): boolean {
  const now = ports.clock.now().toISOString();
  const time = londonTime(now);
  const { region } = policyOf(ports.settings.defaultPolicy).counting;
  return isWorkingDay(londonDate(now), region, ports.calendar) && time >= opens && time < closes;
}
