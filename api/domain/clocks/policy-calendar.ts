import { mergeHolidays, type Calendar } from "../calendar/working-days.ts";
import type { Policy } from "../policy/policy.ts";

/** The calendar a policy counts by: the region's holidays and the council's own closures. */
export function policyCalendar(policy: Policy, calendar: Calendar): Calendar {
  const { region, closures } = policy.counting;
  return closures.length === 0 ? calendar : mergeHolidays(calendar, { [region]: closures });
}
