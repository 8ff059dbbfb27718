import { z } from "zod";
import { attempt } from "./attempt.ts";
import type { WordsOwner } from "./left-words.ts";
import type { LeftWords, Words } from "./words.ts";

const Kept = z.object({
  text: z.string(),
  from: z.string().optional(),
  at: z.string().default(""),
});

type WindowWords = {
  readonly left: readonly LeftWords[];
  readonly keep: (words: Words) => boolean;
  readonly clear: () => void;
};

/** Unsaved words in this window's session storage: they outlive a reload, but not the window. */
export function windowWordsOf({ personId, caseId, stage }: WordsOwner): WindowWords {
  const key = `redress.unsaved.${personId}.${caseId}.${stage}`;
  const clear = () => {
    attempt(() => {
      sessionStorage.removeItem(key);
    });
  };
  const kept = attempt(() => keptIn(sessionStorage.getItem(key)));
  return {
    left: kept === undefined || kept.text.trim() === "" ? [] : [{ ...kept, stage, forget: clear }],
    keep: (words) =>
      attempt(() => {
        const at = new Date().toISOString();
        sessionStorage.setItem(key, JSON.stringify({ ...words, at }));
        return true;
      }) ?? false,
    clear,
  };
}

function keptIn(stored: string | null): z.infer<typeof Kept> | undefined {
  return stored === null ? undefined : Kept.safeParse(JSON.parse(stored)).data;
}
