import type { Case } from "../case/case.ts";
import { referencesIn } from "../mail/case-reference.ts";
import { asWords } from "./letter-document.ts";
import type { LetterFacts } from "./letter-facts.ts";

/** The acknowledgement of a stage: reference, date received, what happens next and by when (Code 6.2), and what to check. */
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
    ...detailsToCheck(theCase),
    "If we have misunderstood anything, or you need this in another format or help to take part, please reply to this message.",
  ]);
}

// A wrong address found now costs a line; found when the answer comes back it costs the deadline.
function detailsToCheck({ complainant }: Case): string[] {
  const { name, email, phone, address } = complainant;
  const held = [
    name.includes("@") ? undefined : name,
    email,
    phone,
    address?.split("\n").join(", "),
  ];
  const known = held.flatMap((detail) =>
    detail === undefined || detail === "" ? [] : [asWords(detail)],
  );
  if (known.length === 0) return [];
  const details = known.join("; ");
  return [
    `These are the details we have for you: ${details}. Please tell us if any of them is wrong.`,
  ];
}

/** A letter to the person about a case: its paragraphs between the greeting and the reference. */
export function letter(
  theCase: Case,
  facts: Pick<LetterFacts, "council">,
  paragraphs: readonly string[],
): string {
  return [
    `Dear ${asWords(addressee(theCase))}`,
    ...paragraphs,
    `Yours sincerely\n${facts.council}\nYour reference: ${theCase.id}`,
  ].join("\n\n");
}

/** What a letter calls the person: nobody is called by their mail address. */
export function addressee({ complainant }: Case): string {
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
