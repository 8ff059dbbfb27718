import type { Person } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import { allocationHindrances } from "./allocation/rules.ts";
import { careHindrances } from "./care/rules.ts";
import type { Case } from "./case.ts";
import type { PersonAction } from "./commands.ts";
import { checkInHindrances } from "./check-ins/rules.ts";
import { commentHindrances } from "./comments/rules.ts";
import { contactHindrances } from "./contact/rules.ts";
import { dateHindrances } from "./dates/rules.ts";
import { enclosureHindrances } from "./enclosures/rules.ts";
import { endingHindrances } from "./endings/rules.ts";
import { notIndependent, stageRuleOf, wroteOnLetter } from "./independence.ts";
import { linkHindrances } from "./links/rules.ts";
import { ombudsmanHindrances } from "./ombudsman/rules.ts";
import { panelHindrances } from "./panel/rules.ts";
import { passageHindrances } from "./passage/rules.ts";
import { pointHindrances } from "./points/rules.ts";
import { remedyHindrances } from "./remedies/rules.ts";
import { requestHindrances } from "./requests/rules.ts";
import { responseHindrances } from "./response/rules.ts";
import { sponsorHindrances } from "./sponsors/rules.ts";
import { undeliveredHindrances } from "./undelivered/rules.ts";

type Hindrance = (theCase: Case, policy: Policy) => string | undefined;

const hindrances: Readonly<Partial<Record<PersonAction, Hindrance>>> = {
  ...passageHindrances,
  ...allocationHindrances,
  ...pointHindrances,
  ...requestHindrances,
  ...dateHindrances,
  ...contactHindrances,
  ...responseHindrances,
  ...commentHindrances,
  ...enclosureHindrances,
  ...undeliveredHindrances,
  ...endingHindrances,
  ...remedyHindrances,
  ...checkInHindrances,
  ...careHindrances,
  ...sponsorHindrances,
  ...linkHindrances,
  ...panelHindrances,
  ...ombudsmanHindrances,
};

/** Why nobody can do this to the case now although its status knows the action, and what to do instead. */
export function hindrance(theCase: Case, action: PersonAction, policy: Policy): string | undefined {
  return hindrances[action]?.(theCase, policy);
}

const deciding: readonly PersonAction[] = ["save-draft", "submit", "approve", "take-over"];

/**
 * Why this person in particular cannot, although their role could: nobody approves what they wrote, nobody
 * takes part in the answers of two stages, and a response leaves by the role its policy names (invariant I4).
 */
export function personalHindrance(
  theCase: Case,
  action: PersonAction,
  { person, policy }: { readonly person: Person; readonly policy: Policy },
): string | undefined {
  if (action === "delegate" && wroteOnLetter(theCase, person.id)) {
    return "You wrote on this letter. Somebody else says who approves it.";
  }
  if (!deciding.includes(action)) return undefined;
  const clause = notIndependent(theCase, person, policy);
  if (clause !== undefined) {
    return `You ${inSecondPerson(clause)}. Somebody independent of it answers this stage.`;
  }
  return action === "approve" || action === "take-over"
    ? notToDecide(theCase, action, { person, policy })
    : undefined;
}

function notToDecide(
  theCase: Case,
  action: "approve" | "take-over",
  { person, policy }: { readonly person: Person; readonly policy: Policy },
): string | undefined {
  if (action === "take-over" && theCase.submission?.approver === person.id) {
    return "It is with you already.";
  }
  if (wroteOnLetter(theCase, person.id))
    return "You wrote on this letter. Somebody else approves it.";
  if (person.organisation !== undefined) {
    return "The council signs off what its partners answer. Return it, so that it can go to somebody there.";
  }
  return person.roles.includes(stageRuleOf(theCase, policy).signOff)
    ? undefined
    : "Your role does not sign off this stage. Return it, so that it can go to somebody whose role does.";
}

function inSecondPerson(clause: string): string {
  return clause.replace(/^belongs/, "belong");
}
