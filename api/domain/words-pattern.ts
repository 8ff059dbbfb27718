/** The pattern of some words as people write them: over a line's end, and with either apostrophe. */
export function wordsPattern(words: string): string {
  return words
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/[’']/g, "[’']")
    .replaceAll(" ", String.raw`\s+`);
}
