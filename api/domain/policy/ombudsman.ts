import type { Policy } from "./policy.ts";

const names: Record<Policy["ombudsman"], string> = {
  lgsco: "Local Government and Social Care Ombudsman",
  "local-government-ombudsman": "Local Government Ombudsman",
  "housing-ombudsman": "Housing Ombudsman Service",
};

/** The Ombudsman that a final response under this policy has to name. */
export function ombudsmanName(policy: Policy): string {
  return names[policy.ombudsman];
}
