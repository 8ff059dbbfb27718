import MarkdownIt, { type StateBlock, type Token } from "markdown-it";

/** Words that look alike; "\n" in them is a line break. */
export type Run = {
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly href?: string;
};

export type Block =
  | { readonly kind: "heading"; readonly runs: readonly Run[] }
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      /** The number that an ordered list begins with, when that is not 1. */
      readonly start?: number;
      readonly items: readonly (readonly Block[])[];
    };

/** Where a link in a letter may lead. */
const leadsSomewhereSafe = /^(https?:\/\/|mailto:)[^\s]/i;
/** Lists within lists beyond this are words: nobody means them. */
const deepest = 8;

const markdown = new MarkdownIt("zero", { html: false, breaks: true }).enable([
  "heading",
  "list",
  "newline",
  "escape",
  "emphasis",
  "link",
]);
markdown.validateLink = (href) => leadsSomewhereSafe.test(href);
markdown.block.ruler.before("list", "deep-list", tooDeep, { alt: ["paragraph"] });

/** What a letter's text means: paragraphs, headings, lists, emphasis and links, and nothing else. */
export function readLetter(text: string): readonly Block[] {
  return blocksFrom(new Tokens(markdown.parse(text, {})));
}

/** The letter's words as a careful person would type them: no escapes, bullets as "- ". */
export function plainText(letter: readonly Block[]): string {
  return letter.map(plainBlock).join("\n\n");
}

/** Somebody's words, such as a name, for the midst of a letter: none of them becomes a link or bold. */
export function asWords(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\*_[\]]/g, String.raw`\$&`);
}

/** The address a link shows behind its words, unless they are that address. */
function shownHref({ text, href }: Run): string | undefined {
  return href === undefined || href === text || href === `mailto:${text}` ? undefined : href;
}

function plainBlock(block: Block): string {
  if (block.kind !== "list") return block.runs.map(plainRun).join("");
  return block.items
    .map((item, index) => {
      const marker = block.ordered ? `${(block.start ?? 1) + index}. ` : "- ";
      const indent = `\n${" ".repeat(marker.length)}`;
      return (marker + item.map(plainBlock).join("\n").replaceAll("\n", indent)).trimEnd();
    })
    .join("\n");
}

function plainRun(run: Run): string {
  const href = shownHref(run);
  return href === undefined ? run.text : `${run.text} (${href})`;
}

class Tokens {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  next(): Token | undefined {
    return this.#tokens[this.#at++];
  }
}

/** The blocks up to the end of what holds them. */
function blocksFrom(tokens: Tokens): Block[] {
  const blocks: Block[] = [];
  let kind: "heading" | "paragraph" = "paragraph";
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    if (token.type === "list_item_close") break;
    if (token.type.endsWith("_list_open")) {
      blocks.push(...listsFrom(tokens, token.type === "ordered_list_open"));
    } else if (token.type === "inline") {
      const runs = runsFrom(token.children ?? []);
      if (runs.length > 0) blocks.push({ kind, runs });
    } else {
      kind = token.type === "heading_open" ? "heading" : "paragraph";
    }
  }
  return blocks;
}

/** One list, or several where its numbers jump: whoever wrote "1." and "3." meant 3. */
function listsFrom(tokens: Tokens, ordered: boolean): Block[] {
  const lists: { start: number; items: Block[][] }[] = [];
  for (let token = tokens.next(); token?.type === "list_item_open"; token = tokens.next()) {
    const number = Number(token.info);
    const list = lists.at(-1);
    const item = blocksFrom(tokens);
    if (list === undefined || (ordered && number !== list.start + list.items.length)) {
      lists.push({ start: number, items: [item] });
    } else list.items.push(item);
  }
  return lists.map(({ start, items }) => ({
    kind: "list",
    ordered,
    ...(ordered && start !== 1 ? { start } : {}),
    items,
  }));
}

type Look = Omit<Run, "text">;

function runsFrom(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let look: Look = {};
  const open = { strong: 0, emphasis: 0 };
  const add = (text: string): void => {
    const last = runs.at(-1);
    if (text === "") return;
    if (last !== undefined && isSameLook(last, look)) {
      runs[runs.length - 1] = { ...last, text: last.text + text };
    } else runs.push({ text, ...look });
  };
  for (const token of tokens) {
    if (token.type === "text") add(token.content);
    else if (token.type.endsWith("break")) add("\n");
    else if (token.type.startsWith("link")) look = withHref(look, token.attrGet("href"));
    else {
      open[token.type.startsWith("strong") ? "strong" : "emphasis"] += token.nesting;
      look = {
        ...(open.strong > 0 ? { strong: true } : {}),
        ...(open.emphasis > 0 ? { emphasis: true } : {}),
        ...(look.href === undefined ? {} : { href: look.href }),
      };
    }
  }
  return runs;
}

function withHref({ href: _before, ...look }: Look, href: string | null): Look {
  // "[Joan]()" leads nowhere.
  return href === null || href === "" ? look : { ...look, href };
}

function isSameLook(one: Look, other: Look): boolean {
  return one.strong === other.strong && one.emphasis === other.emphasis && one.href === other.href;
}

/** Keeps the words of a line that would open yet another list, as a paragraph. */
function tooDeep(...[state, line, , silent]: [StateBlock, number, number, boolean]): boolean {
  if (silent || state.level < deepest * 2) return false;
  const content = state.getLines(line, line + 1, state.blkIndent, false).trim();
  if (content === "") return false;
  state.line = line + 1;
  state.push("paragraph_open", "p", 1);
  const words = state.push("inline", "", 0);
  words.content = content;
  words.children = [];
  state.push("paragraph_close", "p", -1);
  return true;
}
