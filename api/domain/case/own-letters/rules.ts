import type { Case } from "../case.ts";
import type { Evolvers } from "../chapter.ts";
import { canBeWrittenTo } from "../contact/can-be-written-to.ts";
import type { EventOf } from "../events.ts";
import type { Remedy } from "../remedies/facts.ts";
import type { OwedLetter, OwnLetter, ownLetterEvents } from "./facts.ts";

export const ownLetterEvolvers: Evolvers<typeof ownLetterEvents> = {
  "letter-sent": (before, { letter }) =>
    letter === "not-a-complaint" ? { ...before, toldNotTaken: true } : before,
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

/** Whether what a letter would say is still so. */
export function isStillToSay(theCase: Case, about: OwnLetter): boolean {
  if (about.letter === "remedy-changed") return true;
  const { outcome, type, service, toldNotTaken } = theCase;
  return (
    outcome === "not-a-complaint" &&
    type === about.caseType &&
    service === about.service &&
    toldNotTaken === undefined
  );
}

/** Whether the person knows of a remedy: an answer promised it, or it was promised after one. */
export function wasTold({ stages, status }: Case, { promisedAt }: Remedy): boolean {
  if (status === "sending") return true;
  const answers = stages.flatMap(({ answeredAt }) => answeredAt ?? []);
  const isAnswered = status === "answered" || status === "closed";
  return answers.some((at) => isAnswered || promisedAt === undefined || at >= promisedAt);
}
