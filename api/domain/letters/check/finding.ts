/** `missing` keeps a letter from going on; `look` is for its author to weigh. */
export const standings = ["missing", "look", "met"] as const;

/** One thing the check has to say about a letter, as a plain sentence. */
export type Finding = {
  /** The same for the same thing in every check of a letter. */
  readonly id: string;
  readonly standing: (typeof standings)[number];
  readonly words: string;
  /** The words of the letter that it is about, exactly as they stand there. */
  readonly where?: string;
  /** A paragraph to complete, for what is not there at all. */
  readonly insert?: {
    readonly text: string;
    /** The line of the letter that it belongs before; the end of the letter where there is none. */
    readonly before?: string;
  };
};

/** Something to look at, once for each of the words it is about. */
export function looks(id: string, found: readonly { where: string; words: string }[]): Finding[] {
  return found.map(({ where, words }, index) => ({
    id: `${id}-${index + 1}`,
    standing: "look",
    words,
    where,
  }));
}
