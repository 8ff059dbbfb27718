import { londonDate } from "../../calendar/london-date.ts";
import { escalationWindowOf } from "../../clocks/escalation-window.ts";
import { ok } from "../../result.ts";
import type { Case, StageRecord } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import type { CaseEventData, EventOf } from "../events.ts";
import { notPossible } from "../rejection.ts";
import type { passageCommands, passageEvents } from "./facts.ts";

export const passageDeciders: Deciders<typeof passageCommands> = {
  classify,
  escalate,
  "add-note": (_before, { text }) => ok([{ type: "note-added", text }]),
};

export const passageHindrances: Hindrances<typeof passageCommands> = {
  classify: ({ status, outcome }) =>
    status === "closed" && outcome !== "not-a-complaint"
      ? "It was answered as a complaint. Take it to the next stage if the person is not satisfied."
      : undefined,
  escalate: ({ outcome, stage, stages: past }, { stages }) => {
    if (outcome === "not-a-complaint") {
      return "It was not taken as a complaint, so it has no next stage. Classify it again if it is one.";
    }
    const next = stages.find((rule) => rule.stage === stage + 1);
    if (next === undefined) return "This was the last stage. The person can go to the Ombudsman.";
    const unanswered = next.after.find(
      (one) => !past.some((record) => record.stage === one && record.answeredAt !== undefined),
    );
    return unanswered === undefined
      ? undefined
      : `Stage ${unanswered} was never answered. Open it again if it should be.`;
  },
};

export const passageEvolvers: Evolvers<typeof passageEvents> = {
  "case-classified": classified,
  "case-escalated": escalated,
  "note-added": (before) => before,
  "notice-given": (before, { notice, clock, due }) => ({
    ...before,
    notices: [...before.notices, { notice, clock, due }],
  }),
};

function classify(before: Case, command: CommandOf<"classify">): Decision {
  const { caseType, service, reason, about } = command;
  const classifying: CaseEventData = {
    ...{ type: "case-classified", caseType, service, reason },
    ...(about === undefined ? {} : { about }),
  };
  if (caseType === "complaint") {
    // LGSCO Code 1.7: it becomes a complaint when they are dissatisfied with the answer they had.
    const restartedAt = before.status === "closed" ? before.answeredBack?.at : undefined;
    return ok([
      {
        ...classifying,
        ...(restartedAt === undefined ? {} : { restartedAt }),
        // Whoever was told otherwise hears now that it is a complaint after all.
        ...(before.unacknowledged === undefined && before.toldNotTaken === undefined
          ? {}
          : { acknowledges: true }),
      },
    ]);
  }
  return ok([
    classifying,
    {
      type: "case-closed",
      outcome: "not-a-complaint",
      reason: reason || `Passed on as a ${caseType}.`,
    },
  ]);
}

function classified(before: Case, event: EventOf<"case-classified">): Case {
  const { officer: _reallocated, answeredBack: _taken, ...rest } = opened(before);
  const { caseType, service, about, restartedAt, acknowledges } = event;
  const { about: _before, unacknowledged, toldNotTaken, ...unclassified } = rest;
  const after: Case = {
    ...{ ...unclassified, status: "allocation", type: caseType, service },
    ...(about === undefined ? {} : { about }),
    // It waits for one look, not for every one.
    ...(unacknowledged === undefined || acknowledges ? {} : { unacknowledged }),
    ...(toldNotTaken === undefined || caseType === "complaint" ? {} : { toldNotTaken }),
  };
  return restartedAt === undefined ? after : restarted(after, restartedAt);
}

function restarted(theCase: Case, startedAt: string): Case {
  const { stages, stage } = theCase;
  return {
    ...theCase,
    stages: stages.map((record) =>
      record.stage === stage ? { ...begun(stage, startedAt), writers: record.writers } : record,
    ),
  };
}

function escalate(
  before: Case,
  { reason, discretion }: CommandOf<"escalate">,
  { now, policy, calendar }: PersonContext,
): Decision {
  const requestedAt = before.answeredBack?.at ?? now;
  const event = { type: "case-escalated", stage: before.stage + 1, requestedAt, reason } as const;
  const answered = before.stages.find(({ stage }) => stage === before.stage);
  const window = answered && escalationWindowOf(answered, policy, calendar);
  if (window === undefined || londonDate(requestedAt) <= window.acceptedUntil) return ok([event]);
  if (discretion === undefined) {
    return notPossible(
      `It was asked for after ${window.acceptedUntil}, the last day for it. Say why it is taken all the same, or refuse it.`,
    );
  }
  return ok([{ ...event, discretion }]);
}

function escalated(before: Case, event: EventOf<"case-escalated">): Case {
  const { officer: _first, answeredBack: _taken, ...rest } = opened(before);
  return {
    ...rest,
    status: "allocation",
    stage: event.stage,
    stages: [...before.stages, begun(event.stage, event.requestedAt)],
  };
}

function opened(before: Case): Case {
  const { outcome: _reopened, rootCause: _unsaid, ...rest } = before;
  return rest;
}

/** A stage as it begins. */
export function begun(stage: number, startedAt: string): StageRecord {
  return { stage, startedAt, milestones: [], writers: [] };
}
