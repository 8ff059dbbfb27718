// Whole words in their everyday forms: a cabinet is no bin, and something against somebody is not “again”.
const endings = "s|(?<=[sxz]|[cs]h)es|t|ts|(?<=e)d|ed|ing|ping|y";

/** Which of the words a text holds, as its writer wrote them. */
export function wordsIn(text: string, words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const form = new RegExp(`(?<!\\p{L})${literally(word)}(?:${endings})?(?!\\p{L})`, "iu");
    return form.exec(text)?.[0] ?? [];
  });
}

function literally(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** A few of the words that led to something, in quotation marks. */
export function quoted(words: readonly string[]): string {
  return words
    .slice(0, 3)
    .map((word) => `“${word}”`)
    .join(", ");
}
