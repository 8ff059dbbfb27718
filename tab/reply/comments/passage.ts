import type { CommentThread } from "#api/contract/drafts.ts";

export type Passage = NonNullable<CommentThread["about"]>;

const around = 40;
const longestQuote = 500;

/** The words selected in the letter that is being written or read inside an element, if any are. */
export function selectedPassage(root: HTMLElement | null): Passage | undefined {
  const field = root?.querySelector("textarea");
  if (field) return cut(field.value, field.selectionStart, field.selectionEnd);
  const selection = document.getSelection();
  if (root === null || selection === null || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return undefined;
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return cut(root.textContent, start, start + range.toString().length);
}

function cut(text: string, start: number, end: number): Passage | undefined {
  const quote = text.slice(start, Math.min(end, start + longestQuote)).trim();
  if (quote === "") return undefined;
  return {
    quote,
    before: text.slice(Math.max(0, start - around), start),
    after: text.slice(end, end + around),
  };
}

/** Where the words of a comment stand in a text now: the place whose surroundings fit best, if there is one. */
export function placeOf(text: string, { quote, before, after }: Passage): number | undefined {
  let best: { readonly at: number; readonly fits: number } | undefined;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const fits =
      sameEnd(text.slice(0, at), before) + sameStart(text.slice(at + quote.length), after);
    if (best === undefined || fits > best.fits) best = { at, fits };
  }
  return best?.at;
}

function sameStart(one: string, other: string): number {
  let length = 0;
  while (length < other.length && one[length] === other[length]) length += 1;
  return length;
}

function sameEnd(one: string, other: string): number {
  let length = 0;
  while (length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

/** Selects the words of a comment in the letter, and brings them into sight; false when they have gone. */
export function selectPassage(root: HTMLElement | null, about: Passage): boolean {
  if (root === null) return false;
  const field = root.querySelector("textarea");
  const at = placeOf(field?.value ?? root.textContent, about);
  if (at === undefined) return false;
  const end = at + about.quote.length;
  if (field) {
    field.focus();
    field.setSelectionRange(at, end);
    return true;
  }
  const range = document.createRange();
  range.setStart(...pointAt(root, at));
  range.setEnd(...pointAt(root, end));
  root.querySelector<HTMLElement>("[contenteditable], [role=document]")?.focus();
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: "center" });
  return true;
}

function pointAt(root: HTMLElement, place: number): [Node, number] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = place;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
  }
  return [root, root.childNodes.length];
}
