/** What any field that a letter is written in is given. */
export type LetterFieldProps = {
  readonly label: string;
  readonly text: string;
  /** While it is being submitted, nothing may be added that would not go with it. */
  readonly locked: boolean;
  readonly onWrite: (text: string) => void;
};
