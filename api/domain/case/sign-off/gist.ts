import { plainText, readLetter } from "../../letters/letter-document.ts";

const longestGist = 400;
const decides = /\b(decision|decided|uphold|upheld)\b/i;

const closes = /^(yours|(kind|best|warm|with) (\w+ )?regards|regards)\b/i;

/**
 * What a letter comes to, for somebody who decides whether to read on: from the sentence that decides, with
 * what follows it up to the closing; of a letter without one, how it begins after the salutation.
 */
export function gistOf(letter: string): string {
  const paragraphs = readLetter(letter)
    .filter(({ kind }) => kind !== "heading")
    .map((block) => plainText([block]).replaceAll(/\s+/g, " ").trim())
    .filter((words) => words !== "" && !/^dear\b/i.test(words));
  const closing = paragraphs.findIndex((words, index) => index > 0 && closes.test(words));
  const from = Math.max(
    0,
    paragraphs.findIndex((words) => decides.test(words)),
  );
  const words = paragraphs.slice(from, closing > from ? closing : undefined).join(" ");
  if (words.length <= longestGist) return words;
  const beginning = words.slice(0, longestGist);
  return `${beginning.slice(0, beginning.lastIndexOf(" ") + 1 || longestGist).trim()}…`;
}
