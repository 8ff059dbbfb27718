import type { Person } from "../../people/actor.ts";
import type { Case } from "../case.ts";
import { caseRules, stands } from "../case-rules.ts";

/**
 * Whether a person may do this only because they were asked: then they answer their own part of the case,
 * while whoever handles it or answers for the service may answer in anybody's place.
 */
export function isOnlyAsked(
  theCase: Case,
  action: "answer-point" | "give-information",
  person: Person,
): boolean {
  return !person.roles.some((role) =>
    (caseRules[action].may[role] ?? []).some(
      (relation) => relation !== "asked" && stands(relation, theCase, person),
    ),
  );
}
