import type { Person } from "../../people/actor.ts";
import type { StandIn } from "../../people/cover.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Case } from "../case.ts";
import { notToBeGiven } from "./may-sign-off.ts";

type Council = {
  readonly people: readonly Person[];
  readonly policy: Policy;
  readonly standIns: readonly StandIn[];
};

/** Who else may sign off the letter that waits, and is there, by name. */
export function approversOf(theCase: Case, { people, policy, standIns }: Council): Person[] {
  if (theCase.status !== "awaiting-approval") return [];
  return people
    .filter(
      (one) =>
        one.id !== theCase.submission?.approver &&
        notToBeGiven(theCase, one, policy) === undefined &&
        standIns.every(({ person }) => person !== one.id),
    )
    .sort((one, other) => one.name.localeCompare(other.name));
}
