import { shortMoment } from "../../domain/calendar/london-date.ts";
import type { Case } from "../../domain/case/case.ts";
import type { CaseCard } from "../../domain/case/case-card.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { asksOf, type Question } from "../../domain/case/question.ts";
import type { Person, PersonId } from "../../domain/people/actor.ts";
import { cardOn, headOf } from "../telling/case-cards.ts";
import type { Ports } from "../ports/ports.ts";

type Asked = { readonly question: Question; readonly person: Person };

/** The card for a question as it is now: the question while it is this person's, or its receipt. */
export async function questionCard(
  ports: Ports,
  theCase: Case,
  { question, person }: Asked,
): Promise<{ readonly card: CaseCard; readonly asks: boolean }> {
  const asks = asksOf(theCase, question, { person, policy: policyNow(theCase) });
  const card = asks
    ? await askAgain(ports, theCase, { question, person })
    : await receiptFor(ports, theCase, question);
  return { card, asks };
}

function askAgain(ports: Ports, theCase: Case, { question, person }: Asked): Promise<CaseCard> {
  switch (question.kind) {
    case "approval":
      return cardOn(ports, theCase, {
        occasion: { kind: "approval-wanted", text: question.text },
        reader: person,
      });
    case "point":
      return cardOn(ports, theCase, {
        occasion: { kind: "point-wanted", point: question.point },
        reader: person,
      });
    case "request": {
      const asked = theCase.requests.find(({ id }) => id === question.request);
      return cardOn(ports, theCase, {
        occasion: {
          kind: "information-wanted",
          by: asked?.askedBy.name ?? "a colleague",
          question: asked?.question ?? "",
          due: asked?.due ?? "",
          request: question.request,
        },
        reader: person,
      });
    }
    case "assignment":
      return cardOn(ports, theCase, {
        occasion: { kind: "assigned", by: "the complaints team" },
        reader: person,
      });
  }
}

/** What takes the place of a question's cards once it is settled: what came of it, and nothing to press. */
export async function receiptFor(
  ports: Ports,
  theCase: Case,
  question: Question,
): Promise<CaseCard> {
  const head = await headOf(ports, theCase);
  if (question.kind === "approval") {
    return { ...head, kind: "approval-receipt", ...(await decisionOn(ports, theCase, question)) };
  }
  return { ...head, kind: "settled", question: question.kind, ...settledWords(theCase, question) };
}

type Decision = Pick<
  Extract<CaseCard, { kind: "approval-receipt" }>,
  "decision" | "by" | "atWords" | "comment" | "to"
>;

async function decisionOn(
  ports: Ports,
  theCase: Case,
  { stage, text }: Question & { kind: "approval" },
): Promise<Decision> {
  const { returned, submission, status } = theCase;
  if (status === "awaiting-approval" && submission?.text === text) {
    return passedOn(submission);
  }
  const record =
    theCase.stages.find(({ decidedLetter }) => decidedLetter === text) ??
    theCase.stages.find((each) => each.stage === stage && each.decidedBy !== undefined);
  if (record?.decidedBy !== undefined) {
    const { decidedBy, decidedAt = theCase.statusSince } = record;
    const by = record.deciderName ?? (await nameOf(ports, decidedBy));
    return { decision: "approved", by, atWords: shortMoment(decidedAt) };
  }
  if (returned !== undefined) {
    const { by, at, comment } = returned;
    return { decision: "returned", by, atWords: shortMoment(at), comment };
  }
  return { decision: "withdrawn", by: "Redress", atWords: shortMoment(theCase.statusSince) };
}

function passedOn({ approverName, passedOn, at }: NonNullable<Case["submission"]>): Decision {
  return {
    decision: "passed-on",
    by: passedOn?.by ?? "Redress",
    atWords: shortMoment(passedOn?.at ?? at),
    to: approverName,
    ...(passedOn?.note === undefined ? {} : { comment: passedOn.note }),
  };
}

async function nameOf(ports: Ports, id: PersonId): Promise<string> {
  return (await ports.directory.findPerson(id))?.name ?? "the approver";
}

type Settled = Pick<Extract<CaseCard, { kind: "settled" }>, "words" | "by" | "atWords" | "asked">;

function settledWords(theCase: Case, question: Exclude<Question, { kind: "approval" }>): Settled {
  switch (question.kind) {
    case "point": {
      const point = theCase.points.find(({ id }) => id === question.point);
      if (point === undefined) return { words: "no longer asked" };
      if (point.dropped !== undefined) return { words: "no longer asked", asked: point.title };
      return { ...answered(point.answer), asked: point.title };
    }
    case "request": {
      const request = theCase.requests.find(({ id }) => id === question.request);
      if (request === undefined) return { words: "no longer asked" };
      if (request.withdrawn !== undefined) return { words: "withdrawn", asked: request.question };
      return { ...answered(request.answer), asked: request.question };
    }
    case "assignment":
      return assignment(theCase);
  }
}

function answered(answer: Case["points"][number]["answer"]): Settled {
  return answer === undefined
    ? { words: "no longer asked of you" }
    : { words: "answered", by: answer.by.name, atWords: shortMoment(answer.at) };
}

function assignment({ officer, status }: Case): Settled {
  if (officer === undefined) return { words: "back with the complaints team" };
  if (officer.acceptedAt !== undefined) {
    return { words: "taken on", by: officer.name, atWords: shortMoment(officer.acceptedAt) };
  }
  return status === "investigating"
    ? { words: `with ${officer.name} now` }
    : { words: `handled by ${officer.name}` };
}
