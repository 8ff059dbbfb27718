import { londonDate } from "../../calendar/london-date.ts";
import type { Policy } from "../../policy/policy.ts";
import { ok } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import type { CaseEventData, EventOf } from "../events.ts";
import { stageRuleOf } from "../independence.ts";
import { dayToCome, notPossible } from "../rejection.ts";
import type { Hearing, panelCommands, panelEvents } from "./facts.ts";

export const panelDeciders: Deciders<typeof panelCommands> = {
  "arrange-hearing": arrangeHearing,
  "record-hearing": recordHearing,
  "record-findings": ({ stage, stages }, { on, reviewer, finding, text }, { now }) =>
    outsideStage(on, { stage, stages }, now) ??
    ok([{ type: "findings-recorded", stage, on, reviewer, finding, text }]),
};

export const panelHindrances: Hindrances<typeof panelCommands> = {
  "arrange-hearing": decided,
  "record-hearing": (theCase) =>
    hearingOf(theCase) === undefined ? "Arrange the hearing first." : decided(theCase),
  "record-findings": decided,
};

export const panelEvolvers: Evolvers<typeof panelEvents> = {
  "hearing-arranged": (before, { stage, on, place, members }) =>
    withHearing(before, { stage, on, place, members }),
  "hearing-held": held,
  "findings-recorded": (before, { stage, on, reviewer, finding, text }) =>
    withHearing(before, { stage, members: [reviewer], found: { on, finding, text } }),
};

/** Why the response of a stage that others decide cannot be submitted yet, if it cannot. */
export function findingAwaited(theCase: Case, policy: Policy): string | undefined {
  const { decidedBy } = stageRuleOf(theCase, policy);
  if (decidedBy === "officer" || hearingOf(theCase)?.found !== undefined) return undefined;
  return decidedBy === "panel"
    ? "The panel decides this stage. Record its hearing first."
    : "A reviewer from outside decides this stage. Record the findings first.";
}

/** The hearing of the present stage, as it is arranged or was held. */
export function hearingOf({ hearings, stage }: Case): Hearing | undefined {
  return hearings.find((hearing) => hearing.stage === stage);
}

function decided(theCase: Case): string | undefined {
  return hearingOf(theCase)?.found === undefined
    ? undefined
    : "What was found at this stage is on record and stays so. Add a note if something has to be put straight.";
}

function arrangeHearing(
  { stage }: Case,
  { on, place, members: lines }: CommandOf<"arrange-hearing">,
  { now, policy }: PersonContext,
): Decision {
  if (on < londonDate(now)) {
    return notPossible("That day has passed. Give today or a later day for the hearing.");
  }
  const members = namesIn(lines);
  const wanted = policy.stages.find((rule) => rule.stage === stage)?.panel?.members;
  if (wanted !== undefined && members.length !== wanted) {
    return notPossible(
      `This procedure's panel has ${wanted} members; you named ${members.length}. Write each name once, on a line of its own.`,
    );
  }
  if (members.length === 0) return notPossible("Name at least one member of the panel.");
  return ok([{ type: "hearing-arranged", stage, on, place, members }]);
}

function namesIn(lines: string): string[] {
  const names = lines.split("\n").map((line) => line.trim());
  return [...new Set(names.filter((name) => name !== ""))];
}

function recordHearing(
  before: Case,
  { on, finding, text }: CommandOf<"record-hearing">,
  { now, policy }: PersonContext,
): Decision {
  const { stage } = before;
  const held = { type: "hearing-held", stage, on, finding, text } as const;
  return outsideStage(on, before, now) ?? ok([held, ...hearingMilestone(before, policy, on)]);
}

function outsideStage(
  on: string,
  { stage, stages }: Pick<Case, "stage" | "stages">,
  now: string,
): Decision | undefined {
  const toCome = dayToCome(on, now);
  if (toCome !== undefined) return toCome;
  const begun = stages.find((record) => record.stage === stage)?.startedAt;
  return begun !== undefined && on < londonDate(begun)
    ? notPossible("That is before this stage began. Give the day on which it happened.")
    : undefined;
}

const hearingMilestones = ["panel-met", "panel-heard"];

// The policies' clocks stop or start at the hearing, so whoever records it need not record it twice.
function hearingMilestone({ stage, stages }: Case, policy: Policy, on: string): CaseEventData[] {
  const reached = stages.find((record) => record.stage === stage)?.milestones ?? [];
  const next = policy.stages
    .find((rule) => rule.stage === stage)
    ?.milestones.find(
      ({ id }) => hearingMilestones.includes(id) && reached.every(({ event }) => event !== id),
    );
  if (next === undefined) return [];
  return [{ type: "milestone-reached", stage, milestone: next.id, title: next.title, on }];
}

function held(before: Case, { stage, on, finding, text }: EventOf<"hearing-held">): Case {
  const arranged = before.hearings.find((hearing) => hearing.stage === stage);
  return withHearing(before, {
    ...(arranged ?? { stage, members: [] }),
    found: { on, finding, text },
  });
}

function withHearing(theCase: Case, hearing: Hearing): Case {
  const others = theCase.hearings.filter(({ stage }) => stage !== hearing.stage);
  return { ...theCase, hearings: [...others, hearing] };
}
