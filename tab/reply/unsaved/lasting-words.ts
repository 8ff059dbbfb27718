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
const reloadMs = 1_000;

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
  const isOfTheCase = ({ owner: { personId, caseId } }: SealedWords) =>
    personId === owner.personId && caseId === owner.caseId;
  const [letGo, ...taken] = await Promise.all([
    hold(name),
    ...listSealed()
      .filter(isOfTheCase)
      .map((sealed) => take(sealed.name, key)),
  ]);
  const left = taken.flatMap((one) => one ?? []);
  return {
    left: left.map(({ words }) => words),
    keep: (words) => {
      const at = new Date().toISOString();
      const sealed = seal(JSON.stringify(words satisfies Words), key, aboutOf(owner, at));
      return keepSealed({ name, at, sealed });
    },
    clear: () => {
      removeSealed(name);
    },
    close: () => {
      letGo?.();
      for (const { release } of left) release();
    },
  };
}

/** Takes words that no other window looks after; those that say nothing are removed. */
async function take(name: string, key: string) {
  const release = await hold(name, { signal: AbortSignal.timeout(reloadMs) });
  if (release === undefined) return undefined;
  // Whoever had it until now may have saved it meanwhile.
  const sealed = findSealed(name);
  const words = sealed && wordsIn(sealed, key);
  const forget = () => {
    removeSealed(name);
    release();
  };
  if (words !== undefined && words.text.trim() !== "") {
    return { words: { ...words, forget } satisfies LeftWords, release };
  }
  forget();
  return undefined;
}

// Words that do not open are nobody's any more: the key was made anew, or they were meddled with.
function wordsIn({ owner, at, sealed }: SealedWords, key: string) {
  const words = attempt(() => Sealed.parse(JSON.parse(unseal(sealed, key, aboutOf(owner, at)))));
  return words && { ...words, at, stage: owner.stage };
}

function aboutOf({ personId, caseId, stage }: WordsOwner, at: string): string {
  return JSON.stringify([personId, caseId, stage, at]);
}

/** Takes a lock until it is let go or the window is gone; nothing where another window still has it then. */
function hold(name: string, options: LockOptions = {}): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const untilLetGo = () =>
      new Promise<void>((letGo) => {
        resolve(letGo);
      });
    navigator.locks.request(name, options, untilLetGo).catch((error: unknown) => {
      if (options.signal?.aborted === true) resolve(undefined);
      else reject(new Error("The browser gave no lock.", { cause: error }));
    });
  });
}
