import { readLetter, type Block } from "./letter-document.ts";

/** Words that must come next, or marks of which at most one may, because a mailbox adds it. */
type Piece = { readonly words: string } | { readonly oneOf: readonly string[] };

const bullets = ["*", "-", "•", "·", "o", "§"] as const;

/**
 * Whether a mail body that came back from the mailbox as text says what the letter says, and nothing
 * more. Spacing may differ, and the marks by which a mailbox writes a list or a link as text; beneath
 * it may stand only the mail it answers, under the line that Exchange draws.
 */
export function saysTheSame(letter: string, body: string): boolean {
  const said = withoutSpace(body);
  let ends = new Set([0]);
  for (const piece of piecesOf(readLetter(letter))) ends = after(piece, said, ends);
  return [...ends].some((end) => end === said.length || /^_{10,}/.test(said.slice(end)));
}

/** Where the piece can end, beginning at any of `starts`. */
function after(piece: Piece, said: string, starts: ReadonlySet<number>): Set<number> {
  const ends = new Set<number>("words" in piece ? [] : starts);
  for (const words of "words" in piece ? [piece.words] : piece.oneOf) {
    for (const start of starts) {
      if (said.startsWith(words, start)) ends.add(start + words.length);
    }
  }
  return ends;
}

function piecesOf(blocks: readonly Block[]): Piece[] {
  return blocks.flatMap((block): Piece[] => {
    if (block.kind !== "list") {
      return block.runs.flatMap(({ text, href }) => [
        { words: withoutSpace(text) },
        ...(href === undefined ? [] : [{ oneOf: [`<${href}>`, `(${href})`, `[${href}]`] }]),
      ]);
    }
    return block.items.flatMap((item, index) => {
      const number = (block.start ?? 1) + index;
      const marks = block.ordered ? [`${number}.`, `${number})`] : bullets;
      return [{ oneOf: marks }, ...piecesOf(item)];
    });
  });
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, "");
}
