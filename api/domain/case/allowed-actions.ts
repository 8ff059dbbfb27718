import type { Person } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";
import { fulfils, ruleFor } from "./case-rules.ts";
import { personActions, type PersonAction } from "./commands.ts";

/** The actions this person may take on this case now. */
export function allowedActions(theCase: Case, person: Person): PersonAction[] {
  return personActions.filter((action) => {
    const rule = ruleFor(theCase.status, action);
    return rule !== undefined && fulfils(rule, theCase, person);
  });
}

/** A button as the case page and the cards show it. */
export type Offer = {
  readonly type: PersonAction;
  readonly title: string;
  readonly primary: boolean;
  readonly allowed: boolean;
  readonly why?: string;
};

const titles: Record<PersonAction, string> = {
  classify: "Classify",
  assign: "Assign",
  "add-note": "Add a note",
  "save-draft": "Draft reply",
  submit: "Submit for approval",
  approve: "Approve and send",
  return: "Return with comment",
  escalate: "Take to the next stage",
  close: "Close",
};

/** The next thing to do first, in order; an action comes up only where it is allowed. */
const nextFirst: readonly PersonAction[] = [
  "classify",
  "assign",
  "approve",
  "save-draft",
  "escalate",
  "close",
];

/**
 * What the person is offered on this case: what the status knows, allowed or greyed out with the
 * reason, and at most one primary action.
 */
export function offeredActions(theCase: Case, person: Person, policy: Policy): Offer[] {
  const allowed = allowedActions(theCase, person).filter(
    (action) => !barred(theCase, action, policy),
  );
  const primary = nextFirst.find(
    (action) =>
      allowed.includes(action) && (action !== "escalate" || theCase.answeredBack !== undefined),
  );
  return personActions.flatMap((type): Offer[] => {
    if (ruleFor(theCase.status, type) === undefined) return [];
    const why = barred(theCase, type, policy) ?? notYours(theCase, type, person);
    const offer = { type, title: titleOf(type, theCase), primary: type === primary };
    return [why === undefined ? { ...offer, allowed: true } : { ...offer, allowed: false, why }];
  });
}

function titleOf(action: PersonAction, theCase: Case): string {
  if (action === "escalate") return `Take to stage ${theCase.stage + 1}`;
  if (action === "assign" && theCase.officer !== undefined) return "Assign to someone else";
  if (action === "classify" && theCase.type !== undefined) return "Classify again";
  return titles[action];
}

function barred(theCase: Case, action: PersonAction, policy: Policy): string | undefined {
  if (action === "submit" && theCase.draft?.stage !== theCase.stage) {
    return "Write the reply first.";
  }
  if (action === "escalate" && theCase.outcome === "not-a-complaint") {
    return "It was not taken as a complaint.";
  }
  if (action === "escalate" && !policy.stages.some((one) => one.stage === theCase.stage + 1)) {
    return "This was the last stage. The person can go to the Ombudsman.";
  }
  return undefined;
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
