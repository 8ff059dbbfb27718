import { wordsPattern } from "../words-pattern.ts";

// Whole words in their everyday forms: a cabinet is no bin, and something against somebody is not “again”.
const endings = "s|(?<=[sxz]|[cs]h)es|t|ts|(?<=e)d|ed|ing|ping|y";

/** What people write: a telling word leads to a suggestion by itself, of the hints it takes two. */
export type Leads = {
  readonly telling: readonly string[];
  readonly hints?: readonly string[];
};

/** Which of the words a text holds, as its writer wrote them. */
export function wordsIn(text: string, words: readonly string[]): string[] {
  // Of hundreds of words a text holds few, and making a pattern of each takes longer than all else.
  const lower = text.toLowerCase();
  const near = words.filter((word) => lower.includes(beginningOf(word)));
  return near.flatMap((word) => {
    const form = new RegExp(`(?<!\\p{L})${wordsPattern(word)}(?:${endings})?(?!\\p{L})`, "iu");
    return form.exec(text)?.[0].replaceAll(/\s+/g, " ") ?? [];
  });
}

function beginningOf(word: string): string {
  return word.toLowerCase().replace(/[\s'’].*/s, "");
}

/** A few of the words that led to something, in quotation marks. */
export function quoted(words: readonly string[]): string {
  return words
    .slice(0, 3)
    .map((word) => `“${word}”`)
    .join(", ");
}
