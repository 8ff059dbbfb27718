import { policyOf } from "../policy/catalogue.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";

/** The procedure a case is under, in the version it started under. */
export function policyNow({ policy }: Pick<Case, "policy">): Policy {
  return policyOf(policy.id, policy.version);
}
