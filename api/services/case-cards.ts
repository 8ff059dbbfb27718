import { londonDate, shortDate, shortMoment } from "../domain/calendar/london-date.ts";
import type { Case } from "../domain/case/case.ts";
import type { CardHead, CaseCard } from "../domain/case/case-card.ts";
import type { Occasion } from "../domain/case/effects.ts";
import { currentClock } from "../domain/case/listed-case.ts";
import { isOpenLesson, isOpenRemedy } from "../domain/case/remedies/rules.ts";
import { pledgesOf } from "../domain/case/reminders/pledges.ts";
import { policyNow } from "../domain/case/policy-now.ts";
import { clocksOf } from "../domain/clocks/clocks-of.ts";
import { clockState } from "../domain/clocks/clock-state.ts";
import type { Service } from "../domain/people/actor.ts";
import type { Ports } from "./ports/ports.ts";

/** A letter longer than this is opened in the tab rather than read in chat (cards hold about 24 KB). */
const longestLetterOnCard = 6000;

/** What to say about a case on an occasion, with only what its reader needs (invariant I8). */
export async function cardOn(ports: Ports, theCase: Case, occasion: Occasion): Promise<CaseCard> {
  const head = cardHead(ports, theCase, await ports.directory.services());
  switch (occasion.kind) {
    case "approval-wanted":
      return approvalWanted(ports, theCase, head);
    case "nudge":
      return {
        ...head,
        kind: "nudge",
        notice: occasion.notice,
        reader: occasion.reader,
        handler: theCase.officer?.name ?? "nobody yet",
      };
    case "assigned":
    case "returned":
    case "response-sent":
    case "answered-back":
    case "needs-a-person":
    case "commented":
    case "information-given":
    case "letter-undelivered":
      return { ...head, ...occasion };
    case "answer-shared":
      return { ...head, kind: "answer-shared", promised: promisedIn(theCase) };
    case "reminder":
      return reminder(ports, theCase, { head, occasion });
    case "information-wanted":
    case "promised": {
      const { due, ...said } = occasion;
      return { ...head, ...said, dueOn: shortDate(due) };
    }
  }
}

/** What the council still owes from this case, as lines to read. */
function promisedIn({ remedies, lessons }: Case): string[] {
  return [...remedies.filter(isOpenRemedy), ...lessons.filter(isOpenLesson)].map(
    ({ what, owner, due }) => `${what} (${owner.name}, by ${shortDate(due)})`,
  );
}

type Reminding = {
  readonly head: CardHead;
  readonly occasion: Occasion & { readonly kind: "reminder" };
};

function reminder({ calendar }: Ports, theCase: Case, { head, occasion }: Reminding): CaseCard {
  const { entry, due, ...said } = occasion;
  const by = { policy: policyNow(theCase), calendar };
  const pledge = pledgesOf(theCase, by).find(
    (one) => one.about === said.about && one.entry === entry,
  );
  return { ...head, ...said, what: pledge?.what ?? "", dueOn: shortDate(due) };
}

async function approvalWanted(ports: Ports, theCase: Case, head: CardHead): Promise<CaseCard> {
  const { submission } = theCase;
  if (submission === undefined) throw new Error(`${theCase.id} has no letter to approve.`);
  const letter = await ports.texts.get(theCase.id, submission.text);
  const author = await ports.directory.findPerson(submission.by);
  const authorName = author?.name ?? "a colleague";
  return {
    ...head,
    kind: "approval-wanted",
    author: authorName,
    letter: letter.slice(0, longestLetterOnCard),
    letterIsCut: letter.length > longestLetterOnCard,
    text: submission.text,
    independence: independenceWords(theCase, authorName),
    ...(theCase.returned ? { earlierComment: theCase.returned.comment } : {}),
  };
}

function independenceWords(theCase: Case, author: string): string {
  const earlier = theCase.stages.some((past) => past.stage < theCase.stage && past.decidedBy);
  return earlier
    ? `${author} wrote it. You decided no earlier stage of this complaint.`
    : `${author} wrote it. You did not.`;
}

/** The receipt that takes the place of an approval card once its question is settled. */
export async function approvalReceipt(ports: Ports, theCase: Case): Promise<CaseCard> {
  const head = cardHead(ports, theCase, await ports.directory.services());
  const { returned } = theCase;
  if (returned !== undefined && theCase.status === "investigating") {
    const { by, at, comment } = returned;
    return {
      ...head,
      kind: "approval-receipt",
      decision: "returned",
      by,
      atWords: shortMoment(at),
      comment,
    };
  }
  const decided = theCase.stages.find((record) => record.stage === theCase.stage)?.decidedBy;
  const person = decided ? await ports.directory.findPerson(decided) : undefined;
  if (decided === undefined) {
    return { ...head, kind: "approval-receipt", decision: "withdrawn", by: "Redress", atWords: "" };
  }
  return {
    ...head,
    kind: "approval-receipt",
    decision: "approved",
    by: person?.name ?? theCase.submission?.approverName ?? "the approver",
    atWords: shortMoment(theCase.statusSince),
  };
}

function cardHead(ports: Ports, theCase: Case, services: readonly Service[]): CardHead {
  const policy = policyNow(theCase);
  const clock = currentClock(clocksOf(theCase, policy, ports.calendar), theCase.stage);
  const today = londonDate(ports.clock.now().toISOString());
  const state = clock && clockState(clock, today, ports.calendar);
  return {
    caseId: theCase.id,
    subject: theCase.subject,
    stage: theCase.stage,
    stageWords: `Stage ${theCase.stage}`,
    serviceName: services.find(({ id }) => id === theCase.service)?.name ?? "No service yet",
    dueWords: clock && state ? `${clock.title} due ${shortDate(clock.due)} (${state.words})` : "",
  };
}
