import { diffLines, diffWordsWithSpace, type ChangeObject } from "diff";

/** A stretch of a letter that stayed, came or went. */
export type Change = { readonly kind: "same" | "added" | "removed"; readonly text: string };

/** What became of a letter: its stretches in reading order, and how many words came and went. */
export type Changes = {
  readonly parts: readonly Change[];
  readonly added: number;
  readonly removed: number;
};

/** Beyond this two letters have too little in common to be told apart word by word. */
const mostWordsApart = 2000;

/** What changed from one letter to another, word by word; both are plain text. */
export function changesBetween(before: string, after: string): Changes {
  const found =
    diffWordsWithSpace(before, after, { maxEditLength: mostWordsApart }) ??
    diffLines(before, after);
  const parts = found.map(changeOf);
  return { parts, added: wordsIn(parts, "added"), removed: wordsIn(parts, "removed") };
}

function changeOf({ value, added, removed }: ChangeObject<string>): Change {
  if (added) return { kind: "added", text: value };
  return { kind: removed ? "removed" : "same", text: value };
}

function wordsIn(parts: readonly Change[], kind: Change["kind"]): number {
  return parts
    .filter((part) => part.kind === kind)
    .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
}
