import type { LetterInHand } from "../letter-facts.ts";
import type { Sentence } from "./letter-words.ts";

/** Whether a sentence, or several together, say what a policy wants said. */
export type Says = (sentences: readonly Sentence[], facts: LetterInHand) => boolean;

/** Says it as soon as one sentence does. */
export function oneSays(...patterns: readonly RegExp[]): Says {
  return (sentences) => sentences.some(({ said }) => patterns.some((each) => each.test(said)));
}

/** Says it once each of these is said somewhere. */
export function allSay(...parts: readonly Says[]): Says {
  return (sentences, facts) => parts.every((part) => part(sentences, facts));
}

const condition =
  /^(if|should|unless) (you|your|anything|anybody|this)\b|^(when|once) you (are|ask|call|do|get|have|receive|reply|ring|want|write)\b|\bif you (are|do|remain|feel|think|disagree|would|want|wish|have)\b/i;
const furtherSteps =
  /\b(take (it|this|your complaint) (to|further)|look at (it|this|your complaint) again|next stage|ombudsman(?!['’]s (guidance|guide|code|remedies))|independent adjudicator|(review|members’|members') panel|ask (us )?for)\b/i;

/** What the letter states: not what the person may do if they are not content. */
export function stated(sentences: readonly Sentence[]): Sentence[] {
  return sentences.filter(({ said }) => !condition.test(said) && !furtherSteps.test(said));
}

const months =
  "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?";
const weekdays = "mon|tues|wednes|thurs|fri|satur|sun";

/** A day, or a time by which something is done. */
export const aDay = new RegExp(
  [
    `\\b\\d{1,2}(st|nd|rd|th)?( of)? (${months})\\b`,
    `\\b(${months}) \\d{1,2}\\b`,
    String.raw`\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b`,
    String.raw`\b((within|in) (the next )?|(over|for|during) the next )(\d+|a|an|one|two|three|four|five|six|seven|ten|twelve) (working |calendar )?(day|week|month|hour)s?\b`,
    String.raw`\b(today|tomorrow|this (week|month)|next (week|month)|straight away|at once|immediately|from now on)\b`,
    String.raw`\b(by|at|before|until) the end of\b`,
    `\\b(${weekdays})day\\b`,
    `\\b(in|by|before|from|during) (${months})\\b`,
  ].join("|"),
  "i",
);
