/** What somebody wrote that the service does not have yet. */
export type Words = {
  readonly text: string;
  /** The hash of the saved draft they went on from; none when there was no draft. */
  readonly from?: string | undefined;
};

/** Words that an earlier window left unsaved, in the care of this one until they are forgotten. */
export type LeftWords = Words & {
  readonly stage: number;
  /** When they were written; "" where that is not known. */
  readonly at: string;
  readonly forget: () => void;
};

/** For how long words are kept: until they are saved, until the window is closed, or not at all. */
export type Keeping = "until saved" | "in this window" | "not at all";

/** Keeps one letter's unsaved words in the browser. */
export type UnsavedWords = {
  /** What windows that are gone left of the letters of this case, newest first. */
  readonly left: readonly LeftWords[];
  /** Keeps the words instead of those this window kept before. */
  keep(words: Words): Keeping;
  /** The service has the words: nothing of this window need be kept. */
  clear(): void;
  /** Nobody writes here any more: what is still kept is for the next window to find. */
  close(): void;
};
