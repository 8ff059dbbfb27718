import { longDate } from "#api/domain/calendar/london-date.ts";
import type { Case } from "#api/domain/case/case.ts";
import { checkLetter } from "#api/domain/letters/check/check-letter.ts";
import type { Finding } from "#api/domain/letters/check/finding.ts";
import { readWords, type Sentence } from "#api/domain/letters/check/letter-words.ts";
import { letterOfStage, type LetterInHand } from "#api/domain/letters/letter-facts.ts";
import { everybody } from "#tests/api/domain/case/people.ts";
import { lgsco, storyUntil } from "#tests/api/domain/case/story.ts";
import { good } from "./letters.ts";

/** Joan Whitfield's complaint about missed recycling, as somebody answers it. */
export const joans = storyUntil("investigating").case;

const answered = { text: "a".repeat(64), by: { id: "rosa", name: "Rosa Diaz" }, at: "" };
/** The same complaint with a second point, which nobody has answered yet. */
export const twoPoints: Case = {
  ...joans,
  points: [
    { id: "1", title: "Missed collections", service: "waste", answer: answered },
    { id: "2", title: "Rude phone call", service: "contact", finding: "not-upheld" },
  ],
};

export function inHand(
  theCase = joans,
  policy = lgsco,
  more: Partial<LetterInHand> = {},
): LetterInHand {
  return {
    ...{ case: theCase, policy, letter: more.letter ?? letterOfStage(theCase, policy) },
    ...{ council: "Wexcombe Borough Council", answers: {}, serviceName: (id) => id },
    ...{ receivedOn: longDate("2026-11-10"), answerBy: longDate("2026-11-24") },
    ...more,
  };
}

export function check(text: string, facts = inHand()): readonly Finding[] {
  return checkLetter(text, facts, everybody).findings;
}

/** What the check calls everything of one standing that it finds in a letter. */
export function ids(text: string, standing: Finding["standing"], facts = inHand()): string[] {
  return check(text, facts).flatMap((each) => (each.standing === standing ? [each.id] : []));
}

/** The good letter with more said in it. */
export function inside(words: string): string {
  return good.replace("We are sorry for that", () => `${words} We are sorry for that`);
}

/** The sentences that the check reads in a text. */
export function sentencesOf(text: string): readonly Sentence[] {
  return readWords(text).sentences;
}
