import { describe, expect, it } from "vitest";
import { allowedActions } from "#api/domain/case/allowed-actions.ts";
import type { Case, CaseStatus } from "#api/domain/case/case.ts";
import { caseRules } from "#api/domain/case/case-rules.ts";
import type { PersonAction, PersonCommand } from "#api/domain/case/commands.ts";
import { decide } from "#api/domain/case/decide.ts";
import { roles, type Person, type Role } from "#api/domain/people/actor.ts";
import { policies, policyOf } from "#api/domain/policy/catalogue.ts";
import type { Policy } from "#api/domain/policy/policy.ts";
import { david, helen, ida, priya, tom } from "./people.ts";
import {
  classify,
  close,
  draft,
  letter,
  lgsco,
  notAComplaint,
  Story,
  storyUntil,
  submit,
  writesAgain,
  log,
} from "./story.ts";

// Written down from what the council wants, not from the table in the code: that is what it checks.
// `handler` has the case, `approver` has its letter, `others` have not, `-` may not, `nobody` may not because of how the case stands.
const wanted = `
  scene               action      complaints-officer  case-officer  head-of-service  director  councillor  auditor
  triage              classify    anyone              -             -                -         -           -
  triage              add-note    anyone              anyone        anyone           anyone    -           -
  allocation          classify    anyone              -             -                -         -           -
  allocation          assign      anyone              -             anyone           -         -           -
  allocation          add-note    anyone              anyone        anyone           anyone    -           -
  investigating       classify    anyone              -             -                -         -           -
  investigating       assign      anyone              -             anyone           -         -           -
  investigating       add-note    anyone              anyone        anyone           anyone    -           -
  investigating       save-draft  anyone              handler       -                -         -           -
  investigating       submit      anyone              handler       -                -         -           -
  awaiting-approval   add-note    anyone              anyone        anyone           anyone    -           -
  awaiting-approval   approve     approver            -             approver         approver  -           -
  awaiting-approval   return      approver            -             approver         approver  -           -
  awaiting-approval   delegate    anyone              -             approver         approver  -           -
  awaiting-approval   take-over   others              -             others           others    -           -
  sending             add-note    anyone              anyone        anyone           anyone    -           -
  answered            add-note    anyone              anyone        anyone           anyone    -           -
  answered            escalate    anyone              -             -                -         -           -
  answered            close       anyone              handler       -                -         -           -
  closed              classify    nobody              -             -                -         -           -
  closed              add-note    anyone              anyone        anyone           anyone    -           -
  closed              escalate    anyone              -             -                -         -           -
  closed              close       nobody              nobody        -                -         -           -
  closed-wrote-again  classify    nobody              -             -                -         -           -
  closed-wrote-again  add-note    anyone              anyone        anyone           anyone    -           -
  closed-wrote-again  escalate    anyone              -             -                -         -           -
  closed-wrote-again  close       anyone              handler       -                -         -           -
  not-a-complaint     classify    anyone              -             -                -         -           -
  not-a-complaint     add-note    anyone              anyone        anyone           anyone    -           -
  not-a-complaint     escalate    nobody              -             -                -         -           -
  not-a-complaint     close       nobody              nobody        -                -         -           -
`;

const [header = [], ...rows] = wanted
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));

type Relation = "handler" | "approver" | "neither";

/** What the written matrix says of an action: who may, or that the scene does not know it. */
function cell(scene: string, action: PersonAction, role: Role): string | undefined {
  const row = rows.find(([one, two]) => one === scene && two === action);
  // Roles that came later take no step of a case; what they may do is in other-actions.test.ts.
  return row && (row[header.indexOf(role)] ?? laterRole(role, action, row));
}

// Whoever investigates from outside stands to a case as its case officer would.
function laterRole(role: Role, action: PersonAction, row: readonly string[]): string {
  if (role === "independent-reviewer") return row[header.indexOf("case-officer")] ?? "-";
  return role === "link-officer" && action === "add-note" ? "anyone" : "-";
}

const scenes: Record<string, (policy: Policy) => Story> = {
  triage: (policy) => storyUntil("triage", policy),
  allocation: (policy) => storyUntil("allocation", policy),
  investigating: (policy) => storyUntil("investigating", policy),
  "awaiting-approval": (policy) => storyUntil("awaiting-approval", policy),
  sending: (policy) => storyUntil("sending", policy),
  answered: (policy) => storyUntil("answered", policy),
  closed: (policy) => storyUntil("closed", policy),
  "closed-wrote-again": (policy) =>
    storyUntil("closed", policy).after("citizen", writesAgain("2026-11-12T08:00:00.000Z")),
  "not-a-complaint": (policy) =>
    new Story(policy).after("citizen", log).after(priya, notAComplaint),
};

/** A policy whose stage 1 that role signs off, so that its approver can be somebody of the role. */
function policySignedOffBy(role: Role): Policy {
  if (role === "complaints-officer") return twoStages(policyOf("leicester-2016"));
  // Who may see it is another matter, and proven elsewhere.
  return role === "director"
    ? twoStages({ ...policyOf("adult-social-care-2009"), restricted: false })
    : lgsco;
}

// Only whether there is a next stage counts here, never what it is.
function twoStages(policy: Policy): Policy {
  const [first] = policy.stages;
  return first === undefined ? policy : { ...policy, stages: [first, { ...first, stage: 2 }] };
}

/** The same case, with somebody as its handler or as the approver of its letter. */
function related(theCase: Case, relation: Relation, person: Person): Case {
  const { id, name } = person;
  if (relation === "handler") return { ...theCase, officer: { id, name, team: "service" } };
  if (relation === "neither" || theCase.submission === undefined) return theCase;
  return { ...theCase, submission: { ...theCase.submission, approver: id, approverName: name } };
}

const commands = {
  classify,
  assign: { type: "assign", officer: ida.id },
  "add-note": { type: "add-note", text: letter },
  "save-draft": draft("2".repeat(64)),
  submit: submit(),
  approve: { type: "approve", text: letter },
  return: { type: "return", text: letter, comment: "Say what we will pay." },
  delegate: { type: "delegate", text: letter, to: "successor" },
  "take-over": { type: "take-over", text: letter },
  escalate: { type: "escalate", reason: "" },
  close,
} as const satisfies Partial<Record<PersonAction, PersonCommand>>;
type Step = keyof typeof commands;
const steps = Object.keys(commands) as Step[];

/** How the rules answer somebody who asks for each action in turn. */
function answers(theCase: Case, person: Person, policy: Policy): Record<string, string> {
  const context = {
    ...new Story(policy).context(person),
    now: "2026-11-12T09:00:00.000Z",
    // Whom it is passed on to holds the role that signs off, whichever that is.
    people: [
      helen,
      david,
      priya,
      ida,
      { ...helen, id: "successor", roles: [...roles], services: [] },
    ],
  };
  const answer = (action: Step) => {
    const decision = decide(theCase, commands[action], context);
    if (decision.ok) return "accepted";
    return decision.error.kind === "action-not-available" ? "unknown here" : "refused";
  };
  return Object.fromEntries(steps.map((action) => [action, answer(action)]));
}

const combinations = Object.entries(scenes).flatMap(([scene, tell]) =>
  roles.flatMap((role) =>
    (["neither", "handler", "approver"] as const).map((relation) => ({
      scene,
      tell,
      role,
      relation,
    })),
  ),
);

it.each(combinations)(
  "in $scene a $role who is $relation to the case may do what the matrix says",
  ({ scene, tell, role, relation }) => {
    const policy = policySignedOffBy(role);
    // The complaints team belongs to no service.
    const services = role === "complaints-officer" ? [] : tom.services;
    const person: Person = { ...tom, id: "somebody", name: "Somebody", roles: [role], services };
    const theCase = related(tell(policy).case, relation, person);
    const wantedAnswer = (action: PersonAction) => {
      const who = cell(scene, action, role);
      if (who === undefined) return "unknown here";
      if (who === "others") return relation === "approver" ? "refused" : "accepted";
      return who === "anyone" || who === relation ? "accepted" : "refused";
    };

    expect(answers(theCase, person, policy)).toEqual(
      Object.fromEntries(steps.map((action) => [action, wantedAnswer(action)])),
    );
    const allowed = new Set<string>(allowedActions(theCase, person, policy));
    expect(steps.filter((action) => allowed.has(action))).toEqual(
      steps.filter((action) => wantedAnswer(action) === "accepted"),
    );
  },
);

/** Where each step takes a case, written down from the procedures; all others leave its status as it is. */
const leads: Readonly<Partial<Record<PersonAction, readonly CaseStatus[]>>> = {
  classify: ["allocation", "closed"],
  assign: ["investigating"],
  decline: ["allocation"],
  escalate: ["allocation"],
  submit: ["awaiting-approval"],
  approve: ["sending"],
  return: ["investigating"],
  "record-posting": ["answered"],
  "settle-sending": ["sending", "answered"],
  "set-aside": ["closed"],
  refuse: ["closed"],
  withdraw: ["closed"],
  close: ["closed"],
  reopen: ["triage", "allocation", "answered"],
};

describe("the table of rules", () => {
  it.each(Object.entries(caseRules))("says where %s takes a case", (action, { leadsTo }) => {
    expect(leadsTo).toEqual(leads[action as PersonAction]);
  });

  it("lets the role that signs off a stage of any policy approve its letter", () => {
    const signing = new Set(policies.flatMap(({ stages }) => stages.map(({ signOff }) => signOff)));
    for (const role of signing) {
      expect(cell("awaiting-approval", "approve", role), role).toBe("approver");
      expect(cell("awaiting-approval", "return", role), role).toBe("approver");
    }
  });

  it("gives nothing to somebody without a role", () => {
    const nobody: Person = { ...tom, roles: [] };
    for (const scene of Object.values(scenes)) {
      expect(allowedActions(scene(lgsco).case, nobody, lgsco)).toEqual([]);
    }
  });

  it("gives somebody with two roles what either may do", () => {
    const both: Person = { ...tom, id: "both", roles: ["case-officer", "head-of-service"] };
    const allocated = allowedActions(storyUntil("allocation").case, both, lgsco);
    expect(allocated).toEqual(expect.arrayContaining(["assign", "add-note"]));
    expect(allocated).not.toContain("save-draft");
    const handled = related(storyUntil("investigating").case, "handler", both);
    expect(allowedActions(handled, both, lgsco)).toEqual(
      expect.arrayContaining(["assign", "add-note", "save-draft", "submit", "decline"]),
    );
  });
});
