import { ok, refused } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import { notTheSameFiles, withSeal } from "../enclosures/rules.ts";
import type { EventOf } from "../events.ts";
import { middayOf, personOf, withStage } from "../evolving.ts";
import { stageRuleOf } from "../independence.ts";
import { findingAwaited } from "../panel/rules.ts";
import type { TextHash } from "../vocabulary.ts";
import { notPossible, type CaseRejection } from "../rejection.ts";
import { approverAmong, changedSince } from "../sign-off/rules.ts";
import type { responseCommands, responseEvents } from "./facts.ts";
import { isSentAgain, newestWords, versionOfWords, versionsMadeBy } from "./versions.ts";
import { checkOf, refuseIncomplete } from "./checked.ts";

export const responseDeciders: Deciders<typeof responseCommands> = {
  "save-draft": saveDraft,
  submit,
  approve: (before, { text }) =>
    before.submission?.text === text
      ? ok([{ type: "response-approved", stage: before.stage, text }])
      : refused(changedSince(before)),
  return: (before, { text, comment }) =>
    before.submission?.text === text
      ? ok([{ type: "response-returned", stage: before.stage, text, comment }])
      : refused(changedSince(before)),
  "settle-sending": settleSending,
};

/** What the sending of a letter is called: its marker in the mailbox, anew for each time a person has it sent. */
export function sendingKey(stage: number, text: TextHash, anew = 0): string {
  return `send:${stage}:${text}${anew === 0 ? "" : `:${anew}`}`;
}

export const responseHindrances: Hindrances<typeof responseCommands> = {
  submit: (theCase, policy) =>
    newestWords(theCase) !== undefined
      ? findingAwaited(theCase, policy)
      : "Write and save the reply first.",
  "settle-sending": ({ sendingProblem }) =>
    sendingProblem === undefined ? "The letter is leaving by e-mail." : undefined,
};

export const responseEvolvers: Evolvers<typeof responseEvents> = {
  "draft-saved": drafted,
  "response-submitted": submitted,
  "response-returned": returned,
  "response-approved": approved,
  "response-sent": sent,
  "sending-needs-a-person": (before, { why }) => ({ ...before, sendingProblem: why }),
  "answer-shared": (before) => before,
  "sending-settled": settled,
};

// Nothing is saved over words that its author has not seen, except their own that were written from the same
// ones: a window that is closed sends once more before it has heard, and then both are kept.
function saveDraft(
  before: Case,
  command: CommandOf<"save-draft">,
  context: PersonContext,
): Decision {
  const { from, text } = command;
  const newest = newestWords(before);
  const isSeen = from === undefined || from === (newest?.text ?? "") || text === newest?.text;
  return isSeen || isSentAgain(before, command, context.person)
    ? ok(versionsMadeBy(before, command, context))
    : refused(savedSince(before));
}

// Invariant I4: authors and approver differ, nobody takes part in two stages of one case, and a partner
// organisation may answer but the council signs off.
function submit(
  before: Case,
  { text, overriding }: CommandOf<"submit">,
  context: PersonContext,
): Decision {
  const { person, checked } = context;
  if (newestWords(before)?.text !== text) return refused(changedSince(before));
  const otherFiles = notTheSameFiles(before, text);
  if (otherFiles !== undefined) return notPossible(otherFiles);
  if (checked === undefined) throw new Error(`${before.id}: a letter is submitted with its check.`);
  const incomplete = refuseIncomplete(before, { person, checked, overriding });
  if (incomplete !== undefined) return incomplete;
  const found = approverAmong(before, context.people, context);
  if (found === undefined) {
    const { signOff } = stageRuleOf(before, context.policy);
    return notPossible(
      `No ${signOff.replaceAll("-", " ")} of this service can approve this independently. Ask an administrator to name one.`,
    );
  }
  const { approver, standsInFor: away } = found;
  return ok([
    ...versionOfWords(before, person),
    {
      type: "response-submitted",
      stage: before.stage,
      text,
      approver: approver.id,
      approverName: approver.name,
      ...checkOf(checked, overriding),
      ...(away === undefined ? {} : { standsInFor: { id: away.id, name: away.name } }),
    },
  ]);
}

// What a person has seen is worth more than what Redress could not: either way the letter leaves once.
function settleSending(
  { stage, submission }: Case,
  { found, how }: CommandOf<"settle-sending">,
): Decision {
  if (submission === undefined) return notPossible("No letter is on its way.");
  const { text } = submission;
  const looked = { type: "sending-settled", stage, found, how } as const;
  return ok(found === "arrived" ? [looked, { type: "response-sent", stage, text }] : [looked]);
}

function settled(before: Case, { found }: EventOf<"sending-settled">): Case {
  const { sendingProblem: _settled, ...rest } = before;
  return found === "arrived" ? rest : { ...rest, sentAnew: (before.sentAnew ?? 0) + 1 };
}

function savedSince(theCase: Case): CaseRejection {
  return {
    kind: "changed-since",
    message: `The draft for ${theCase.id} was saved by somebody else, or in another window, since you began from it. Read that version, then choose.`,
  };
}

function drafted(before: Case, event: EventOf<"draft-saved">): Case {
  const { writing: _kept, ...rest } = before;
  const saver = personOf(event).id;
  const { stage, draft, text, at, writer, writtenAt = at } = event;
  const savedBy = writer?.id ?? saver;
  const after: Case = { ...rest, draft: { stage, draft, text, savedAt: writtenAt, savedBy } };
  const written = withWriter(takenOn(after, savedBy, at), stage, savedBy);
  return withWriter(written, stage, saver);
}

// Whoever begins to write has taken the case on, whether they said so or not.
function takenOn(theCase: Case, writer: string, at: string): Case {
  const { officer } = theCase;
  return officer?.id === writer && officer.acceptedAt === undefined
    ? { ...theCase, officer: { ...officer, acceptedAt: at } }
    : theCase;
}

function submitted(before: Case, event: EventOf<"response-submitted">): Case {
  const by = personOf(event).id;
  const { text, approver, approverName, standsInFor, at, check, overridden } = event;
  const after: Case = {
    ...before,
    status: "awaiting-approval",
    submission: {
      ...{ text, by, at, approver, approverName },
      ...(check === undefined ? {} : { check }),
      ...(overridden === undefined ? {} : { overridden }),
      ...(standsInFor === undefined ? {} : { standsInFor }),
    },
  };
  const sealed = withSeal(after, text);
  return withWriter(withStage(sealed, event.stage, { author: by }), event.stage, by);
}

function returned(before: Case, event: EventOf<"response-returned">): Case {
  const { submission: _withdrawn, ...rest } = before;
  const by = personOf(event).name;
  const { comment, at, text } = event;
  return { ...rest, status: "investigating", returned: { comment, by, at, text } };
}

function approved(before: Case, event: EventOf<"response-approved">): Case {
  const { id, name } = personOf(event);
  const { returned: _answered, ...rest } = before;
  const after: Case = { ...rest, status: "sending" };
  return withStage(after, event.stage, {
    ...{ decidedBy: id, deciderName: name },
    ...{ decidedAt: event.at, decidedLetter: event.text },
  });
}

function sent(before: Case, event: EventOf<"response-sent">): Case {
  const {
    submission: _sent,
    draft: _done,
    writing: _too,
    sendingProblem: _solved,
    sentAnew: _gone,
    ...rest
  } = before;
  return withStage({ ...rest, enclosures: [], status: "answered" }, event.stage, {
    answeredAt: whenSent(event),
  });
}

// A letter that a person posted left on the day they say, whenever they wrote it down.
function whenSent({ on, at }: EventOf<"response-sent">): string {
  return on === undefined ? at : middayOf(on);
}

function withWriter(theCase: Case, stage: number, writer: string): Case {
  const { writers = [] } = theCase.stages.find((record) => record.stage === stage) ?? {};
  return withStage(theCase, stage, { writers: [...new Set([...writers, writer])] });
}
