const hollow: readonly RegExp[] = [
  /\b(sorry|apologi[sz]es?|regrets?)( that| to (hear|learn)( that)?)? you (feel|felt|think|thought|believe|consider|perceive|were (upset|offended|unhappy|disappointed|inconvenienced)|are (upset|unhappy|disappointed|dissatisfied)|have (had cause|had reason|found it necessary))\b[^.!?]*/gi,
  /\b(sorry|apologi[sz]es?|apolog(y|ies))( \w+)? if\b[^.!?]*/gi,
  /\b(sorry|apologi[sz]es?|apolog(y|ies)) for any\b[^.!?]*/gi,
  /\b(sorry|apologi[sz]es?|apolog(y|ies))( \w+)? for (the|your) (perceived|perception)\b[^.!?]*/gi,
  /\bany (inconvenience|distress|upset|offence|confusion)( that)?( \w+){0,4} (may|might|could)( \w+)? have\b[^.!?]*/gi,
  /\bregrets? any\b[^.!?]*/gi,
  /\b(sorry|apolog\w+|regrets?)\b[^.!?]{0,200} if (you were|we have|anything)( \w+){0,3} (offended|upset|inconvenienced|caused)\b[^.!?]*/gi,
  /\bif (you were|we have|anything)( \w+){0,3} (offended|upset|inconvenienced|caused)\b[^.!?]{0,200}\b(sorry|apolog\w+)\b[^.!?]*/gi,
  /(?<!\b(no|any|whether) )\bmistakes were made\b/gi,
];

/** Apologies that take nothing on themselves, as they stand in a text (LGSCO: never "sorry you felt"). */
export function hollowApologies(text: string): string[] {
  const found = new Set(hollow.flatMap((each) => [...text.matchAll(each)].map(([words]) => words)));
  // One apology may match several patterns; its longest words say most.
  return [...found].filter(
    (words) => ![...found].some((other) => other !== words && other.includes(words)),
  );
}
