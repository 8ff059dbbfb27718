import { londonDate, shortDate } from "../../domain/calendar/london-date.ts";
import type { Case } from "../../domain/case/case.ts";
import { enclosedWith } from "../../domain/case/enclosures/rules.ts";
import { findingName } from "../../domain/case/points/words.ts";
import { openPoints, pointsAnswered } from "../../domain/case/points/rules.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { checkWords } from "../../domain/case/response/words.ts";
import { isOpenRemedy } from "../../domain/case/remedies/rules.ts";
import { remedyWords } from "../../domain/case/remedies/words.ts";
import { changeWords } from "../../domain/case/sign-off/change-words.ts";
import { gistOf } from "../../domain/case/sign-off/gist.ts";
import { notToSignOff } from "../../domain/case/sign-off/may-sign-off.ts";
import type { SignOffSheet } from "../../domain/case/sign-off/sheet.ts";
import type { Person, PersonId } from "../../domain/people/actor.ts";
import { changesSinceReturned } from "../drafts/compare-drafts.ts";
import type { Ports } from "../ports/ports.ts";
import { careOf } from "../case-page/present-care.ts";

/** A case whose letter waits, is on its way, or has just been decided. */
type Submitted = {
  readonly case: Case;
  readonly letter: string;
  /** Who reads the sheet. */
  readonly reader: PersonId;
};

/** What the approver is to know before they decide: the same for the card and for the tab. */
export async function signOffSheet(ports: Ports, submitted: Submitted): Promise<SignOffSheet> {
  const { case: theCase, letter, reader } = submitted;
  const { submission } = theCase;
  if (submission === undefined) throw new Error(`${theCase.id} has no letter to approve.`);
  const people = await ports.directory.everybody();
  const author = people.find(({ id }) => id === submission.by)?.name ?? "a colleague";
  const approver = people.find(({ id }) => id === submission.approver);
  const who = submission.approver === reader ? "You" : submission.approverName;
  const { note } = submission.passedOn ?? {};
  const changes = await changesSinceReturned(ports, theCase);
  return {
    ...{ complainant: theCase.complainant.name, author, submittedAt: submission.at },
    approver: submission.approverName,
    ...inPlaceOf(theCase),
    ...(note === undefined ? {} : { note: { by: submission.passedOn?.by ?? "", text: note } }),
    care: careFor(ports, theCase),
    ...decisions(theCase),
    gist: gistOf(letter),
    checks: checkWords(submission),
    ...returnedBefore(theCase),
    changes: changes === undefined ? [] : changeWords(changes),
    independence: independenceWords(theCase, { author, approver, who }),
    enclosures: enclosedWith(theCase, submission.text).map(({ name }) => name),
  };
}

function inPlaceOf({ submission }: Case): Pick<SignOffSheet, "inPlaceOf"> {
  const { standsInFor, passedOn } = submission ?? {};
  if (standsInFor !== undefined) return { inPlaceOf: `${standsInFor.name}, who is away` };
  if (passedOn === undefined) return {};
  const { from, way, by } = passedOn;
  return { inPlaceOf: way === "delegated" ? `${from.name}, passed on by ${by}` : from.name };
}

// Who may see the case is no part of what the letter has to do justice to.
function careFor(ports: Ports, theCase: Case): SignOffSheet["care"] {
  const today = londonDate(ports.clock.now().toISOString());
  return careOf({ case: theCase, follows: false, today })
    .filter(({ title }) => title !== "Seen only by")
    .map(({ title, words }) => ({ title, words }));
}

type Decisions = Pick<SignOffSheet, "points" | "pointsWords" | "decision" | "remedies">;

function decisions(theCase: Case): Decisions {
  const policy = policyNow(theCase);
  const { finding } = theCase.stages.find(({ stage }) => stage === theCase.stage) ?? {};
  const { answered, total } = pointsAnswered(theCase);
  return {
    points: openPoints(theCase).map((point) => ({
      ...{ id: point.id, title: point.title, answered: point.answer !== undefined },
      ...(point.finding === undefined ? {} : { finding: findingName(policy, point.finding) }),
    })),
    ...(total === 0 ? {} : { pointsWords: `${answered} of ${total} points answered` }),
    ...(finding === undefined ? {} : { decision: findingName(policy, finding) }),
    remedies: theCase.remedies.filter(isOpenRemedy).map((remedy) => {
      const words = remedyWords(remedy);
      const kind = words.charAt(0).toUpperCase() + words.slice(1);
      return `${kind} by ${shortDate(remedy.due)}: ${remedy.what}`;
    }),
  };
}

function returnedBefore({ returned }: Case): Pick<SignOffSheet, "returned"> {
  if (returned === undefined) return {};
  const { by, at, comment } = returned;
  return { returned: { by, at, comment } };
}

type Decider = {
  readonly author: string;
  readonly approver: Person | undefined;
  /** "You", or the approver's name. */
  readonly who: string;
};

function independenceWords(theCase: Case, { author, approver, who }: Decider): string {
  const policy = policyNow(theCase);
  const clause = approver && notToSignOff(theCase, approver, policy);
  const wrote = `${author} submitted it.`;
  if (clause !== undefined)
    return `${wrote} ${who === "You" ? asYou(clause) : `${who} ${clause}`}.`;
  const earlier = theCase.stages.some(({ stage, decidedBy }) => stage < theCase.stage && decidedBy);
  return `${wrote} ${who} wrote no part of it${earlier ? " and took no part in an earlier stage" : ""}.`;
}

function asYou(clause: string): string {
  const second = clause
    .replace(/^does not/, "do not")
    .replace(/^belongs/, "belong")
    .replace(/^works/, "work");
  return `You ${second}: pass it on, or return it`;
}
