import type { DraftView } from "#api/contract/case-detail.ts";
import type { ApiProblem } from "../api-problem.ts";
import type { Keeping, LeftWords, UnsavedWords } from "./unsaved/words.ts";

/** A draft as the person writing it sees it. */
export type DraftState = {
  readonly text: string;
  readonly progress: "unchanged" | "saved" | "unsaved" | "saving" | "failed";
  /** The version the text goes on from. */
  readonly saved: DraftView | undefined;
  /** Why the last attempt to save failed. */
  readonly problem: ApiProblem | undefined;
  /** What a colleague saved in the meantime; nothing is saved over it until the person decides. */
  readonly theirs: DraftView | undefined;
  /** For how long the browser keeps words that are not saved. */
  readonly kept: Keeping;
  /** What windows that are gone had left: when the words were written that the text began with. */
  readonly restored: { readonly at: string; readonly others: number } | undefined;
};

/** What a text takes the place of. */
export type Over = {
  /** The hash of the words it was written from, "" where nothing was saved yet. */
  readonly from: string;
  /** Makes versions of both, because one takes the other's place on purpose. */
  readonly keep: boolean;
};

/** What a draft begins with, and how it is sent. */
export type Draft = {
  /** What to begin with when nothing was written yet. */
  readonly startingLetter: string;
  readonly stage: number;
  readonly saved: DraftView | undefined;
  readonly words: UnsavedWords;
  /** Sends the text and answers with the draft the service has then. */
  readonly send: (text: string, over: Over) => Promise<DraftView>;
  /** Sends the text for a page that is going away; nobody hears what became of it. */
  readonly sendOnLeaving: (text: string, over: Over) => void;
};

/** A draft as it is opened: with the newest words that were left, and those of still other windows. */
export type Opened = {
  readonly state: DraftState;
  readonly newest: LeftWords | undefined;
  readonly others: readonly LeftWords[];
};

/** Opens a draft with what earlier windows left of it; what says nothing new is forgotten. */
export function openDraft({ startingLetter, stage, saved, words }: Draft): Opened {
  const onFile = saved?.text ?? startingLetter;
  const base: DraftState = {
    ...{ text: onFile, progress: saved === undefined ? "unchanged" : "saved", saved },
    ...{ problem: undefined, theirs: undefined, kept: "until saved", restored: undefined },
  };
  const [newest, ...others] = newWords(
    words.left.filter((left) => left.stage === stage),
    onFile,
  );
  if (newest === undefined) return { state: base, newest, others };
  const { text, at, from } = newest;
  const theirs = saved?.hash === from ? undefined : saved;
  const restored = { at, others: others.length };
  return { state: { ...base, text, progress: "unsaved", theirs, restored }, newest, others };
}

function newWords(left: readonly LeftWords[], onFile: string): LeftWords[] {
  const said = [onFile];
  return left.filter(({ text, forget }) => {
    const isNew = text.trim() !== "" && !said.some((words) => sameWords(words, text));
    if (isNew) said.push(text);
    else forget();
    return isNew;
  });
}

/** Whether a draft was saved after another. */
export function isNewer(draft: DraftView, than: DraftView | undefined): boolean {
  if (than === undefined) return true;
  if (draft.stage !== than.stage) return draft.stage > than.stage;
  return draft.hash !== than.hash && draft.savedAt > than.savedAt;
}

/** The service trims what it is given, and a textarea has its own line ends. */
export function sameWords(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll("\r\n", "\n").trim();
  return plain(one) === plain(other);
}
