import type { Case } from "../case/case.ts";
import { referencesIn } from "../mail/case-reference.ts";
import { asWords } from "./letter-document.ts";

/** What a letter needs to know besides the case; every date is already in words. */
export type LetterFacts = {
  readonly council: string;
  /** The day that the complaint, or the wish to take it to this stage, reached the council. */
  readonly receivedOn: string;
  /** The day by which the citizen will have the answer to this stage. */
  readonly answerBy: string;
  readonly ombudsman: string;
};

/** The acknowledgement of a stage: reference, date received, what happens next and by when (Code 6.2). */
export function acknowledgementLetter(theCase: Case, facts: LetterFacts): string {
  const opening =
    theCase.stage === 1
      ? [
          `Thank you for writing to ${facts.council}. We received your message on ${facts.receivedOn} and have recorded it as ${theCase.id}.`,
          `An officer will read it and find out what happened. If it is a complaint, you will have our full answer by ${facts.answerBy}. If we need longer, we will tell you why and give you a new date.`,
        ]
      : [
          `On ${facts.receivedOn} you told us that you are not satisfied with our answer to your complaint ${theCase.id}. We have taken it to stage ${theCase.stage} of our complaints procedure.`,
          `Someone who had no part in our earlier answer will look at it again. You will have our stage ${theCase.stage} answer by ${facts.answerBy}. If we need longer, we will tell you why and give you a new date.`,
        ];
  return letter(theCase, facts, [
    ...opening,
    "If we have misunderstood anything, or you need this in another format or help to take part, please reply to this message.",
  ]);
}

/** The letter an author begins from: every part that the Code wants (6.8), with gaps to fill in. */
export function startingLetter(theCase: Case, facts: LetterFacts, isLastStage: boolean): string {
  const next = isLastStage
    ? `This is our final response. If you remain dissatisfied, you may now complain to the ${facts.ombudsman}.`
    : `If you are not satisfied with this answer, reply to this message and we will take your complaint to stage ${theCase.stage + 1}, where someone independent of this answer will look at it again.`;
  const received =
    theCase.stage === 1
      ? `which we received on ${facts.receivedOn}`
      : `which you asked us to look at again on ${facts.receivedOn}`;
  return letter(theCase, facts, [
    `This is our stage ${theCase.stage} answer to your complaint ${theCase.id}, ${received}.`,
    "## Your complaint\n\nYou told us that [what the person told us].",
    "## What we found\n\n[What happened, and which rules or records you looked at.]",
    "## Our decision\n\nWe [uphold / partly uphold / do not uphold] your complaint because [reason].",
    "## What we will do\n\n[The remedy: what, who and by when, and anything still to be done.]",
    `## What you can do next\n\n${next}`,
  ]);
}

function letter(theCase: Case, facts: LetterFacts, paragraphs: readonly string[]): string {
  return [
    `Dear ${asWords(addressee(theCase))}`,
    ...paragraphs,
    `Yours sincerely\n${facts.council}\nYour reference: ${theCase.id}`,
  ].join("\n\n");
}

// Somebody whose mail program gives no name is not called by their address.
function addressee({ complainant }: Case): string {
  return complainant.name.includes("@") ? "resident" : complainant.name;
}

/** The subject of a mail to the citizen: their own, with the reference once. */
export function letterSubject(theCase: Case): string {
  const plain = theCase.subject.replace(/^(\s*(re|fw|fwd)\s*:)+\s*/i, "").trim();
  const subject = plain === "" ? "Your message" : plain;
  return referencesIn(subject).includes(theCase.id)
    ? `RE: ${subject}`
    : `RE: ${subject} [${theCase.id}]`;
}

/** The mail that brings somebody who speaks for the person a copy of the answer, word for word. */
export function sponsorCopy(
  { id, complainant }: Case,
  copy: { readonly council: string; readonly name: string; readonly answer: string },
): { readonly subject: string; readonly text: string } {
  const opening = `You spoke for ${asWords(complainant.name)} about ${id}. As they agreed, this is a copy of the answer that ${asWords(copy.council)} sent them. Please treat it as confidential.`;
  return {
    subject: `A copy of our answer [${id}]`,
    text: `Dear ${asWords(copy.name)}\n\n${opening}\n\n${copy.answer}`,
  };
}
