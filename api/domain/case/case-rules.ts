import type { Person, Role } from "../people/actor.ts";
import type { StageRule } from "../policy/stage-rule.ts";
import type { Case, CaseStatus } from "./case.ts";
import type { PersonAction } from "./commands.ts";

/**
 * How a person must stand to the case, beyond holding the role: `anyone` who may see it, its `handler`,
 * the `approver` its letter was submitted to, somebody who was `asked` about it (a question of their own,
 * or a point their service answers), or the `owner` of a remedy or lesson.
 */
export type Relation = "anyone" | "handler" | "approver" | "asked" | "owner";

/** What the policy must say of the present stage for an action to belong to it. */
export type StageNeed = "panel" | "external-reviewer" | "routes" | "milestones";

export type CaseRule = {
  /** The statuses that know the action. */
  readonly in: readonly CaseStatus[];
  /** Who may: a role, and the ways that person may stand to the case. */
  readonly may: Readonly<Partial<Record<Role, readonly Relation[]>>>;
  /** Where the case may stand afterwards; absent when the action leaves the status as it is. */
  readonly leadsTo?: readonly CaseStatus[];
  readonly stage?: StageNeed;
};

const open = [
  "triage",
  "allocation",
  "investigating",
  "awaiting-approval",
  "sending",
  "answered",
] as const satisfies readonly CaseStatus[];
const always = [...open, "closed"] as const satisfies readonly CaseStatus[];
/** Before the letter of the stage is with its approver. */
const beforeLetter = ["triage", "allocation", "investigating"] as const;
/** Between triage and the answer. */
const atWork = ["allocation", "investigating", "awaiting-approval"] as const;
/** While the letter of the stage can still change. */
const whileWritten = ["investigating", "awaiting-approval"] as const;
const fromLetterOn = [
  "investigating",
  "awaiting-approval",
  "sending",
  "answered",
  "closed",
] as const;

const anyone = ["anyone"] as const;
const handler = ["handler"] as const;

const team = { "complaints-officer": anyone } as const;
const handling = {
  "complaints-officer": anyone,
  "case-officer": handler,
  "independent-reviewer": handler,
} as const;
const handlingOrHead = { ...handling, "head-of-service": anyone } as const;
/** Whoever was given the case, in whatever role. */
const given = {
  "complaints-officer": handler,
  "case-officer": handler,
  "independent-reviewer": handler,
} as const;
// Some policies have the complaints team sign off; which role it is at a stage is the policy's to say.
const approving = {
  "complaints-officer": ["approver"],
  "head-of-service": ["approver"],
  director: ["approver"],
} as const;
// Which of these roles it is at a stage is the policy's to say.
const signing = {
  "complaints-officer": anyone,
  "head-of-service": anyone,
  director: anyone,
} as const;
const answering = {
  "complaints-officer": anyone,
  "case-officer": ["handler", "asked"],
  "independent-reviewer": ["handler", "asked"],
  contributor: ["asked"],
  "head-of-service": anyone,
  director: anyone,
} as const;
const owning = {
  "complaints-officer": anyone,
  "case-officer": ["handler", "owner"],
  "independent-reviewer": ["handler", "owner"],
  contributor: ["owner"],
  "head-of-service": anyone,
  director: ["owner"],
} as const;
const liaising = { "complaints-officer": anyone, "link-officer": anyone } as const;
const noting = {
  "complaints-officer": anyone,
  "case-officer": anyone,
  contributor: ["asked"],
  "head-of-service": anyone,
  director: anyone,
  "independent-reviewer": anyone,
  "link-officer": anyone,
} as const;

const commenting = {
  "complaints-officer": anyone,
  "case-officer": anyone,
  "independent-reviewer": ["handler", "asked"],
  contributor: ["asked"],
  "head-of-service": anyone,
  director: anyone,
} as const;

/**
 * Who may do what in which status: the one table behind the tab's buttons, the card's buttons, the
 * HTTP guard and the lifecycle page. What a stage adds (its approver, its independence) is in hindrances.ts.
 */
export const caseRules: Readonly<Record<PersonAction, CaseRule>> = {
  // What is no complaint is passed on and closed.
  classify: { in: [...beforeLetter, "closed"], may: team, leadsTo: ["allocation", "closed"] },
  route: { in: beforeLetter, may: team },
  assign: {
    in: ["allocation", "investigating"],
    may: { ...team, "head-of-service": anyone },
    leadsTo: ["investigating"],
  },
  accept: { in: ["investigating"], may: given },
  decline: { in: ["investigating"], may: given, leadsTo: ["allocation"] },
  "hand-over": { in: ["investigating"], may: given },
  escalate: { in: ["answered", "closed"], may: team, leadsTo: ["allocation"] },

  "add-point": { in: beforeLetter, may: handling },
  "change-point": { in: beforeLetter, may: handling },
  "drop-point": { in: beforeLetter, may: handling },
  "answer-point": { in: ["allocation", "investigating"], may: answering },
  "decide-point": { in: ["investigating"], may: handling },
  "request-information": { in: atWork, may: { ...handling, "link-officer": anyone } },
  "give-information": { in: always, may: answering },
  "withdraw-request": { in: always, may: handling },

  extend: { in: atWork, may: handling },
  pause: { in: atWork, may: handling },
  resume: { in: atWork, may: handling },
  "agree-date": { in: atWork, may: handling },
  "take-route": { in: beforeLetter, may: handling, stage: "routes" },
  "leave-route": { in: beforeLetter, may: handling, stage: "routes" },
  "record-call": { in: always, may: handling },
  "record-milestone": { in: atWork, may: handling, stage: "milestones" },

  "add-note": { in: always, may: noting },
  "record-correspondence": { in: always, may: noting },
  acknowledge: { in: beforeLetter, may: handling },
  "confirm-details": { in: always, may: handling },
  "record-posting": { in: ["sending"], may: handling, leadsTo: ["answered"] },
  "settle-sending": { in: ["sending"], may: handling, leadsTo: ["sending", "answered"] },
  "post-again": { in: always, may: handling },
  // Not while a letter leaves: where it goes must not change under way.
  "mend-address": { in: [...atWork, "triage", "answered", "closed"], may: handling },

  "save-draft": { in: ["investigating"], may: handling },
  "enclose-files": { in: ["investigating"], may: handling },
  "leave-out-file": { in: ["investigating"], may: handling },
  submit: { in: ["investigating"], may: handling, leadsTo: ["awaiting-approval"] },
  approve: { in: ["awaiting-approval"], may: approving, leadsTo: ["sending"] },
  return: { in: ["awaiting-approval"], may: approving, leadsTo: ["investigating"] },
  // The complaints team finds somebody for a letter whose approver cannot be reached.
  delegate: { in: ["awaiting-approval"], may: { ...approving, "complaints-officer": anyone } },
  "take-over": { in: ["awaiting-approval"], may: signing },

  "comment-draft": { in: whileWritten, may: commenting },
  "answer-comment": { in: whileWritten, may: commenting },
  "resolve-comment": { in: whileWritten, may: commenting },

  "set-aside": { in: ["triage"], may: team, leadsTo: ["closed"] },
  refuse: { in: [...beforeLetter, "answered"], may: team, leadsTo: ["closed"] },
  withdraw: {
    in: [...beforeLetter, "awaiting-approval", "answered"],
    may: handling,
    leadsTo: ["closed"],
  },
  "decide-outcome": { in: ["investigating"], may: handling },
  close: { in: ["answered", "closed"], may: handling, leadsTo: ["closed"] },
  reopen: { in: ["closed"], may: team, leadsTo: ["triage", "allocation", "answered"] },

  "promise-remedy": { in: fromLetterOn, may: handlingOrHead },
  "accept-remedy": { in: fromLetterOn, may: owning },
  "complete-remedy": { in: fromLetterOn, may: owning },
  "give-up-remedy": { in: fromLetterOn, may: handlingOrHead },
  "note-lesson": { in: fromLetterOn, may: handlingOrHead },
  "complete-lesson": { in: fromLetterOn, may: owning },
  "record-check-in": { in: ["answered", "closed"], may: handling },

  "raise-flag": { in: always, may: handlingOrHead },
  "lower-flag": { in: always, may: handlingOrHead },
  "restrict-access": { in: always, may: team },
  "open-access": { in: always, may: team },
  "restrict-conduct": { in: always, may: team },
  "review-conduct": { in: always, may: team },

  "add-sponsor": { in: always, may: handling },
  "remove-sponsor": { in: always, may: handling },
  "update-sponsor": { in: always, may: handling },

  "link-case": { in: always, may: handling },
  "unlink-case": { in: always, may: handling },
  "join-campaign": { in: always, may: team },
  "leave-campaign": { in: always, may: team },

  "arrange-hearing": { in: ["allocation", "investigating"], may: handling, stage: "panel" },
  "record-hearing": { in: ["allocation", "investigating"], may: handling, stage: "panel" },
  "record-findings": {
    in: ["allocation", "investigating"],
    may: handling,
    stage: "external-reviewer",
  },

  "record-enquiry": { in: always, may: liaising },
  "answer-enquiry": { in: always, may: liaising },
  "record-decision": { in: always, may: liaising },
};

/** Who may submit a letter in which the check finds something required missing, with a reason that is kept. */
export const overridingTheCheck: CaseRule = {
  in: caseRules.submit.in,
  may: { "complaints-officer": anyone, "head-of-service": anyone },
  leadsTo: ["awaiting-approval"],
};

/** The rule for an action in the case's status, if the status knows the action at all. */
export function ruleFor(status: CaseStatus, action: PersonAction): CaseRule | undefined {
  const rule = caseRules[action];
  return rule.in.includes(status) ? rule : undefined;
}

/** Whether the policy's stage has what the action is for. */
export function belongsToStage({ stage: need }: CaseRule, stage: StageRule): boolean {
  return need === undefined || stageHas[need](stage);
}

const stageHas: Record<StageNeed, (stage: StageRule) => boolean> = {
  panel: ({ decidedBy }) => decidedBy === "panel",
  "external-reviewer": ({ decidedBy }) => decidedBy === "external-reviewer",
  routes: ({ routes }) => routes.length > 0,
  milestones: ({ milestones }) => milestones.length > 0,
};

/** Whether the person stands to the case as one of their roles needs for this rule. */
export function fulfils(rule: CaseRule, theCase: Case, person: Person): boolean {
  return person.roles.some((role) =>
    (rule.may[role] ?? []).some((relation) => stands(relation, theCase, person)),
  );
}

/** Whether a person stands to a case in that way. */
export function stands(relation: Relation, theCase: Case, person: Person): boolean {
  switch (relation) {
    case "anyone":
      return true;
    case "handler":
      return theCase.officer?.id === person.id;
    case "approver":
      return theCase.submission?.approver === person.id;
    case "asked":
      return isAsked(theCase, person);
    case "owner":
      return (
        theCase.remedies.some(({ owner }) => owner.person === person.id) ||
        theCase.lessons.some(({ owner }) => owner.id === person.id)
      );
  }
}

function isAsked({ requests, points }: Case, { id, services }: Person): boolean {
  return (
    requests.some(({ to, withdrawn }) => to.id === id && withdrawn === undefined) ||
    points.some(({ service, dropped }) => dropped === undefined && services.includes(service))
  );
}
