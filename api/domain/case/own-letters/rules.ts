import { ok, type Result } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Evolvers, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import { canBeWrittenTo } from "../contact/can-be-written-to.ts";
import type { EventOf } from "../events.ts";
import type { Remedy } from "../remedies/facts.ts";
import { notPossible, type CaseRejection } from "../rejection.ts";
import type { TextHash } from "../vocabulary.ts";
import { missingWords } from "../response/checked.ts";
import type { NoticeKind, OwedLetter, OwedPassing, OwnLetter, ownLetterEvents } from "./facts.ts";

export const ownLetterEvolvers: Evolvers<typeof ownLetterEvents> = {
  "letter-sent": (before, { letter }) =>
    letter === "not-a-complaint" ? { ...before, toldNotTaken: true } : before,
  "passed-to-service": (before, { service }) => ({
    ...before,
    passedTo: [...(before.passedTo ?? []), service],
  }),
};

/** The letter about a remedy that cannot be given; whoever has no e-mail address is written to by post. */
export function owedForRemedy(
  { remedy, sequence }: EventOf<"remedy-undeliverable">,
  after: Case,
): OwedLetter[] {
  const given = after.remedies.find(({ id }) => id === remedy);
  if (given === undefined || !wasTold(after, given)) return [];
  const about = { letter: "remedy-changed", stage: after.stage, remedy } as const;
  return [{ kind: "write-letter", key: `letter:remedy-changed:${sequence}`, about }];
}

/** The letter about what was not taken as a complaint: never to machines, nor to whoever has had it. */
export function owedForType(
  { caseType, service, sequence }: EventOf<"case-classified">,
  after: Case,
): OwedLetter[] {
  const isHeld = after.unacknowledged !== undefined || after.toldNotTaken === true;
  if (caseType === "complaint" || isHeld || !canBeWrittenTo(after)) return [];
  const about = { letter: "not-a-complaint", stage: after.stage, caseType, service } as const;
  return [{ kind: "write-letter", key: `letter:not-a-complaint:${sequence}`, about }];
}

/** The mail to the service that it is passed to: nothing a machine sent, and nothing that it has. */
export function owedToService(
  { caseType, service, sequence }: EventOf<"case-classified">,
  { unacknowledged, passedTo = [] }: Case,
): OwedPassing[] {
  const isHeld = unacknowledged !== undefined || passedTo.includes(service);
  if (caseType === "complaint" || isHeld) return [];
  return [{ kind: "pass-to-service", key: `pass:${service}:${sequence}`, service, caseType }];
}

/** Whether the service is still the one to have it, and has it not. */
export function isStillToPass(
  { outcome, type, service, passedTo = [] }: Case,
  owed: Pick<OwedPassing, "service" | "caseType">,
): boolean {
  const isSame = type === owed.caseType && service === owed.service;
  return outcome === "not-a-complaint" && isSame && !passedTo.includes(owed.service);
}

/** The letter about a decision, in the words that were kept with it; nobody is owed one they had otherwise. */
export function owedNotice(
  letter: NoticeKind,
  { text, sequence }: EventOf<"date-extended" | "date-agreed" | "complaint-refused">,
  { stage }: Case,
): OwedLetter[] {
  if (text === undefined) return [];
  const about = { letter, stage, text };
  return [{ kind: "write-letter", key: `letter:${letter}:${sequence}`, about }];
}

/** How the person hears of a decision, as it is kept with it; an incomplete letter does not go (Code 6.5, 2.4). */
export function tellingOf(
  { id }: Case,
  { telling, told, text }: CommandOf<"extend" | "refuse" | "agree-date">,
  { checked }: PersonContext,
): Result<{ readonly told?: string; readonly text?: TextHash }, CaseRejection> {
  if (telling === undefined) return ok({});
  if (telling === "myself") return ok(told === undefined ? {} : { told });
  if (checked === undefined || text === undefined) {
    throw new Error(`${id}: a letter is sent with its check.`);
  }
  return checked.missing.length === 0 ? ok({ text }) : notPossible(missingWords(checked.missing));
}

/** Whether what a letter would say is still so. */
export function isStillToSay(theCase: Case, about: OwnLetter): boolean {
  const { outcome, type, service, toldNotTaken, status, stage } = theCase;
  if (about.letter === "remedy-changed") return true;
  if (about.letter !== "not-a-complaint") {
    return about.letter === "refusal"
      ? outcome === "refused"
      : stage === about.stage && isUnanswered.has(status);
  }
  return (
    outcome === "not-a-complaint" &&
    type === about.caseType &&
    service === about.service &&
    toldNotTaken === undefined
  );
}

const isUnanswered: ReadonlySet<Case["status"]> = new Set([
  ...(["triage", "allocation", "investigating", "awaiting-approval"] as const),
]);

/** Whether the person knows of a remedy: an answer promised it, or it was promised after one. */
export function wasTold({ stages, status }: Case, { promisedAt }: Remedy): boolean {
  if (status === "sending") return true;
  const answers = stages.flatMap(({ answeredAt }) => answeredAt ?? []);
  const isAnswered = status === "answered" || status === "closed";
  return answers.some((at) => isAnswered || promisedAt === undefined || at >= promisedAt);
}
