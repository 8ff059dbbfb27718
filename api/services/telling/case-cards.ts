import { londonDate, shortDate } from "../../domain/calendar/london-date.ts";
import { fulfils, ruleFor } from "../../domain/case/case-rules.ts";
import type { Case } from "../../domain/case/case.ts";
import type { Briefing, CardHead, CaseCard } from "../../domain/case/case-card.ts";
import { canBeWrittenTo } from "../../domain/case/contact/can-be-written-to.ts";
import type { Occasion } from "../../domain/case/occasion.ts";
import { personalHindrance } from "../../domain/case/hindrances.ts";
import { stageRuleOf } from "../../domain/case/independence.ts";
import { currentClock } from "../../domain/case/listed-case.ts";
import { isOpenLesson, isOpenRemedy } from "../../domain/case/remedies/rules.ts";
import { pledgesOf } from "../../domain/case/reminders/pledges.ts";
import { reasonChoices } from "../../domain/case/passage/words.ts";
import { openPoints } from "../../domain/case/points/rules.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { asksOf } from "../../domain/case/question.ts";
import { approversOf } from "../../domain/case/sign-off/approvers.ts";
import { clocksOf } from "../../domain/clocks/clocks-of.ts";
import { clockState } from "../../domain/clocks/clock-state.ts";
import type { Person } from "../../domain/people/actor.ts";
import { standInsToday } from "../away/stand-ins.ts";
import type { Ports } from "../ports/ports.ts";
import { careOf } from "../case-page/present-care.ts";
import { signOffSheet } from "../letters/present-sign-off.ts";

/** A letter longer than this is opened in the tab rather than read in chat (cards hold about 24 KB). */
const longestLetterOnCard = 6000;
const mostDelegates = 20;

/** What is said, to whom, and for whom if they stand in for somebody who is away. */
export type Said = {
  readonly occasion: Occasion;
  readonly reader: Person;
  readonly inPlaceOf?: string;
};

/** What to say about a case on an occasion, with only what its reader needs (invariant I8). */
export async function cardOn(ports: Ports, theCase: Case, said: Said): Promise<CaseCard> {
  const { occasion, inPlaceOf } = said;
  const head = await headOf(ports, theCase, inPlaceOf);
  switch (occasion.kind) {
    case "approval-wanted":
      return approvalWanted(ports, theCase, { head, reader: said.reader });
    case "nudge":
      return nudge(theCase, head, { occasion, reader: said.reader });
    case "assigned":
      return assigned(ports, theCase, { ...said, occasion, head });
    case "point-wanted": {
      const title = theCase.points.find(({ id }) => id === occasion.point)?.title ?? "";
      return { ...head, kind: "point-wanted", point: occasion.point, title };
    }
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
      const { due, ...rest } = occasion;
      return { ...head, ...rest, dueOn: shortDate(due) };
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

async function approvalWanted(
  ports: Ports,
  theCase: Case,
  { head, reader }: { readonly head: CardHead; readonly reader: Person },
): Promise<CaseCard> {
  const { submission } = theCase;
  if (submission === undefined) throw new Error(`${theCase.id} has no letter to approve.`);
  const letter = await ports.texts.get(theCase.id, submission.text);
  const sheet = await signOffSheet(ports, {
    case: theCase,
    letter,
    reader: reader.id,
  });
  const others = approversOf(theCase, {
    people: await ports.directory.everybody(),
    policy: policyNow(theCase),
    standIns: await standInsToday(ports),
  });
  return {
    ...head,
    kind: "approval-wanted",
    sheet,
    letter: letter.slice(0, longestLetterOnCard),
    letterIsCut: letter.length > longestLetterOnCard,
    text: submission.text,
    delegates: others.slice(0, mostDelegates).map(({ id, name, jobTitle }) => ({
      ...{ id, name: `${name}, ${jobTitle}` },
    })),
  };
}

function nudge(
  theCase: Case,
  head: CardHead,
  {
    occasion,
    reader,
  }: { readonly occasion: Occasion & { kind: "nudge" }; readonly reader: Person },
): CaseCard {
  const { notice, reader: why, inPlaceOf } = occasion;
  const { submission } = theCase;
  const rule = ruleFor(theCase.status, "take-over");
  const policy = policyNow(theCase);
  const mayTakeOver =
    rule !== undefined &&
    fulfils(rule, theCase, reader) &&
    personalHindrance(theCase, "take-over", { person: reader, policy }) === undefined;
  return {
    ...head,
    ...(inPlaceOf === undefined ? {} : { inPlaceOf }),
    ...{ kind: "nudge", notice, reader: why },
    handler:
      (theCase.status === "awaiting-approval" ? submission?.approverName : theCase.officer?.name) ??
      "nobody yet",
    ...(mayTakeOver && submission !== undefined ? { takeOver: submission.text } : {}),
  };
}

type Assigned = Said & {
  readonly occasion: Occasion & { kind: "assigned" };
  readonly head: CardHead;
};

async function assigned(
  ports: Ports,
  theCase: Case,
  { head, occasion, reader }: Assigned,
): Promise<CaseCard> {
  const services = await ports.directory.services();
  const about = reasonChoices.find(({ id }) => id === theCase.about)?.name;
  const briefing: Briefing = {
    ...(about === undefined ? {} : { about }),
    points: openPoints(theCase).map(({ id, title, service }) => ({
      ...{ id, title },
      service: services.find((one) => one.id === service)?.name ?? service,
    })),
    answer: answerWanted(theCase),
  };
  const asks = asksOf(
    theCase,
    { kind: "assignment" },
    { person: reader, policy: policyNow(theCase) },
  );
  return { ...head, kind: "assigned", by: occasion.by, briefing, asks };
}

function answerWanted(theCase: Case): string {
  const { title, signedOffBy } = stageRuleOf(theCase, policyNow(theCase));
  const way = canBeWrittenTo(theCase) ? "by e-mail" : "by post: there is no e-mail address";
  return `${title}, in writing, ${way}. Signed off by: ${signedOffBy}.`;
}

/** The lines that a card about the case begins with. */
export async function headOf(ports: Ports, theCase: Case, inPlaceOf?: string): Promise<CardHead> {
  const services = await ports.directory.services();
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
    care: careOf({ case: theCase, follows: false, today }).map(({ title }) => title),
    ...(inPlaceOf === undefined ? {} : { inPlaceOf }),
  };
}
