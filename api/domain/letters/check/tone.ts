import { hollowApologies } from "./apologies.ts";
import { looks, type Finding } from "./finding.ts";
import type { LetterWords } from "./letter-words.ts";

type Tone = { readonly pattern: RegExp; readonly words: string };

const tones: readonly Tone[] = [
  {
    pattern:
      /\byou (should have (?!an?\b|the\b|your\b|to\b|this\b|that\b|it\b|our\b|been\b|received|had\b|got\b|heard|seen\b|found|more\b|no\b|not\b|never\b|only\b)\w+|failed to|neglected to|refused to|must (understand|appreciate)|need to (understand|appreciate)|are (wrong|mistaken)|could have (simply|easily|just))\b[^.!?\n]*/gi,
    words: "This sounds like blame. Say what happened, without a verdict on the person.",
  },
  {
    pattern:
      /\byou claim(ed)? (that|to (have|be)|we|our|he|she|they|it (is|was)|there|nobody|no one|the( (?!that\b|which\b|you\b)\w+){1,4} (is|are|was|were|did|has|had))\b|\byour claims? (to have|that (we|our|the|an?|he|she|they|it|you|nobody|no one))\b|\byour? (allege|alleged|allegations?)\b/gi,
    words: "This sounds as if the person were not believed. Say “you told us”.",
  },
  {
    pattern:
      /\b(as (i|we) (have |had )?(already|previously|repeatedly)|as (already|previously|repeatedly) (stated|said|explained|advised|mentioned)|as you (are|will be|should be) (well )?aware|with (all due|the greatest|great) respect|obviously|needless to say)\b|(?<=(^|[.!?,;:]|\b(and|but))\s{0,2})\b(with respect(?=,)|to be (perfectly |quite )?(clear|honest|frank)\b)/gim,
    words: "This sounds impatient. Leave it out.",
  },
  {
    pattern:
      /\b(it is )?not our (fault|problem)\b|\bnothing (we|i) can do\b|\bwe are (extremely |very )?busy\b/gi,
    words: "This sounds as if the council did not care. Say what it can do, and why not more.",
  },
  {
    pattern:
      /\bwe take (all )?(complaints|this|these matters|such matters)( very| extremely)? seriously\b|\bthank you for bringing (this|it) to (our|my) attention\b|\blessons (have been|will be) learn(ed|t)\b/gi,
    words: "A phrase that everybody has read too often. Say what you did.",
  },
  {
    pattern: /!/g,
    words: "An exclamation mark. A letter from the council does without.",
  },
];

// A word that is stressed, alone or with others; or two words, such as nobody writes who only uses abbreviations.
const stressed = /^(?:ALL|ANY|DO|MUST|NEVER|NO|NOT|ONLY|PARTLY|UPHELD|WILL)\b/;
const capitals = /\b\p{Lu}{2,}(?:\s+\p{Lu}{2,})*\b/gu;
const twoWords = /^(?=.*[AEIOU].*[AEIOU])\p{Lu}{3,}\s/u;

/** Whether capitals stress an ordinary word, and shorten nothing. */
export function isStressed(words: string): boolean {
  return stressed.test(words);
}

/** Hollow apologies and a tone that people take badly, in the council's own words. */
export function toneFindings({ own }: LetterWords): Finding[] {
  const apologies = hollowApologies(own).map((where) => ({
    where,
    words: "A hollow apology. Say what went wrong, and that the council is sorry for that.",
  }));
  const badly = tones.flatMap(({ pattern, words }) =>
    [...own.matchAll(pattern)].map(([where]) => ({ where, words })),
  );
  const shouted = [...own.matchAll(capitals)]
    .filter(([where]) => isStressed(where) || twoWords.test(where))
    .map(([where]) => ({ where, words: "Capitals read like shouting." }));
  return [...looks("apology", apologies), ...looks("tone", [...badly, ...shouted])];
}
