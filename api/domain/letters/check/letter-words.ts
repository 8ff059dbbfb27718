import { toString } from "nlcst-to-string";
import retextEnglish from "retext-english";
import { unified } from "unified";
import { plainText, readLetter, type Block } from "../letter-document.ts";
import { gapsIn, sealGaps, unseal } from "./gaps.ts";
import { spelledOut } from "./short-forms.ts";

/** The words under one heading; those before the first heading have none. */
export type Section = {
  readonly heading?: Sentence;
  readonly paragraphs: readonly (readonly Sentence[])[];
};

export type Sentence = {
  readonly words: string;
  /** The same without short forms: "we have" for "we've". */
  readonly said: string;
  /** Whether something in it is still to be filled in. */
  readonly hasGap: boolean;
  /** Its number, where it begins an item of a numbered list. */
  readonly number?: number;
  /** It is no sentence, but stands above some. */
  readonly isTitle?: true;
};

/** A letter as the check reads it: who is greeted, what is said under which heading, and how it closes. */
export type LetterWords = {
  /** The whole letter. */
  readonly text: string;
  readonly greeting: string | undefined;
  /** What stands above the greeting, line by line, and the headings. */
  readonly titles: readonly Sentence[];
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  /** What stands between the greeting and the closing, without what is quoted from others. */
  readonly own: string;
};

const closes =
  /^(yours (sincerely|faithfully|truly)|(with )?(kind|best|warm)(est)? regards|((with )?best wishes|regards|many thanks|sincerely|signed)[,.:]?$)/i;
const greets = /^(dear|hello|hi|good (morning|afternoon))\b/i;
/** Above the greeting stand the day, two addresses, references and a subject. */
const mostAboveGreeting = 8;
/** A line that could be a heading: short, and no sentence. */
const headingLike = /^(?=[\p{Lu}\d])[^.!?;,]{2,70}$/u;
const statement = /^(we|i|you|it|this|these|they|there|your complaint (is|was|has))\s/i;

/** Reads a letter's words for the check. Quotations are left out of `own`: nobody answers for another's tone. */
export function readWords(text: string): LetterWords {
  const blocks = readLetter(text);
  const lines = blocks.flatMap(linesOf);
  const { above, greeting, body } = aboutGreeting(lines);
  const said = untilClosing(body);
  const sections = sectionsOf(said);
  return {
    text: plainText(blocks),
    greeting,
    titles: [
      ...above.flatMap(({ words }) => words.split("\n")).map(titleOf),
      ...sections.flatMap(({ heading }) => heading ?? []),
    ],
    sections,
    sentences: sections.flatMap((section) => section.paragraphs.flat()),
    own: withoutQuotations(said.map(({ words }) => words).join("\n\n")),
  };
}

/** Whether a line begins how a letter closes. */
export function isClosing(line: string): boolean {
  return closes.test(line);
}

/** A letter's blocks about its greeting, which may have words of the letter right below it. */
function aboutGreeting(lines: readonly Line[]) {
  const at = lines.slice(0, mostAboveGreeting).findIndex(({ words }) => greets.test(words));
  const [greeting, ...below] = lines[at]?.words.split("\n") ?? [];
  const rest = below.join("\n");
  return {
    above: lines.slice(0, Math.max(at, 0)),
    greeting,
    body: [
      ...(rest === "" ? [] : [{ kind: "paragraph" as const, words: rest }]),
      ...lines.slice(at + 1),
    ],
  };
}

/** The blocks above the closing, which may stand right below words of the letter. */
function untilClosing(body: readonly Line[]): readonly Line[] {
  const at = body.findIndex(({ words }) => words.split("\n").some(isClosing));
  const last = body[at];
  if (last === undefined) return body;
  const above = last.words.split("\n");
  const words = above.slice(0, above.findIndex(isClosing)).join("\n");
  return [...body.slice(0, at), ...(words === "" ? [] : [{ ...last, words }])];
}

/** What the council itself says in a text: whatever stands in quotation marks was said by somebody else. */
export function withoutQuotations(text: string): string {
  return text.replaceAll(/“[^”]*”|"[^"\n]*"|‘(?:[^‘’]|’(?=\p{L})){0,300}’(?!\p{L})/gu, (quoted) =>
    " ".repeat(quoted.length),
  );
}

type Line = {
  readonly kind: "heading" | "paragraph" | "item";
  readonly words: string;
  readonly number?: number;
};

/** The blocks of a letter one by one, every item of a list by itself. */
function linesOf(block: Block): Line[] {
  if (block.kind !== "list") return [{ kind: block.kind, words: plainText([block]) }];
  const { ordered, start = 1 } = block;
  return block.items.map((item, index) => ({
    kind: "item",
    words: plainText(item),
    ...(ordered ? { number: start + index } : {}),
  }));
}

function sectionsOf(lines: readonly Line[]): Section[] {
  const sections: { heading?: Sentence; paragraphs: Sentence[][] }[] = [];
  let paragraphs: Sentence[][] = [];
  sections.push({ paragraphs });
  for (const line of lines) {
    const heading = headingOf(line);
    if (heading !== undefined) {
      paragraphs = [];
      sections.push({ heading: titleOf(heading), paragraphs });
    }
    const words = line.words.slice(heading?.length ?? 0);
    paragraphs.push(sentencesOf(words, line.number));
  }
  return sections;
}

function titleOf(words: string): Sentence {
  return { words, said: spelledOut(words), hasGap: gapsIn(words).length > 0, isTitle: true };
}

/** The heading that a line is, or begins with where somebody typed it without marking it as one. */
function headingOf({ kind, words }: Line): string | undefined {
  if (kind === "heading") return words;
  const [first = "", next] = words.split("\n");
  if (kind === "item" || !headingLike.test(first) || statement.test(first)) return undefined;
  if (next === undefined) return first.endsWith(":") ? undefined : first;
  // A line that a mail program broke goes on in the next one.
  return first.length <= 45 && /^[\p{Lu}[]/u.test(next) ? first : undefined;
}

const english = unified().use(retextEnglish).freeze();

function sentencesOf(paragraph: string, number?: number): Sentence[] {
  const { sealed, gaps } = sealGaps(paragraph);
  return english
    .parse(sealed)
    .children.flatMap((node) => (node.type === "ParagraphNode" ? node.children : []))
    .filter(({ type }) => type === "SentenceNode")
    .map((sentence, index) => {
      const read = toString(sentence);
      const words = unseal(read, gaps);
      return {
        words,
        said: spelledOut(words),
        hasGap: words !== read,
        ...(number !== undefined && index === 0 ? { number } : {}),
      };
    });
}
