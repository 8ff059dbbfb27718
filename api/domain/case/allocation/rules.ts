import type { Person } from "../../people/actor.ts";
import { ok, type Result } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import { notIndependent, stageRuleOf } from "../independence.ts";
import { notPossible, type CaseRejection } from "../rejection.ts";
import type { allocationCommands, allocationEvents, teams } from "./facts.ts";

export const allocationDeciders: Deciders<typeof allocationCommands> = {
  route,
  assign: (before, { officer }, context) => {
    const found = newOfficer(before, officer, context);
    return found.ok ? ok([{ type: "case-assigned", ...found.value }]) : found;
  },
  accept: () => ok([{ type: "assignment-accepted" }]),
  decline: (_before, { reason }) => ok([{ type: "assignment-declined", reason }]),
  "hand-over": (before, { officer, note }, context) => {
    const found = newOfficer(before, officer, context);
    return found.ok ? ok([{ type: "case-handed-over", ...found.value, note }]) : found;
  },
};

export const allocationHindrances: Hindrances<typeof allocationCommands> = {
  route: ({ stage, stages }) =>
    stage === 1 && stages.every(({ answeredAt }) => answeredAt === undefined)
      ? undefined
      : "It has been answered under this procedure, which it keeps.",
  accept: ({ officer }) =>
    officer?.acceptedAt === undefined ? undefined : "You have taken it already.",
};

export const allocationEvolvers: Evolvers<typeof allocationEvents> = {
  "case-routed": (before, { policy }) => ({
    ...before,
    policy,
    // A quicker way belongs to the procedure whose criteria it met.
    stages: before.stages.map(({ route: _left, ...record }) => record),
  }),
  "case-assigned": (before, { officer, officerName, team }) => ({
    ...before,
    status: "investigating",
    officer: { id: officer, name: officerName, team },
  }),
  "assignment-accepted": (before, { at }) =>
    before.officer === undefined
      ? before
      : { ...before, officer: { ...before.officer, acceptedAt: at } },
  "assignment-declined": (before) => {
    const { officer: _declined, ...rest } = before;
    return { ...rest, status: "allocation" };
  },
  "case-handed-over": (before, { officer, officerName, team }) => ({
    ...before,
    officer: { id: officer, name: officerName, team },
  }),
};

// The day of receipt stays; the clocks are counted anew under the other procedure.
function route(
  before: Case,
  { policy: id, reason }: CommandOf<"route">,
  { adopted }: PersonContext,
): Decision {
  const policy = adopted.find((one) => one.id === id);
  if (policy === undefined) {
    return notPossible("The council does not follow that procedure. Choose one from the list.");
  }
  if (policy.id === before.policy.id) {
    return notPossible(`${before.id} is under that procedure already.`);
  }
  return ok([
    {
      type: "case-routed",
      policy: { id: policy.id, version: policy.version },
      policyTitle: policy.title,
      reason,
    },
  ]);
}

type Assigned = {
  readonly officer: string;
  readonly officerName: string;
  readonly team: (typeof teams)[number];
};

function newOfficer(
  before: Case,
  id: string,
  { people, policy }: PersonContext,
): Result<Assigned, CaseRejection> {
  const officer = people.find((one) => one.id === id);
  if (officer === undefined) return notPossible("That person is not in the directory.");
  if (officer.id === before.officer?.id) return notPossible(`${officer.name} has it already.`);
  const unfit = unfitFor(before, officer, policy);
  if (unfit !== undefined) return notPossible(unfit);
  return ok({ officer: officer.id, officerName: officer.name, team: teamOf(officer) });
}

/** Why somebody cannot be given this case, as a sentence; nothing when they can. */
export function unfitFor(
  before: Case,
  officer: Person,
  policy: PersonContext["policy"],
): string | undefined {
  const { name, roles } = officer;
  const { decidedBy } = stageRuleOf(before, policy);
  const mayReview = roles.includes("independent-reviewer");
  const handles =
    roles.includes("case-officer") || roles.includes("complaints-officer") || mayReview;
  if (!handles) {
    return `${name} does not handle complaints. Choose a case officer or a complaints officer.`;
  }
  if (decidedBy === "external-reviewer" && !mayReview && !roles.includes("complaints-officer")) {
    return `${name} is no independent reviewer. Choose one, or a complaints officer who sees to the review.`;
  }
  if (policy.restricted && !(officer.procedures ?? []).includes(policy.procedure)) {
    return `${name} is not a member of this procedure, whose cases only its members see.`;
  }
  const clause = notIndependent(before, officer, policy);
  return clause && `${name} ${clause}. Choose someone independent of it.`;
}

function teamOf({ roles, organisation }: Person): (typeof teams)[number] {
  if (organisation !== undefined) return "partner";
  return roles.includes("complaints-officer") ? "complaints-team" : "service";
}
