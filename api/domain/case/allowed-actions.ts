import type { Person } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import { actionForms } from "./action-forms.ts";
import type { Case, CaseStatus } from "./case.ts";
import { belongsToStage, fulfils, ruleFor } from "./case-rules.ts";
import { personActions, type PersonAction } from "./commands.ts";
import { hindrance, personalHindrance } from "./hindrances.ts";
import { stageRuleOf } from "./independence.ts";

/** The actions this person may take on this case now. */
export function allowedActions(theCase: Case, person: Person, policy: Policy): PersonAction[] {
  return offeredActions(theCase, person, policy).flatMap(({ type, allowed }) =>
    allowed ? [type] : [],
  );
}

/** A button as the case page and the cards show it. */
export type Offer = {
  readonly type: PersonAction;
  readonly title: string;
  readonly primary: boolean;
  readonly allowed: boolean;
  readonly why?: string;
};

/** What each status waits for: the first of these that the person may do is theirs to do next. */
const awaited: Record<CaseStatus, readonly PersonAction[]> = {
  triage: ["classify"],
  allocation: ["assign"],
  investigating: ["save-draft"],
  "awaiting-approval": ["approve"],
  sending: ["settle-sending", "record-posting"],
  answered: ["escalate", "close"],
  closed: ["escalate", "classify", "close"],
};

/** The steps every case goes through: shown even when they are not possible, with the reason. */
const steps: readonly PersonAction[] = [
  ...(["classify", "assign", "save-draft", "submit", "approve", "return"] as const),
  ...(["escalate", "close"] as const),
];

/** In order of use: the steps, what is done every day, and then everything else. */
const inOrder: readonly PersonAction[] = [
  ...new Set<PersonAction>([
    ...(["accept", "save-draft", "submit", "approve", "return", "delegate"] as const),
    ...(["take-over", "escalate", "close"] as const),
    ...(["request-information", "give-information", "record-correspondence", "extend"] as const),
    ...(["add-note", "assign", "classify"] as const),
    ...personActions,
  ]),
];

/**
 * What the person is offered on this case: the steps its status knows, allowed or greyed out with the
 * reason; of everything else only what they can do now; and at most one primary action.
 */
export function offeredActions(theCase: Case, person: Person, policy: Policy): Offer[] {
  const stageRule = stageRuleOf(theCase, policy);
  const offers = inOrder.flatMap((type): Offer[] => {
    const rule = ruleFor(theCase.status, type);
    if (rule === undefined || !belongsToStage(rule, stageRule)) return [];
    const isStep = steps.includes(type);
    if (!isStep && !fulfils(rule, theCase, person)) return [];
    const why =
      hindrance(theCase, type, policy) ??
      notYours(theCase, type, person) ??
      personalHindrance(theCase, type, { person, policy });
    const offer = { type, title: titleOf(type, theCase), primary: false };
    if (why === undefined) return [{ ...offer, allowed: true }];
    return isStep ? [{ ...offer, allowed: false, why }] : [];
  });
  const primary = awaited[theCase.status].find(
    (action) =>
      isTheirs(theCase, action, person) &&
      offers.some(({ type, allowed }) => type === action && allowed),
  );
  return offers.map((offer) => ({ ...offer, primary: offer.type === primary }));
}

// Others may lend a hand with a letter; and nothing goes further that nobody has asked for.
function isTheirs(theCase: Case, action: PersonAction, person: Person): boolean {
  const { status, officer, answeredBack } = theCase;
  if (action === "save-draft") return officer?.id === person.id;
  return (action !== "escalate" && status !== "closed") || answeredBack !== undefined;
}

function titleOf(action: PersonAction, theCase: Case): string {
  if (action === "escalate") return `Take to stage ${theCase.stage + 1}`;
  if (action === "assign" && theCase.officer !== undefined) return "Assign to someone else";
  if (action === "classify" && theCase.type !== undefined) return "Classify again";
  return actionForms[action].title;
}

function notYours(theCase: Case, action: PersonAction, person: Person): string | undefined {
  const rule = ruleFor(theCase.status, action);
  if (rule === undefined || fulfils(rule, theCase, person)) return undefined;
  if (action === "approve" || action === "return") {
    return `It was submitted to ${theCase.submission?.approverName ?? "someone else"}.`;
  }
  if (action === "save-draft" || action === "submit" || action === "close") {
    return theCase.officer === undefined
      ? "Nobody is assigned yet."
      : `It is with ${theCase.officer.name}.`;
  }
  return "Your role does not include this.";
}
