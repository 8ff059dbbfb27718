/** What of a long message is shown at first; `hidden` says what kind of text the rest is. */
export type FoldedText = {
  readonly shown: string;
  readonly hidden: "nothing" | "rest" | "quoted text";
};

const manyLines = 16;
const manyCharacters = 1500;

/** Where mail programs put what somebody wrote before. */
const quoteStarts = [
  /^>/,
  /^On .{6,120} wrote:$/,
  /^-{2,} ?(Original Message|Forwarded message) ?-{2,}$/i,
  /^From: .+/,
];

/** Folds away quoted text, and whatever comes after the first screenful. */
export function foldText(text: string): FoldedText {
  const lines = text.split("\n");
  const quote = lines.findIndex(
    (line, index) => index > 0 && quoteStarts.some((start) => start.test(line.trim())),
  );
  const own = (quote === -1 ? lines : lines.slice(0, quote)).join("\n").trimEnd();
  const shown = firstScreenful(own);
  if (shown !== own) return { shown, hidden: "rest" };
  return { shown: own, hidden: quote === -1 ? "nothing" : "quoted text" };
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
