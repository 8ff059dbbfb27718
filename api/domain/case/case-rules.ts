import type { Person, Role } from "../people/actor.ts";
import type { Case, CaseStatus } from "./case.ts";
import type { PersonAction } from "./commands.ts";

/**
 * How a person must stand to the case, beyond holding the role: `anyone` who may see it, its
 * `handler`, or the `approver` its letter was submitted to.
 */
export type Relation = "anyone" | "handler" | "approver";

export type CaseRule = {
  /** Who may: a role, and how that person must stand to the case. */
  readonly may: Readonly<Partial<Record<Role, Relation>>>;
  /** Where the case may stand afterwards; absent when the action leaves the status as it is. */
  readonly leadsTo?: readonly CaseStatus[];
};

const handling = { "complaints-officer": "anyone", "case-officer": "handler" } as const;
// Some policies have the complaints team sign off; which role it is at a stage is the policy's to say.
const approving = {
  "complaints-officer": "approver",
  "head-of-service": "approver",
  director: "approver",
} as const;
const noting = {
  may: {
    "complaints-officer": "anyone",
    "case-officer": "anyone",
    "head-of-service": "anyone",
    director: "anyone",
  },
} as const;
const classifying = {
  may: { "complaints-officer": "anyone" },
  // What is no complaint is passed on and closed.
  leadsTo: ["allocation", "closed"],
} as const;
const allocating = { "complaints-officer": "anyone", "head-of-service": "anyone" } as const;

/**
 * Who may do what in which status: the one table behind the tab's buttons, the card's buttons, the
 * HTTP guard and the lifecycle page. What a stage adds (its approver, its independence) is in hindrances.ts.
 */
export const caseRules = {
  triage: {
    classify: classifying,
    "add-note": noting,
  },
  allocation: {
    assign: { may: allocating, leadsTo: ["investigating"] },
    classify: classifying,
    "add-note": noting,
  },
  investigating: {
    "save-draft": { may: handling },
    submit: { may: handling, leadsTo: ["awaiting-approval"] },
    assign: { may: allocating, leadsTo: ["investigating"] },
    classify: classifying,
    "add-note": noting,
  },
  "awaiting-approval": {
    approve: { may: approving, leadsTo: ["sending"] },
    return: { may: approving, leadsTo: ["investigating"] },
    "add-note": noting,
  },
  sending: {
    "add-note": noting,
  },
  answered: {
    escalate: { may: { "complaints-officer": "anyone" }, leadsTo: ["allocation"] },
    close: { may: handling, leadsTo: ["closed"] },
    "add-note": noting,
  },
  closed: {
    classify: classifying,
    escalate: { may: { "complaints-officer": "anyone" }, leadsTo: ["allocation"] },
    close: { may: handling, leadsTo: ["closed"] },
    "add-note": noting,
  },
} as const satisfies Record<CaseStatus, Partial<Record<PersonAction, CaseRule>>>;

/** The rule for an action in the case's status, if the status knows the action at all. */
export function ruleFor(status: CaseStatus, action: PersonAction): CaseRule | undefined {
  const rules: Partial<Record<PersonAction, CaseRule>> = caseRules[status];
  return rules[action];
}

/** Whether the person stands to the case as one of their roles needs for this rule. */
export function fulfils(rule: CaseRule, theCase: Case, person: Person): boolean {
  return person.roles.some((role) => {
    const relation = rule.may[role];
    return relation !== undefined && stands(relation, theCase, person);
  });
}

function stands(relation: Relation, theCase: Case, person: Person): boolean {
  switch (relation) {
    case "anyone":
      return true;
    case "handler":
      return theCase.officer?.id === person.id;
    case "approver":
      return theCase.submission?.approver === person.id;
  }
}
