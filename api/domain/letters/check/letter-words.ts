import { toString } from "nlcst-to-string";
import retextEnglish from "retext-english";
import { unified } from "unified";
import { plainText, readLetter, type Block } from "../letter-document.ts";
import { sealGaps, unseal } from "./gaps.ts";

/** The words under one heading; those before the first heading have none. */
export type Section = {
  readonly heading?: string;
  readonly paragraphs: readonly (readonly Sentence[])[];
};

export type Sentence = {
  readonly words: string;
  /** Whether something in it is still to be filled in. */
  readonly hasGap: boolean;
};

/** A letter as the check reads it: who is greeted, what is said under which heading, and how it closes. */
export type LetterWords = {
  /** The whole letter. */
  readonly text: string;
  readonly greeting: string | undefined;
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  /** What stands between the greeting and the closing, without what is quoted from others. */
  readonly own: string;
};

const closes =
  /^(yours (sincerely|faithfully|truly)|(kind|best|warm|with kind) regards|regards|signed)\b/i;
const greets = /^(dear|hello|hi|good (morning|afternoon))\b/i;
/** A line that could be a heading: short, and no sentence. */
const headingLike = /^[^.!?;,]{2,70}$/;

/** Reads a letter's words for the check. Quotations are left out of `own`: nobody answers for another's tone. */
export function readWords(text: string): LetterWords {
  const blocks = readLetter(text);
  const lines = blocks.flatMap(linesOf);
  const greetingAt = lines.slice(0, 4).findIndex((line) => greets.test(line.words));
  const closingAt = lines.findIndex((line, index) => index > greetingAt && closes.test(line.words));
  const body = lines.slice(greetingAt + 1, closingAt === -1 ? undefined : closingAt);
  const sections = sectionsOf(body);
  return {
    text: plainText(blocks),
    greeting: lines[greetingAt]?.words.split("\n")[0],
    sections,
    sentences: sections.flatMap((section) => section.paragraphs.flat()),
    own: withoutQuotations(body.map(({ words }) => words).join("\n\n")),
  };
}

/** What the council itself says in a text: whatever stands in quotation marks was said by somebody else. */
export function withoutQuotations(text: string): string {
  return text.replaceAll(/“[^”]*”|"[^"\n]*"|‘[^‘’]{0,300}’(?!\p{L})/gu, (quoted) =>
    " ".repeat(quoted.length),
  );
}

type Line = { readonly kind: "heading" | "paragraph" | "item"; readonly words: string };

/** The blocks of a letter one by one, every item of a list by itself. */
function linesOf(block: Block): Line[] {
  if (block.kind !== "list") return [{ kind: block.kind, words: plainText([block]) }];
  return block.items.map((item) => ({ kind: "item", words: plainText(item) }));
}

function sectionsOf(lines: readonly Line[]): Section[] {
  const sections: { heading?: string; paragraphs: Sentence[][] }[] = [{ paragraphs: [] }];
  for (const line of lines) {
    const heading = headingOf(line);
    if (heading !== undefined) sections.push({ heading, paragraphs: [] });
    const words = line.words.slice(heading?.length ?? 0).trim();
    if (words !== "") sections.at(-1)?.paragraphs.push(sentencesOf(words));
  }
  return sections;
}

/** The heading that a line is, or begins with where somebody typed it without marking it as one. */
function headingOf({ kind, words }: Line): string | undefined {
  if (kind === "heading") return words;
  const [first = "", next] = words.split("\n");
  if (kind === "item" || !headingLike.test(first) || first.startsWith("[")) return undefined;
  if (next === undefined) return first.endsWith(":") ? undefined : first;
  // A line that a mail program broke goes on in the next one.
  return first.length <= 45 && /^[\p{Lu}[]/u.test(next) ? first : undefined;
}

const english = unified().use(retextEnglish).freeze();

function sentencesOf(paragraph: string): Sentence[] {
  const { sealed, gaps } = sealGaps(paragraph);
  return english.parse(sealed).children.flatMap((node) =>
    node.type === "ParagraphNode"
      ? node.children
          .filter(({ type }) => type === "SentenceNode")
          .map((sentence) => {
            const read = toString(sentence);
            const words = unseal(read, gaps);
            return { words, hasGap: words !== read };
          })
      : [],
  );
}
