import PostalMime from "postal-mime";
import type { StoredBody } from "./stored-message.ts";

/** What an HTML mail says as plain text, one blank line between paragraphs. */
export async function textOfHtml(html: string): Promise<string> {
  // postal-mime turns HTML into text when a mail of several parts has no plain text for one of them.
  const boundary = "=_text-of-html";
  const mail = [
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain",
    "",
    "",
    `--${boundary}`,
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(withMarksAsText(html)).toString("base64"),
    `--${boundary}--`,
    "",
  ].join("\r\n");
  const { text = "" } = await PostalMime.parse(mail);
  return text
    .replaceAll("\u00a0", " ")
    .replace(/^[ \t]+|[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Exchange writes lists as “*” and “1.”, and a link as its words with the address behind them. */
function withMarksAsText(html: string): string {
  const lists: (number | undefined)[] = [];
  const links: string[] = [];
  return html
    .replace(/<\/?h[1-6]\b[^>]*>/gi, "<p>")
    .replace(/<(?:ol|ul)\b[^>]*>|<\/(?:ol|ul)>|<li\b[^>]*>/gi, (tag) => {
      if (tag.startsWith("</")) lists.pop();
      else if (/^<[ou]l/i.test(tag)) lists.push(firstNumber(tag));
      else {
        const number = lists.at(-1);
        if (number !== undefined) lists[lists.length - 1] = number + 1;
        return `<br>&nbsp; ${number === undefined ? "*" : `${number}.`} &nbsp;`;
      }
      return "<br>";
    })
    .replace(/<\/a>|<a\b[^>]*>/gi, (tag) => {
      if (tag !== "</a>") links.push(/href="([^"]*)"/i.exec(tag)?.[1] ?? "");
      const href = tag === "</a>" ? (links.pop() ?? "") : "";
      return href === "" ? "" : `&lt;${href}&gt;`;
    });
}

function firstNumber(tag: string): number | undefined {
  return /^<ol/i.test(tag) ? Number(/start="(\d+)"/i.exec(tag)?.[1] ?? 1) : undefined;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text that can stand inside HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

/** A plain text as the HTML document Exchange would make of it. */
export function htmlOfText(text: string): string {
  const lines = escapeHtml(text).replace(/\r?\n/g, "<br>\r\n");
  return `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><div class="PlainText">${lines}</div></body></html>`;
}

/** The first 255 characters, as a list of mails shows them. */
export function previewOf(body: StoredBody): string {
  return body.text.replace(/\s+/g, " ").trim().slice(0, 255);
}

const textQuotes = [
  /^\s*-{2,}\s*(Original Message|Forwarded message)\s*-{2,}\s*$/im,
  /^_{20,}\s*$/m,
  /^On [^\n]{5,160}(\n[^\n]{0,80})? wrote:\s*$/m,
  /^From: [^\n]+\n(Sent|Date): [^\n]+$/m,
  /(^>[^\n]*(\n|$))+\s*$/m,
];

const htmlQuotes = [
  /<div[^>]+class="?gmail_quote/i,
  /<blockquote[^>]+type="?cite/i,
  /<div[^>]+id="?(appendonsend|divRplyFwdMsg|x_divRplyFwdMsg|mail-editor-reference-message-container)/i,
  /<hr[^>]+tabindex="?-1/i,
  /<div[^>]+style="[^"]*border-top:\s*solid #E1E1E1/i,
];

/** What the writer added to a mail: everything above the first quotation of an earlier one. */
export function uniqueBodyOf(body: StoredBody): StoredBody {
  const text = cutAtFirst(body.text, textQuotes).trimEnd();
  if (body.html === undefined) return { text };
  const html = cutAtFirst(body.html, htmlQuotes);
  return { text, html: html === body.html ? html : `${html}</body></html>` };
}

function cutAtFirst(content: string, quotes: readonly RegExp[]): string {
  const starts = quotes.map((quote) => content.search(quote)).filter((at) => at >= 0);
  return content.slice(0, Math.min(content.length, ...starts));
}
