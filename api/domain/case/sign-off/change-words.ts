import type { Changes } from "../../letters/changes.ts";

const mostStretches = 5;
const longestStretch = 200;

/** What became of a letter since it was returned, as sentences for somebody who reads them on a card. */
export function changeWords({ parts, added, removed }: Changes): string[] {
  const stretches = parts.flatMap(({ kind, text }) => {
    const words = text.replaceAll(/\s+/g, " ").trim();
    if (kind === "same" || !/[\p{L}\p{N}]/u.test(words)) return [];
    const shown = words.length > longestStretch ? `${words.slice(0, longestStretch)}…` : words;
    return [`${kind === "added" ? "new" : "gone"}: “${shown}”`];
  });
  if (stretches.length === 0) return ["Nothing: it is word for word the same."];
  const counted = `${counts(added)} came, ${counts(removed)} went.`;
  return stretches.length > mostStretches
    ? [counted, ...stretches.slice(0, mostStretches), "and more: open the case to see all of it"]
    : [counted, ...stretches];
}

function counts(words: number): string {
  return words === 1 ? "1 word" : `${words} words`;
}
