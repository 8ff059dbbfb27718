import { MarkdownSerializer, type MarkdownSerializerState as Writing } from "prosemirror-markdown";
import { Fragment, type Mark, type Node } from "prosemirror-model";
import { readLetter, type Block, type Run } from "#api/domain/letters/letter-document.ts";
import { schema } from "./schema.ts";

const { nodes, marks } = schema;

/** A letter's text as the editor holds it. */
export function documentOf(text: string): Node {
  const blocks = readLetter(text).map(nodeOf);
  return nodes.doc.create(null, blocks.length === 0 ? [nodes.paragraph.create()] : blocks);
}

/** What the editor holds as a letter's text, which reads as the same words again. */
export function textOf(doc: Node): string {
  return serializer.serialize(doc.copy(mapped(doc, readable)), { tightLists: true }).trim();
}

function nodeOf(block: Block): Node {
  switch (block.kind) {
    case "paragraph":
      return nodes.paragraph.create(null, block.runs.flatMap(inlineOf));
    case "heading":
      return nodes.heading.create(null, block.runs.flatMap(inlineOf));
    case "list": {
      const items = block.items.map((item) =>
        nodes.list_item.create(null, item.length > 0 ? item.map(nodeOf) : nodes.paragraph.create()),
      );
      return block.ordered
        ? nodes.ordered_list.create({ order: block.start ?? 1 }, items)
        : nodes.bullet_list.create(null, items);
    }
  }
}

function inlineOf({ text, strong, emphasis, href }: Run): Node[] {
  const look: Mark[] = [
    ...(href === undefined ? [] : [marks.link.create({ href })]),
    ...(strong ? [marks.strong.create()] : []),
    ...(emphasis ? [marks.emphasis.create()] : []),
  ];
  return text
    .split("\n")
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [nodes.hard_break.create(null, null, look)]),
      ...(line === "" ? [] : [schema.text(line, look)]),
    ]);
}

/** Where it is written to, what, and where that stands: its parent, and which of its children it is. */
type Written = [writing: Writing, node: Node, parent: Node, index: number];

const serializer = new MarkdownSerializer(
  {
    paragraph: (writing, node) => {
      writing.renderInline(node);
      writing.closeBlock(node);
    },
    heading: (writing, node) => {
      if (node.content.size === 0) return;
      writing.write("## ");
      writing.renderInline(node, false);
      writing.closeBlock(node);
    },
    // Two lists in a row are two, when their marks differ.
    bullet_list: (...[writing, node, parent, index]: Written) => {
      const mark = isAfterItsLike(node, parent, index) ? "* " : "- ";
      writing.renderList(node, "  ", () => mark);
    },
    ordered_list: (...[writing, node, parent, index]: Written) => {
      const end = isAfterItsLike(node, parent, index) ? ") " : ". ";
      const first = node.attrs.order as number;
      const widest = String(first + node.childCount - 1).length + end.length;
      writing.renderList(node, " ".repeat(widest), (at) => `${first + at}${end}`.padEnd(widest));
    },
    list_item: (writing, node) => writing.renderContent(node),
    // An empty line would end the paragraph: a break that stands alone is written out.
    hard_break: (...[writing, node, parent, index]: Written) =>
      writing.write(parent.maybeChild(index - 1)?.type === node.type ? "\\\n" : "\n"),
    text: writeText,
  },
  {
    strong: { open: "**", close: "**", mixable: true, expelEnclosingWhitespace: true },
    emphasis: { open: "*", close: "*", mixable: true, expelEnclosingWhitespace: true },
    link: {
      open: "[",
      close: (_writing, { attrs }) =>
        `](<${(attrs.href as string).replaceAll(/[<>\\]/g, encode)}>)`,
      mixable: true,
    },
  },
);

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function isAfterItsLike(node: Node, parent: Node, index: number): boolean {
  let like = 0;
  while (index - like > 0 && parent.child(index - like - 1).type === node.type) like++;
  return like % 2 === 1;
}

function writeText(...[writing, node, parent, index]: Written): void {
  const before = index === 0 ? undefined : parent.child(index - 1);
  const beginsLine = index === 0 || before?.type === nodes.hard_break;
  const isLinked = marks.link.isInSet(node.marks) !== undefined;
  let text = (node.text ?? "")
    .replaceAll(/\\/g, String.raw`\\`)
    .replaceAll(/\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`)
    // Gaps stay as they are: only what would read as a link is escaped.
    .replaceAll(isLinked ? /[[\]]/g : /\](?=\()/g, String.raw`\$&`);
  if (parent.type === nodes.heading) text = text.replaceAll("#", String.raw`\#`);
  else if (beginsLine) text = escapedAtLineStart(text);
  writing.text(text, false);
}

function escapedAtLineStart(text: string): string {
  return text
    .replace(/^(\s*)([-+]|#{1,6})(?=\s|$)/, String.raw`$1\$2`)
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`);
}

/** A block as Markdown can say it: no line breaks about it, and no emphasis that would show its signs. */
function readable(padded: Node): Node {
  const block = padded.copy(withoutBreaksAbout(padded));
  const words = (node: Node): string => node.textContent.replaceAll(/\s/g, "");
  const again = documentOf(serializer.serialize(nodes.doc.create(null, block)));
  // Some looks that meet in the middle of a word read well once and show their signs the next time.
  const onceMore = documentOf(serializer.serialize(again));
  if ([again, onceMore].every((doc) => words(doc) === words(block))) return block;
  return block.copy(mapped(block, (inline) => inline.mark([])));
}

// Space before the first word would move the text of a list's item away from its mark.
function withoutBreaksAbout({ content, childCount }: Node): Fragment {
  const saysNothing = (at: number): boolean => content.child(at).textContent.trim() === "";
  let [first, last] = [0, childCount];
  while (first < last && saysNothing(first)) first++;
  while (first < last && saysNothing(last - 1)) last--;
  const [begin, ...rest] = content.content.slice(first, last);
  if (begin === undefined) return Fragment.empty;
  return Fragment.from([schema.text(begin.textContent.trimStart(), begin.marks), ...rest]);
}

/** What a node holds, changed block by block, without what says nothing. */
function mapped(node: Node, change: (child: Node) => Node): Fragment {
  const changed: Node[] = [];
  node.forEach((child) => {
    const isHolder = child.isBlock && !child.isTextblock;
    const after = isHolder ? child.copy(mapped(child, change)) : change(child);
    if (after.isInline || after.textContent.trim() !== "") changed.push(after);
  });
  return Fragment.from(changed);
}
