import type { Policy } from "../../policy/policy.ts";
import { ok } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import { withStage } from "../evolving.ts";
import { tellingOf } from "../own-letters/rules.ts";
import { notPossible } from "../rejection.ts";
import type { endingCommands, endingEvents, Refused } from "./facts.ts";

export const endingDeciders: Deciders<typeof endingCommands> = {
  refuse,
  withdraw: ({ submission }, { reason }) => {
    const withdrawn = { type: "complaint-withdrawn", reason } as const;
    return ok([submission === undefined ? withdrawn : { ...withdrawn, letter: submission.text }]);
  },
  "decide-outcome": decideOutcome,
  close,
  "set-aside": setAside,
  reopen: (_before, { reason }) => ok([{ type: "case-reopened", reason }]),
};

export const endingHindrances: Hindrances<typeof endingCommands> = {
  refuse: ({ status, answeredBack, stage }, { stages }) => {
    if (status === "answered") {
      if (stages.every((rule) => rule.stage <= stage)) {
        return "This was the last stage, so there is no next one to refuse. Close it.";
      }
      return answeredBack === undefined ? "Nobody has asked for the next stage." : undefined;
    }
    return stage === 1 ? undefined : "It was taken to this stage. Answer it.";
  },
  close: ({ status, outcome, answeredBack }) => {
    if (status !== "closed") return undefined;
    if (outcome === "not-a-complaint") {
      return "It was not taken as a complaint. Classify it again if the person wrote something new.";
    }
    return answeredBack === undefined
      ? "It is closed, and the person has not written since. There is nothing to settle."
      : undefined;
  },
  reopen: ({ outcome }) =>
    outcome === "not-a-complaint"
      ? "It was not taken as a complaint. Classify it again if it is one."
      : undefined,
};

export const endingEvolvers: Evolvers<typeof endingEvents> = {
  "complaint-refused": (before) => ended(before, "refused"),
  "complaint-withdrawn": (before) => ended(before, "withdrawn"),
  "outcome-decided": (before, { stage, finding }) => withStage(before, stage, { finding }),
  // Nobody has said what it is: whoever sets it aside by mistake, or hears from them again, classifies it.
  "case-set-aside": (before) => ended(before, "not-a-complaint"),
  "case-closed": (before, { outcome, rootCause }) => ({
    ...ended(before, outcome),
    ...(rootCause === undefined ? {} : { rootCause }),
  }),
  "case-reopened": reopened,
};

/** The ground of whatever the policy has no words for. */
export const otherGround = "Another valid reason.";

/** What a refusal can rest on: the exclusions of the policy, in its words, or another valid reason. */
export function refusalGrounds({ exclusions }: Policy): readonly string[] {
  return [...exclusions, otherGround];
}

/** What a refusal would refuse now: the complaint, or to take it to the next stage. */
export function refusedNow({ status }: Case): Refused {
  return status === "answered" ? "next-stage" : "complaint";
}

// Code 2.4: whoever is refused hears why, and of the Ombudsman.
function refuse(before: Case, command: CommandOf<"refuse">, context: PersonContext): Decision {
  const { ground, reason } = command;
  if (!refusalGrounds(context.policy).includes(ground)) {
    return notPossible("That is no ground of this procedure. Choose one from the list.");
  }
  const telling = tellingOf(before, command, context);
  if (!telling.ok) return telling;
  const what = refusedNow(before);
  return ok([{ type: "complaint-refused", what, ground, reason, ...telling.value }]);
}

// C-107: what is said of the whole follows from its points, so it is not said before they are decided.
function decideOutcome(before: Case, { finding, reason }: CommandOf<"decide-outcome">): Decision {
  const open = before.points.filter(
    (one) => one.dropped === undefined && one.finding === undefined,
  );
  if (open.length > 0) {
    const titles = open.map(({ id, title }) => `${id} (${title})`).join(", ");
    return notPossible(`Decide every point first: ${titles}.`);
  }
  return ok([{ type: "outcome-decided", stage: before.stage, finding, reason }]);
}

function close(_before: Case, { outcome, reason, rootCause }: CommandOf<"close">): Decision {
  const closing = { type: "case-closed", outcome, reason } as const;
  return ok([rootCause === undefined ? closing : { ...closing, rootCause }]);
}

// What repeats a case is answered with it, so it has to name that case first.
function setAside({ links }: Case, { as, reason }: CommandOf<"set-aside">): Decision {
  return as === "duplicate" && links.every(({ kind }) => kind !== "duplicate")
    ? notPossible("Link the case first that it repeats, as the same complaint twice.")
    : ok([{ type: "case-set-aside", as, reason }]);
}

function ended(before: Case, outcome: NonNullable<Case["outcome"]>): Case {
  const { answeredBack: _settled, submission: _stopped, rootCause: _former, ...rest } = before;
  return { ...rest, status: "closed", outcome };
}

// An answered stage stays answered: its answer has gone out, whatever is done about it now.
function reopened(before: Case): Case {
  const { outcome: _open, rootCause: _unsaid, ...rest } = before;
  const answered = before.stages.some(
    ({ stage, answeredAt }) => stage === before.stage && answeredAt !== undefined,
  );
  if (answered) return { ...rest, status: "answered" };
  // What they wrote since is part of what is answered now; it asks for no next stage.
  const { officer: _former, answeredBack: _taken, ...unassigned } = rest;
  return { ...unassigned, status: before.type === undefined ? "triage" : "allocation" };
}
