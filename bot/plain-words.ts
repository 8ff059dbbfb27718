import { compile } from "html-to-text";
import { z } from "zod";

/** A message in Teams is far shorter; what lies beyond is not read. */
const mostHtml = 100_000;
const mostDepth = 100;

const alternative = z.object({ attribs: z.object({ alt: z.string().catch("") }) });

const toText = compile({
  wordwrap: false,
  limits: { maxDepth: mostDepth },
  formatters: {
    // Teams writes an emoji as a picture or as an element of its own, and says in `alt` which one it is.
    alternative: (element, _walk, builder) => {
      builder.addInline(alternative.parse(element).attribs.alt, { noWordTransform: true });
    },
  },
  selectors: [
    { selector: "emoji", format: "alternative" },
    { selector: "img", format: "alternative" },
    { selector: "attachment", format: "skip" },
    { selector: "a", options: { hideLinkHrefIfSameAsText: true } },
    { selector: "p", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "blockquote", format: "blockquote" },
    { selector: "table", format: "block" },
    { selector: "tr", format: "block" },
    { selector: "td", format: "inlineSurround", options: { suffix: " " } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
  ],
});

/** What the HTML of a Teams message says, as plain text: nothing in it can be followed, run or loaded. */
export function plainWordsOf(html: string): string {
  return toText(html.slice(0, mostHtml))
    .replaceAll("\u00a0", " ")
    .replaceAll(/[\u200b\ufeff\u00ad]|[^\P{Cc}\n]/gu, "")
    .replaceAll(/[^\S\n]+$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}
