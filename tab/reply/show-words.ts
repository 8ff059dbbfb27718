/** Selects words in the field a letter is written in and brings them into view; says whether they are there. */
export function showWords(field: HTMLElement | null, words: string): boolean {
  if (field instanceof HTMLTextAreaElement) return inText(field, words);
  return field !== null && inPage(field, words);
}

function inText(field: HTMLTextAreaElement, words: string): boolean {
  const at = field.value.indexOf(words);
  if (at === -1) return false;
  field.focus();
  field.setSelectionRange(at, at + words.length);
  return true;
}

// The words may run through several text nodes, where some of them are bold.
function inPage(field: HTMLElement, words: string): boolean {
  const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
  const nodes: { node: Node; from: number }[] = [];
  let whole = "";
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node, from: whole.length });
    whole += node.textContent ?? "";
  }
  const at = whole.indexOf(words);
  const place = (offset: number) => nodes.findLast(({ from }) => from <= offset);
  const [start, end] = [place(at), place(at + words.length - 1)];
  if (at === -1 || start === undefined || end === undefined) return false;
  const range = document.createRange();
  range.setStart(start.node, at - start.from);
  range.setEnd(end.node, at + words.length - end.from);
  field.focus();
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  start.node.parentElement?.scrollIntoView({ block: "center" });
  return true;
}
