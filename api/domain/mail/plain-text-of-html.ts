import { compile } from "html-to-text";

/** No one reads further; what lies beyond stays in the HTML. */
const mostHtml = 250_000;
const mostDepth = 200;
/** Elements left open: a parser would nest them all, and mail programs leave a few. */
const mostLeftOpen = 1000;

const quotes = [
  "blockquote[type=cite]",
  "blockquote[cite]",
  "blockquote.gmail_quote",
  "blockquote.protonmail_quote",
  'blockquote[style*="border-left"]',
];
const signatures = [
  "div.gmail_signature",
  "div.moz-signature",
  "pre.moz-signature",
  "div#Signature",
  "div#ms-outlook-mobile-signature",
  "div.protonmail_signature_block",
];

const toText = compile({
  wordwrap: false,
  limits: { maxDepth: mostDepth, maxInputLength: mostHtml },
  formatters: {
    // A signature is marked as plain text marks it (RFC 3676), so that one rule finds both.
    signature: (element, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 1, isPre: element.name === "pre" });
      builder.addInline("--", { noWordTransform: true });
      builder.addLineBreak();
      walk(element.children, builder);
      builder.closeBlock({ trailingLineBreaks: 1 });
    },
  },
  selectors: [
    { selector: "img", format: "skip" },
    { selector: "title", format: "skip" },
    { selector: "a", options: { ignoreHref: true } },
    { selector: "hr", options: { length: 32 } },
    { selector: "table", format: "block" },
    { selector: "tr", format: "block" },
    { selector: "td", format: "inlineSurround", options: { suffix: " " } },
    { selector: "p", options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
    { selector: "blockquote", format: "block" },
    ...quotes.map((selector) => ({ selector, format: "blockquote" })),
    ...signatures.map((selector) => ({ selector, format: "signature" })),
  ],
});

/** What an HTML mail says as plain text: quotations become lines that begin with “>”. */
export function plainTextOf(html: string): string {
  const read = html.slice(0, mostHtml);
  return (isReadable(read) ? toText(read) : read.replace(/<[a-z/!?][^<>]*>?/gi, " "))
    .replaceAll("\u00a0", " ")
    .replaceAll(/[\u200b\ufeff\u00ad]/g, "")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function isReadable(html: string): boolean {
  const opened = html.match(/<[a-z](?![^<>]*\/>)/gi)?.length ?? 0;
  const voids = html.match(/<(?:br|hr|img|meta|link|input|p|li|td|tr|col)\b/gi)?.length ?? 0;
  const closed = html.match(/<\//g)?.length ?? 0;
  return (
    opened - voids - closed < mostLeftOpen &&
    (html.match(/<(?![a-z/!?])/gi)?.length ?? 0) < mostLeftOpen
  );
}
