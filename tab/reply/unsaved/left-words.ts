import { z } from "zod";
import { attempt } from "./attempt.ts";

/** Whose words, for which letter. Colleagues may share a browser, so the person is part of it. */
export type WordsOwner = {
  readonly personId: string;
  readonly caseId: string;
  readonly stage: number;
};

/** Words in the browser's lasting storage: whose they are and when they were written is all that can be read. */
export type SealedWords = {
  /** Names them in the storage, and the lock of the window that looks after them. */
  readonly name: string;
  readonly owner: WordsOwner;
  readonly at: string;
  readonly sealed: string;
};

const Kept = z.object({ at: z.iso.datetime(), sealed: z.string() });

const area = "redress.words";
/** Long enough for a holiday; what nobody asked for until then is not left on a shared machine. */
const longestDays = 30;

/** A new name for the words of one window. */
export function nameFor({ personId, caseId, stage }: WordsOwner): string {
  return [area, personId, caseId, stage, crypto.randomUUID()].join("/");
}

/** Keeps words under a name; false where the storage does not take them. */
export function keepSealed({ name, at, sealed }: Omit<SealedWords, "owner">): boolean {
  const kept = attempt(() => {
    localStorage.setItem(name, JSON.stringify({ at, sealed } satisfies z.infer<typeof Kept>));
    return true;
  });
  return kept ?? false;
}

export function findSealed(name: string): SealedWords | undefined {
  const owner = ownerIn(name);
  const stored = attempt(() => localStorage.getItem(name)) ?? undefined;
  if (owner === undefined || stored === undefined) return undefined;
  const kept = Kept.safeParse(attempt((): unknown => JSON.parse(stored)));
  return kept.success ? { name, owner, ...kept.data } : undefined;
}

export function removeSealed(name: string): void {
  attempt(() => {
    localStorage.removeItem(name);
  });
}

/** All words in this browser, of whoever; those that are too old or no longer make sense are removed. */
export function listSealed(): readonly SealedWords[] {
  const names = attempt(() => Object.keys(localStorage)) ?? [];
  const since = new Date(Date.now() - longestDays * 86_400_000).toISOString();
  return names
    .filter((name) => name.startsWith(`${area}/`))
    .flatMap((name) => {
      const found = findSealed(name);
      if (found !== undefined && found.at >= since) return [found];
      removeSealed(name);
      return [];
    });
}

/** The cases whose letters somebody left with words that no open window of this browser looks after. */
export async function casesWithLeftWords(personId: string): Promise<readonly string[]> {
  if (!knowsOfWindows()) return [];
  const { held = [] } = await navigator.locks.query();
  const heldNames = new Set(held.map(({ name }) => name));
  const left = listSealed().filter(
    ({ name, owner }) => owner.personId === personId && !heldNames.has(name),
  );
  return [...new Set(left.map(({ owner }) => owner.caseId))].toSorted();
}

/** Whether this browser's windows can know of each other: not in old ones, and not without https. */
export function knowsOfWindows(): boolean {
  return typeof navigator !== "undefined" && "locks" in navigator;
}

function ownerIn(name: string): WordsOwner | undefined {
  const [, personId, caseId, stage, id, ...more] = name.split("/");
  if (personId === undefined || caseId === undefined || id === undefined) return undefined;
  return more.length > 0 ? undefined : { personId, caseId, stage: Number(stage) };
}
