import { shortDate } from "../../calendar/london-date.ts";
import type { Person } from "../../people/actor.ts";
import { ok, refused } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, PersonContext } from "../chapter.ts";
import type { CommandOf, SystemCommand } from "../commands.ts";
import type { EventOf } from "../events.ts";
import { notPossible, type CaseRejection } from "../rejection.ts";
import type { signOffCommands, signOffEvents } from "./facts.ts";
import { notToBeGiven, notToSignOff } from "./may-sign-off.ts";

export const signOffDeciders: Deciders<typeof signOffCommands> = {
  delegate,
  "take-over": (before, { text }, { person }) =>
    passOn(before, text, { approver: person, way: "taken-over" }),
};

export const signOffEvolvers: Evolvers<typeof signOffEvents> = { "approval-passed-on": passedOn };

/** The refusal to decide on a letter that is not the one the person was looking at. */
export function changedSince(theCase: Case): CaseRejection {
  return {
    kind: "changed-since",
    message: `The letter for ${theCase.id} has changed since you looked at it. Read it again, then decide.`,
  };
}

function delegate(
  before: Case,
  { text, to, note }: CommandOf<"delegate">,
  { people, policy, standIns }: PersonContext,
): Decision {
  const approver = people.find(({ id }) => id === to);
  if (approver === undefined) {
    return notPossible("That person is not in the directory. Choose one from the list.");
  }
  if (approver.id === before.submission?.approver) {
    return notPossible(`It is with ${approver.name} already.`);
  }
  const clause = notToBeGiven(before, approver, policy);
  if (clause !== undefined) {
    return notPossible(`${approver.name} ${clause}. Choose somebody who may sign it off.`);
  }
  const away = standIns.find(({ person }) => person === approver.id);
  if (away !== undefined) {
    return notPossible(
      `${approver.name} is away until ${shortDate(away.until)}. Choose somebody who is there.`,
    );
  }
  return passOn(before, text, { approver, way: "delegated", ...(note && { note }) });
}

type PassingOn = {
  readonly approver: Person;
  readonly way: EventOf<"approval-passed-on">["way"];
  readonly note?: string;
  readonly until?: string;
};

function passOn(before: Case, text: string, passing: PassingOn): Decision {
  const { submission, stage } = before;
  if (submission?.text !== text) return refused(changedSince(before));
  const { approver, ...how } = passing;
  const from = { id: submission.approver, name: submission.approverName };
  const { id, name } = approver;
  return ok([
    { type: "approval-passed-on", stage, text, from, approver: id, approverName: name, ...how },
  ]);
}

/**
 * Passes a letter whose approver is away on to whoever stands in, if they may sign it off; where they may
 * not, it stays for the complaints team to pass on.
 */
export function passToDeputy(
  before: Case,
  { standIn }: SystemCommand & { type: "pass-to-deputy" },
  policy: PersonContext["policy"],
): Decision {
  const { person, until, deputy } = standIn;
  const { status, submission } = before;
  if (status !== "awaiting-approval" || submission?.approver !== person) return ok([]);
  if (deputy === undefined || notToBeGiven(before, deputy, policy) !== undefined) return ok([]);
  return passOn(before, submission.text, { approver: deputy, way: "away", until });
}

/** Who is asked to sign a letter off, and for whom if they stand in for somebody. */
export type Approver = { readonly approver: Person; readonly standsInFor?: Person };

/**
 * Who is asked, of those who hold the signing role: the first who is there, or whose deputy may sign it
 * off. Where all are away without such a deputy the first of them keeps it.
 */
export function approverAmong(
  before: Case,
  candidates: readonly Person[],
  { person: author, policy, standIns }: PersonContext,
): Approver | undefined {
  const able = candidates.filter(
    (one) => one.id !== author.id && notToSignOff(before, one, policy) === undefined,
  );
  for (const one of able) {
    const away = standIns.find(({ person }) => person === one.id);
    if (away === undefined) return { approver: one };
    const { deputy } = away;
    const fits =
      deputy !== undefined &&
      deputy.id !== author.id &&
      notToBeGiven(before, deputy, policy) === undefined;
    if (fits) return { approver: deputy, standsInFor: one };
  }
  return able[0] && { approver: able[0] };
}

function passedOn(before: Case, event: EventOf<"approval-passed-on">): Case {
  const { from, approver, approverName, way, note, at, by } = event;
  if (before.submission === undefined) return before;
  const { standsInFor: _former, ...submission } = before.submission;
  const name = by.kind === "person" ? by.name : "Redress";
  return {
    ...before,
    submission: {
      ...submission,
      approver,
      approverName,
      ...(way === "away" ? { standsInFor: from } : {}),
      passedOn: { from, way, by: name, at, ...(note === undefined ? {} : { note }) },
    },
  };
}
