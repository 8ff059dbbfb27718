import { londonDate } from "../../calendar/london-date.ts";
import { ok } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import type { EventOf } from "../events.ts";
import { middayOf, withStage } from "../evolving.ts";
import { dayToCome, notPossible } from "../rejection.ts";
import type { ReplyTarget } from "../case.ts";
import type { MailRecord } from "../vocabulary.ts";
import type { contactCommands, contactEvents } from "./facts.ts";

export const contactDeciders: Deciders<typeof contactCommands> = {
  "record-correspondence": (_before, { type: _type, ...said }, { now }) =>
    dayToCome(said.on, now) ?? ok([{ type: "correspondence-recorded", ...said }]),
  acknowledge,
  "record-posting": recordPosting,
  "confirm-details": confirmDetails,
};

export const contactHindrances: Hindrances<typeof contactCommands> = {
  acknowledge: ({ stage, stages }) =>
    isAcknowledged({ stages }, stage) ? "This stage has been acknowledged." : undefined,
  "record-posting": ({ sendingProblem }) =>
    sendingProblem === undefined ? "The letter is leaving by e-mail." : undefined,
};

export const contactEvolvers: Evolvers<typeof contactEvents> = {
  "correspondence-received": received,
  "correspondence-recorded": recorded,
  "acknowledgement-sent": acknowledged,
  "details-confirmed": detailsConfirmed,
};

// Where answers are sent stays as it is: who writes from which address decides what a mail belongs to.
function confirmDetails(
  { complainant }: Case,
  { name, phone, address, reference }: CommandOf<"confirm-details">,
): Decision {
  const fresh = {
    ...(name === undefined || name === complainant.name ? {} : { name }),
    ...(phone === undefined || phone === complainant.phone ? {} : { phone }),
    ...(address === undefined || address === complainant.address ? {} : { address }),
    ...(reference === undefined || complainant.references?.includes(reference) === true
      ? {}
      : { reference }),
  };
  return ok(Object.keys(fresh).length === 0 ? [] : [{ type: "details-confirmed", ...fresh }]);
}

function detailsConfirmed(before: Case, event: EventOf<"details-confirmed">): Case {
  const { complainant } = before;
  const { name, phone, address, reference } = event;
  return {
    ...before,
    complainant: {
      ...complainant,
      ...(name === undefined ? {} : { name }),
      ...(phone === undefined ? {} : { phone }),
      ...(address === undefined ? {} : { address }),
      ...(reference === undefined
        ? {}
        : { references: [...(complainant.references ?? []), reference] }),
    },
  };
}

// The first one counts: a clock that was stopped does not run again.
function acknowledged(before: Case, { stage, on, at }: EventOf<"acknowledgement-sent">): Case {
  if (isAcknowledged(before, stage)) return before;
  const { unacknowledged: _settled, ...rest } = before;
  return withStage(rest, stage, { acknowledgedAt: on === undefined ? at : middayOf(on) });
}

function isAcknowledged({ stages }: Pick<Case, "stages">, stage: number): boolean {
  return stages.some((one) => one.stage === stage && one.acknowledgedAt !== undefined);
}

function acknowledge(
  before: Case,
  { channel, on }: CommandOf<"acknowledge">,
  { now }: PersonContext,
): Decision {
  const { stage } = before;
  const begun = before.stages.find((one) => one.stage === stage)?.startedAt ?? before.receivedAt;
  if (on < londonDate(begun)) return notPossible("It cannot be acknowledged before it arrived.");
  return dayToCome(on, now) ?? ok([{ type: "acknowledgement-sent", stage, channel, on }]);
}

// What is posted is exactly what was approved: the person who posts it confirms that, and no more.
function recordPosting(
  { stage, statusSince, submission }: Case,
  { channel, on }: CommandOf<"record-posting">,
  { now }: PersonContext,
): Decision {
  if (submission === undefined) return notPossible("No letter is on its way.");
  // It has been on its way since its approval.
  if (on < londonDate(statusSince)) {
    return notPossible("It cannot have been posted before it was approved.");
  }
  const { text } = submission;
  return dayToCome(on, now) ?? ok([{ type: "response-sent", stage, text, channel, on }]);
}

// Day 0 of what follows is their first message after the answer, however often they write again.
function received(before: Case, { mail }: EventOf<"correspondence-received">): Case {
  return answeredBackAt({ ...before, ...replyTargetOf(mail) }, mail.receivedAt);
}

// What was said before the answer, and only written down after it, asks for nothing further.
function recorded(before: Case, { direction, on }: EventOf<"correspondence-recorded">): Case {
  const { answeredAt } = before.stages.find(({ stage }) => stage === before.stage) ?? {};
  return direction === "in" && on >= londonDate(answeredAt ?? before.statusSince)
    ? answeredBackAt(before, middayOf(on))
    : before;
}

function answeredBackAt(theCase: Case, at: string): Case {
  return theCase.status === "answered" || theCase.status === "closed"
    ? { ...theCase, answeredBack: theCase.answeredBack ?? { at } }
    : theCase;
}

/** Where the council's next message goes, so that everything stays in one thread; a colleague's is not theirs. */
export function replyTargetOf(mail: MailRecord): { replyTo?: ReplyTarget } {
  const { mailbox, graphId, internetMessageId, passedOn } = mail;
  return passedOn === undefined ? { replyTo: { mailbox, graphId, internetMessageId } } : {};
}
