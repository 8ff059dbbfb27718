import type { CalendarDate } from "../domain/calendar/london-date.ts";
import { policies, policyFor } from "../domain/policy/catalogue.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Settings } from "./ports/ports.ts";

/** The procedures the council follows, each in the version in force that day; not one that is over or to come. */
export function adoptedPolicies(
  { policies: adopted }: Pick<Settings, "policies">,
  today: CalendarDate,
): Policy[] {
  return adopted.flatMap((id) => {
    const versions = policies.filter((policy) => policy.id === id);
    return policyFor(today, versions) ?? [];
  });
}
