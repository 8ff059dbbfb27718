import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { Block, Run } from "../../domain/letters/letter-document.ts";
import { draftMark, type PaperLetter } from "../../domain/letters/paper-letter.ts";

const require = createRequire(import.meta.url);
/** A font that goes into the file, with the letters of every European language. */
const fonts = {
  regular: require.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
  bold: require.resolve("@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf"),
  italic:
    require.resolve("@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf"),
  boldItalic:
    require.resolve("@expo-google-fonts/noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf"),
} as const;
type Font = keyof typeof fonts;

type Document = InstanceType<typeof PDFDocument>;
type Parent = ReturnType<Document["struct"]>;

/** A letter as a tagged PDF that a screen reader can read: title, language, headings and lists. */
export function pdfLetter(letter: PaperLetter): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: "A4",
    margin: 64,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: "en-GB",
    font: fonts.regular,
    info: { Title: letter.title, Author: letter.letterhead[0] ?? "" },
  });
  const written = bytesOf(document);
  for (const [name, path] of Object.entries(fonts)) document.registerFont(name, path);
  new Page(document, letter.points).write(letter);
  document.end();
  return written;
}

async function bytesOf(document: Document): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of document) parts.push(part as Uint8Array);
  return new Uint8Array(Buffer.concat(parts));
}

/** Where something stands: how far from the edge, and under which element of the document. */
type Place = { readonly parent: Parent; readonly indent: number };

class Page {
  readonly #document: Document;
  readonly #points: number;

  constructor(document: Document, points: number) {
    this.#document = document;
    this.#points = points;
  }

  write(letter: PaperLetter): void {
    const root = this.#document.struct("Document");
    this.#document.addStructure(root);
    const place: Place = { parent: root, indent: 0 };
    const [council = "", ...address] = letter.letterhead;
    this.#lines([{ text: council, strong: true }], place, "right");
    if (address.length > 0) this.#lines([{ text: address.join("\n") }], place, "right");
    this.#gap(1);
    if (letter.isDraft) {
      this.#lines([{ text: draftMark, strong: true }], place);
      this.#gap(0.5);
    }
    this.#lines([{ text: `Our reference: ${letter.reference}\n${letter.date}` }], place);
    this.#gap(1);
    this.#lines([{ text: letter.to.join("\n") }], place);
    this.#gap(1);
    this.#blocks(letter.words, place);
    root.end();
  }

  #blocks(blocks: readonly Block[], place: Place): void {
    for (const block of blocks) {
      if (block.kind === "list") this.#list(block, place);
      else this.#words(block, place);
    }
  }

  #words(block: Exclude<Block, { kind: "list" }>, place: Place): void {
    if (block.kind === "paragraph") this.#lines(block.runs, place);
    else {
      this.#gap(0.4);
      const runs = block.runs.map((run) => ({ ...run, strong: true as const }));
      this.#tagged("H2", place.parent, () =>
        this.#text(runs, place.indent, { size: this.#points + 2 }),
      );
    }
    this.#gap(block.kind === "heading" ? 0.3 : 0.6);
  }

  #list(list: Extract<Block, { kind: "list" }>, { parent, indent }: Place): void {
    const document = this.#document;
    const element = document.struct("L");
    parent.add(element);
    const inner = indent + this.#points * 2;
    for (const [index, item] of list.items.entries()) {
      const entry = document.struct("LI");
      element.add(entry);
      const mark = list.ordered ? `${(list.start ?? 1) + index}.` : "•";
      this.#keepTogether();
      const { y } = document;
      this.#tagged("Lbl", entry, () => this.#text([{ text: mark }], indent + this.#points / 2));
      document.y = y;
      const body = document.struct("LBody");
      entry.add(body);
      this.#blocks(item, { parent: body, indent: inner });
      if (item.length === 0) this.#gap(1.5);
      body.end();
      entry.end();
    }
    element.end();
  }

  #lines(runs: readonly Run[], { parent, indent }: Place, align: "left" | "right" = "left"): void {
    this.#tagged("P", parent, () => this.#text(runs, indent, { align }));
  }

  /** What is written while `write` runs is one element for who listens to the document. */
  #tagged(type: string, parent: Parent, write: () => void): void {
    parent.add(this.#document.struct(type, {}, write));
  }

  #text(
    runs: readonly Run[],
    indent: number,
    { size = this.#points, align = "left" }: { size?: number; align?: "left" | "right" } = {},
  ): void {
    const document = this.#document;
    const { left, right } = document.page.margins;
    const width = document.page.width - left - right - indent;
    document.fontSize(size);
    document.x = left + indent;
    for (const [index, run] of runs.entries()) {
      document.font(fontOf(run)).text(shownOnPaper(run), {
        width,
        align,
        lineGap: size * 0.15,
        continued: index < runs.length - 1,
      });
    }
  }

  /** A mark at the foot of a page whose words stand on the next would be lost. */
  #keepTogether(): void {
    const { page } = this.#document;
    const foot = page.height - page.margins.bottom;
    if (this.#document.y + this.#points * 2 > foot) this.#document.addPage();
  }

  #gap(lines: number): void {
    this.#document.y += this.#points * lines;
  }
}

function fontOf({ strong, emphasis }: Run): Font {
  if (strong) return emphasis ? "boldItalic" : "bold";
  return emphasis ? "italic" : "regular";
}

/** Paper cannot be pressed: the address of a link stands behind its words. */
function shownOnPaper({ text, href }: Run): string {
  const address = href?.replace(/^mailto:/, "");
  return address === undefined || address === text ? text : `${text} (${address})`;
}
