import { z } from "zod";
import type { Person } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";
import { fulfils, ruleFor } from "./case-rules.ts";
import { maySee } from "./may-see.ts";
import { openPoints } from "./points/rules.ts";
import { openRequests } from "./requests/rules.ts";

/** What a card in chat asks of whoever reads it; once it is settled, every copy becomes a receipt. */
export const Question = z.discriminatedUnion("kind", [
  /** Whether the letter with that hash may go. */
  z.object({ kind: z.literal("approval"), stage: z.number().int(), text: z.string() }),
  /** What the service says about a point. */
  z.object({ kind: z.literal("point"), point: z.string() }),
  z.object({ kind: z.literal("request"), request: z.string() }),
  /** Whether they take the case on. */
  z.object({ kind: z.literal("assignment") }),
]);
export type Question = z.infer<typeof Question>;

/** The name under which the cards that ask it are kept. */
export function purposeOf(question: Question): string {
  switch (question.kind) {
    case "approval":
      return `approval:${question.stage}:${question.text}`;
    case "point":
      return `point:${question.point}`;
    case "request":
      return `request:${question.request}`;
    case "assignment":
      return "assignment";
  }
}

/** Who reads a card, and the policy of its case. */
type Reader = { readonly person: Person; readonly policy: Policy };

/** Whether the question is still open, and this person's to answer, as the case stands. */
export function asksOf(theCase: Case, question: Question, reader: Reader): boolean {
  const { person } = reader;
  const { status, submission, officer } = theCase;
  switch (question.kind) {
    case "approval":
      return (
        status === "awaiting-approval" &&
        submission?.text === question.text &&
        submission.approver === person.id
      );
    case "point":
      return (
        may(theCase, "answer-point", reader) &&
        openPoints(theCase).some(
          ({ id, answer, service }) =>
            id === question.point && answer === undefined && person.services.includes(service),
        )
      );
    case "request":
      return (
        may(theCase, "give-information", reader) &&
        openRequests(theCase).some(({ id, to }) => id === question.request && to.id === person.id)
      );
    case "assignment":
      return (
        status === "investigating" && officer?.id === person.id && officer.acceptedAt === undefined
      );
  }
}

function may(
  theCase: Case,
  action: "answer-point" | "give-information",
  { person, policy }: Reader,
): boolean {
  const rule = ruleFor(theCase.status, action);
  return rule !== undefined && fulfils(rule, theCase, person) && maySee(theCase, person, policy);
}
