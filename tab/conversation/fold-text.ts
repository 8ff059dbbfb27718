/** What of a long message is shown at first; `hidden` says what kind of text the rest is. */
export type FoldedText = {
  readonly shown: string;
  readonly hidden: "nothing" | "rest" | "quoted text" | "signature";
};

/** A message's text and, where the service told it apart, what was newly written in it. */
type Told = {
  readonly text: string;
  readonly newText?: string;
  readonly rest?: "quoted text" | "signature";
};

const manyLines = 16;
const manyCharacters = 1500;

/** Folds away what its writer did not newly write, and whatever comes after the first screenful. */
export function foldText({ text, newText, rest }: Told): FoldedText {
  const own = (newText ?? text).trimEnd();
  const shown = firstScreenful(own);
  if (shown !== own) return { shown, hidden: "rest" };
  return { shown: own, hidden: newText === undefined ? "nothing" : (rest ?? "rest") };
}

function firstScreenful(text: string): string {
  const lines = text.split("\n");
  // A few lines more are shown rather than hidden: a fold that saves nothing only costs a press.
  if (lines.length <= manyLines + 4 && text.length <= manyCharacters + 300) return text;
  const start = lines.slice(0, manyLines).join("\n");
  if (start.length <= manyCharacters) return start;
  const space = start.lastIndexOf(" ", manyCharacters);
  return start.slice(0, space === -1 ? manyCharacters : space);
}
