import type { Person } from "../../people/actor.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Case } from "../case.ts";
import { notIndependent, stageRuleOf, wroteOnLetter } from "../independence.ts";
import { isAdmitted, maySee } from "../may-see.ts";

/**
 * Why this person may not sign off the letter of the present stage, as a clause to follow their name
 * (invariant I4): by role, because they wrote on it, or because they are not independent of it.
 */
export function notToSignOff(theCase: Case, person: Person, policy: Policy): string | undefined {
  if (!person.roles.includes(stageRuleOf(theCase, policy).signOff)) {
    return "does not sign off this stage";
  }
  if (person.organisation !== undefined) return "works for a partner, and the council signs off";
  if (wroteOnLetter(theCase, person.id)) return "wrote on this letter";
  return notIndependent(theCase, person, policy);
}

/**
 * The same for a letter that comes to somebody who was not chosen when it was submitted: it opens no
 * restricted case to them, nor a procedure of which they are no member.
 */
export function notToBeGiven(theCase: Case, person: Person, policy: Policy): string | undefined {
  const clause = notToSignOff(theCase, person, policy);
  if (clause !== undefined) return clause;
  const { id, name } = person;
  // Being its approver opens a case to most people, so it is looked at as it would be then.
  const { submission = { text: "", by: "", at: "" } } = theCase;
  const given = { ...theCase, submission: { ...submission, approver: id, approverName: name } };
  return isAdmitted(theCase, id) && maySee(given, person, policy)
    ? undefined
    : "may not see this case";
}
