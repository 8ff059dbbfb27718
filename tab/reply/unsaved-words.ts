import { z } from "zod";

/** What somebody wrote that the service does not have yet. */
const Words = z.object({
  text: z.string(),
  /** The hash of the saved draft they went on from; none when there was no draft. */
  from: z.string().optional(),
});
export type Words = z.infer<typeof Words>;

/** Keeps unsaved words in the browser until they are saved. */
export type UnsavedWords = {
  read(): Words | undefined;
  /** Says whether the browser took them: some forbid a page in a frame to keep anything. */
  keep(words: Words): boolean;
  clear(): void;
};

/** Whose words, for which letter. Colleagues may share a browser, so the person is part of it. */
export type WordsOwner = {
  readonly personId: string;
  readonly caseId: string;
  readonly stage: number;
};

/** Unsaved words in this window's session storage: they outlive a reload, but not the window. */
export function unsavedWordsOf({ personId, caseId, stage }: WordsOwner): UnsavedWords {
  const key = `redress.unsaved.${personId}.${caseId}.${stage}`;
  return {
    read: () => attempt(() => wordsIn(sessionStorage.getItem(key))),
    keep: (words) =>
      attempt(() => {
        sessionStorage.setItem(key, JSON.stringify(words));
        return true;
      }) ?? false,
    clear: () => {
      attempt(() => {
        sessionStorage.removeItem(key);
      });
    },
  };
}

function wordsIn(stored: string | null): Words | undefined {
  return stored === null ? undefined : Words.safeParse(JSON.parse(stored)).data;
}

/** Storage may be full, blocked or damaged by hand; writing goes on without it. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
