import type { Person } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";
import type { PersonAction } from "./commands.ts";
import { earlierPart, wroteOnLetter } from "./independence.ts";

/** Why nobody can do this to the case now although its status knows the action, and what to do instead. */
export function hindrance(theCase: Case, action: PersonAction, policy: Policy): string | undefined {
  if (action === "submit" && theCase.draft?.stage !== theCase.stage) {
    return "Write and save the reply first.";
  }
  if (action === "escalate") return noNextStage(theCase, policy);
  return theCase.status === "closed" ? settledHindrance(theCase, action) : undefined;
}

// A closed case moves again only for what it was not: a complaint after all, or not the end of it.
function settledHindrance(
  { outcome, answeredBack }: Case,
  action: PersonAction,
): string | undefined {
  const isComplaint = outcome !== "not-a-complaint";
  if (action === "classify" && isComplaint) {
    return "It was answered as a complaint. Take it to the next stage if the person is not satisfied.";
  }
  if (action === "close" && !isComplaint) {
    return "It was not taken as a complaint. Classify it again if the person wrote something new.";
  }
  if (action === "close" && answeredBack === undefined) {
    return "It is closed, and the person has not written since. There is nothing to settle.";
  }
  return undefined;
}

function noNextStage(theCase: Case, policy: Policy): string | undefined {
  if (theCase.outcome === "not-a-complaint") {
    return "It was not taken as a complaint, so it has no next stage. Classify it again if it is one.";
  }
  return policy.stages.some(({ stage }) => stage === theCase.stage + 1)
    ? undefined
    : "This was the last stage. The person can go to the Ombudsman.";
}

/**
 * Why this person in particular cannot, although their role could: nobody approves what they wrote, nobody
 * takes part in the answers of two stages, and a response leaves by the role its policy names (invariant I4).
 */
export function personalHindrance(
  theCase: Case,
  action: PersonAction,
  { person, policy }: { readonly person: Person; readonly policy: Policy },
): string | undefined {
  if (action !== "save-draft" && action !== "submit" && action !== "approve") return undefined;
  const part = earlierPart(theCase, person.id);
  if (part !== undefined) return `You ${part}. Somebody independent of it answers this stage.`;
  if (action !== "approve") return undefined;
  if (wroteOnLetter(theCase, person.id))
    return "You wrote on this letter. Somebody else approves it.";
  const rule = policy.stages.find(({ stage }) => stage === theCase.stage);
  return rule !== undefined && person.roles.includes(rule.signOff)
    ? undefined
    : "Your role does not sign off this stage. Return it, so that it can go to somebody whose role does.";
}
