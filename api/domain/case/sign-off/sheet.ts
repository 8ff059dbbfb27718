/**
 * What an approver needs to decide on a letter, in the order of the card and of the tab. Each part is
 * ready to show; what there is nothing to say about is empty or absent.
 */
export type SignOffSheet = {
  readonly complainant: string;
  readonly author: string;
  /** When it was submitted, as an instant. */
  readonly submittedAt: string;
  readonly approver: string;
  /** Such as "Asked in place of Helen Marsh, who is away." */
  readonly inPlaceOf?: string;
  /** What whoever passed it on wants to be known. */
  readonly note?: { readonly by: string; readonly text: string };
  /** What the person needs to be dealt with fairly, and other things that need care. */
  readonly care: readonly { readonly title: string; readonly words: string }[];
  readonly points: readonly {
    readonly id: string;
    readonly title: string;
    /** What was found, in the words of the policy. */
    readonly finding?: string;
    readonly answered: boolean;
  }[];
  /** Such as "2 of 3 points answered"; absent where the complaint was not split. */
  readonly pointsWords?: string;
  /** What was found at this stage over all, in the words of the policy. */
  readonly decision?: string;
  /** What is promised, such as "Apology by Mon 7 Dec: we say sorry in writing." */
  readonly remedies: readonly string[];
  /** How the letter begins, after the salutation. */
  readonly gist: string;
  /** What the check of the letter found, sentence by sentence. */
  readonly checks: readonly string[];
  /** What the approver asked for when it last went back. */
  readonly returned?: { readonly by: string; readonly at: string; readonly comment: string };
  /** What is different since then, sentence by sentence. */
  readonly changes: readonly string[];
  /** Why the approver may decide it: who wrote it, who decided before. */
  readonly independence: string;
  /** The names of the files that go with it. */
  readonly enclosures: readonly string[];
};
