import { readLetter, type Block, type Run } from "./letter-document.ts";

/** A letter as the HTML body of a mail: real headings and lists, at least 14 point (H15). */
export function letterHtml(text: string): string {
  const blocks = readLetter(text).map(blockHtml).join("");
  return `<div style="font-family:Arial,sans-serif;font-size:14pt;line-height:1.5">${blocks}</div>`;
}

function blockHtml(block: Block): string {
  if (block.kind === "paragraph") return `<p>${runsHtml(block.runs)}</p>`;
  if (block.kind === "heading") {
    return `<h2 style="font-size:16pt;font-weight:bold">${runsHtml(block.runs)}</h2>`;
  }
  const tag = block.ordered ? "ol" : "ul";
  const start = block.start === undefined ? "" : ` start="${block.start}"`;
  const items = block.items.map((item) => `<li>${itemHtml(item)}</li>`).join("");
  return `<${tag}${start}>${items}</${tag}>`;
}

/** Lines of a list stand close together: its first words need no paragraph of their own. */
function itemHtml([first, ...others]: readonly Block[]): string {
  if (first === undefined) return "";
  const words = first.kind === "paragraph" ? runsHtml(first.runs) : blockHtml(first);
  return words + others.map(blockHtml).join("");
}

function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join("");
}

function runHtml({ text, strong, emphasis, href }: Run): string {
  let html = escapeHtml(text).replaceAll("\n", "<br>");
  if (emphasis) html = `<em>${html}</em>`;
  if (strong) html = `<strong>${html}</strong>`;
  return href === undefined ? html : `<a href="${escapeHtml(href)}">${html}</a>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
