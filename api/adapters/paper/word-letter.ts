import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from "docx";
import type { Block, Run } from "../../domain/letters/letter-document.ts";
import { draftMark, type PaperLetter } from "../../domain/letters/paper-letter.ts";

/** Word counts the size of print in half points, and lengths in twentieths of a point. */
const halfPoints = 2;
const twips = 20;
const deepestLevel = 8;

/** A letter as a Word document, whose headings and lists are real ones. */
export async function wordLetter(letter: PaperLetter): Promise<Uint8Array> {
  const { points, title, letterhead } = letter;
  const numbering = new Numbering();
  const body = blocksIn(letter.words, { numbering, level: 0 });
  const children = [
    ...linesOf(letterhead, { right: true, boldFirst: true }),
    ...(letter.isDraft ? linesOf([draftMark], { boldFirst: true }) : []),
    ...linesOf([`Our reference: ${letter.reference}`, letter.date]),
    ...linesOf(letter.to),
    ...body,
  ];
  const document = new Document({
    title,
    creator: letterhead[0] ?? "",
    styles: {
      default: {
        document: {
          run: { font: "Arial", size: points * halfPoints, language: { value: "en-GB" } },
          paragraph: { spacing: { line: 300, after: points * twips * 0.6 } },
        },
        heading2: {
          run: { font: "Arial", size: (points + 2) * halfPoints, bold: true, color: "000000" },
          paragraph: { spacing: { before: points * twips, after: points * twips * 0.4 } },
        },
      },
    },
    numbering: { config: numbering.config() },
    sections: [{ properties: { page: { size: { width: 11_906, height: 16_838 } } }, children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Lines that belong together, with space beneath the last. */
function linesOf(lines: readonly string[], { right = false, boldFirst = false } = {}): Paragraph[] {
  return lines.map(
    (text, index) =>
      new Paragraph({
        children: [words({ text, bold: boldFirst && index === 0 })],
        spacing: { after: index === lines.length - 1 ? 360 : 0 },
        ...(right ? { alignment: AlignmentType.RIGHT } : {}),
      }),
  );
}

/** Each ordered list counts for itself, from the number it begins with. */
class Numbering {
  readonly #starts: number[] = [];

  next(start: number): string {
    this.#starts.push(start);
    return `list-${this.#starts.length - 1}`;
  }

  config() {
    return this.#starts.map((start, index) => ({
      reference: `list-${index}`,
      levels: Array.from({ length: deepestLevel + 1 }, (_, level) => ({
        level,
        start,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        alignment: AlignmentType.START,
        style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 500 } } },
      })),
    }));
  }
}

type Within = { readonly numbering: Numbering; readonly level: number };

function blocksIn(blocks: readonly Block[], within: Within): Paragraph[] {
  return blocks.flatMap((block) => {
    if (block.kind === "list") return listIn(block, within);
    const children = block.runs.flatMap(runsIn);
    return block.kind === "heading"
      ? new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children })
      : new Paragraph({ children, indent: { left: 720 * within.level } });
  });
}

function listIn(list: Extract<Block, { kind: "list" }>, { numbering, level }: Within): Paragraph[] {
  const shown = Math.min(level, deepestLevel);
  const look = list.ordered
    ? { numbering: { reference: numbering.next(list.start ?? 1), level: shown } }
    : { bullet: { level: shown } };
  return list.items.flatMap(([first, ...others]) => {
    const isWords = first !== undefined && first.kind !== "list";
    const beneath = isWords || first === undefined ? others : [first, ...others];
    const children = isWords ? first.runs.flatMap(runsIn) : [];
    return [
      new Paragraph({ ...look, children }),
      ...blocksIn(beneath, { numbering, level: level + 1 }),
    ];
  });
}

function runsIn({ text, strong, emphasis, href }: Run): ParagraphChild[] {
  const runs = text.split("\n").map((line, index) =>
    words({
      text: line,
      ...(strong ? { bold: true } : {}),
      ...(emphasis ? { italics: true } : {}),
      ...(index > 0 ? { break: 1 } : {}),
      ...(href === undefined ? {} : { style: "Hyperlink" }),
    }),
  );
  if (href === undefined) return runs;
  // Paper cannot be pressed: the address stands behind the words.
  const shown = href === text ? [] : [words({ text: ` (${href.replace(/^mailto:/, "")})` })];
  return [new ExternalHyperlink({ link: href, children: runs }), ...shown];
}

function words(options: IRunOptions): TextRun {
  return new TextRun(options);
}
