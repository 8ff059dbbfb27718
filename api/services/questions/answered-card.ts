import type { CaseCard } from "../../domain/case/case-card.ts";
import type { PersonCommand } from "../../domain/case/commands.ts";
import { purposeOf, type Question } from "../../domain/case/question.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { findSeen, noSuchCase } from "../seen-case.ts";
import { questionCard } from "./question-card.ts";

/** A pressed card as it is now; one that still asks has a purpose under which it is to be kept. */
export type AnsweredCard = { readonly card: CaseCard; readonly purpose?: string };

/** What the card on which somebody pressed that action should show now, whatever came of the press. */
export async function answeredCard(
  ports: Ports,
  person: Person,
  { caseId, action }: { readonly caseId: string; readonly action: PersonCommand },
): Promise<Result<AnsweredCard, Refusal>> {
  const stored = await findSeen(ports, person, caseId);
  if (stored === undefined) return refused(noSuchCase);
  const theCase = stored.case;
  const pressed = questionOf(action, theCase.stage);
  if (pressed === undefined) return refused(noSuchCase);
  // A letter that has changed since is asked about anew where it was looked at.
  const question: Question =
    pressed.kind === "approval" && theCase.status === "awaiting-approval" && theCase.submission
      ? { ...pressed, text: theCase.submission.text }
      : pressed;
  const { card, asks } = await questionCard(ports, theCase, { question, person });
  return ok(asks ? { card, purpose: purposeOf(question) } : { card });
}

function questionOf(action: PersonCommand, stage: number): Question | undefined {
  switch (action.type) {
    case "approve":
    case "return":
    case "delegate":
    case "take-over":
      return { kind: "approval", stage, text: action.text };
    case "answer-point":
      return { kind: "point", point: action.point };
    case "give-information":
      return { kind: "request", request: action.request };
    case "accept":
    case "decline":
      return { kind: "assignment" };
    default:
      return undefined;
  }
}
