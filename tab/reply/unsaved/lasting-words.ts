import { z } from "zod";
import { attempt } from "./attempt.ts";
import {
  findSealed,
  keepSealed,
  knowsOfWindows,
  listSealed,
  nameFor,
  removeSealed,
  type SealedWords,
  type WordsOwner,
} from "./left-words.ts";
import { seal, unseal } from "./seal.ts";
import type { LeftWords, Words } from "./words.ts";

/** The window that was here before a reload takes a moment to let go of its locks. */
const reloadMs = 400;

const Sealed = z.object({ text: z.string(), from: z.string().optional() });

type LastingWords = {
  readonly left: readonly LeftWords[];
  readonly keep: (words: Words) => boolean;
  readonly clear: () => void;
  readonly close: () => void;
};

/**
 * Unsaved words in the browser's lasting storage, sealed with a key that only the signed-in service gives.
 * Each window has words of its own under a lock that goes with it, so that no window takes another's.
 */
export async function openLastingWords(
  owner: WordsOwner,
  key: string,
): Promise<LastingWords | undefined> {
  if (!knowsOfWindows()) return undefined;
  const name = nameFor(owner);
  const letGo = [await hold(name)];
  const left: LeftWords[] = [];
  for (const { name: leftName, owner: leftBy } of listSealed()) {
    if (leftBy.personId !== owner.personId || leftBy.caseId !== owner.caseId) continue;
    const release = await hold(leftName);
    // Whoever had it until now may have saved it meanwhile.
    const sealed = release && findSealed(leftName);
    const words = sealed && wordsIn(sealed, key);
    const forget = () => {
      removeSealed(leftName);
      release?.();
    };
    if (words !== undefined) left.push({ ...words, forget });
    else if (release !== undefined) forget();
    if (release !== undefined) letGo.push(release);
  }
  return {
    left,
    keep: (words) => {
      const at = new Date().toISOString();
      const sealed = seal(JSON.stringify(words satisfies Words), key, aboutOf(owner, at));
      return keepSealed({ name, at, sealed });
    },
    clear: () => {
      removeSealed(name);
    },
    close: () => {
      for (const release of letGo) release?.();
    },
  };
}

// Words that do not open are nobody's any more: the key was made anew, or they were meddled with.
function wordsIn({ owner, at, sealed }: SealedWords, key: string) {
  const words = attempt(() => Sealed.parse(JSON.parse(unseal(sealed, key, aboutOf(owner, at)))));
  return words && { ...words, at, stage: owner.stage };
}

function aboutOf({ personId, caseId, stage }: WordsOwner, at: string): string {
  return JSON.stringify([personId, caseId, stage, at]);
}

/** Takes a lock until it is let go or the window is gone; nothing where another window has it. */
function hold(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(reloadMs);
    const held = navigator.locks.request(
      name,
      { signal },
      () =>
        new Promise<void>((letGo) => {
          resolve(letGo);
        }),
    );
    held.catch((error: unknown) => {
      if (signal.aborted) resolve(undefined);
      else
        reject(error instanceof Error ? error : new Error("No lock was given.", { cause: error }));
    });
  });
}
