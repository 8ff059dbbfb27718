import type { CardElement } from "./adaptive-card.ts";

/** How much of a text that somebody typed a card repeats, in characters; the case has all of it. */
export const longestQuote = 1500;
const longestSubject = 150;

/** One of our own sentences. */
export function sentence(text: string): CardElement {
  return { type: "TextBlock", text, wrap: true };
}

/** The line a card begins with, in our own words. */
export function heading(text: string): CardElement {
  return {
    type: "TextBlock",
    text,
    wrap: true,
    style: "heading",
    size: "medium",
    weight: "bolder",
  };
}

/** What somebody wrote, as they wrote it: no link or emphasis in it comes to life. */
export function verbatim(text: string): CardElement {
  return { type: "RichTextBlock", inlines: [{ type: "TextRun", text }] };
}

/** The same after a few words of ours that say what it is. */
export function titled(title: string, text: string): CardElement {
  return {
    type: "RichTextBlock",
    spacing: "small",
    inlines: [
      { type: "TextRun", text: `${title}: `, weight: "bolder" },
      { type: "TextRun", text },
    ],
  };
}

/** Words that somebody typed, set apart under a line that says whose they are. */
export function quote(whose: string, text: string): CardElement {
  return {
    type: "Container",
    style: "emphasis",
    spacing: "medium",
    items: [sentence(whose), verbatim(cut(text, longestQuote))],
  };
}

/** A citizen's subject line for a card: short, and without the addresses people put in subjects. */
export function subjectLine(subject: string): string {
  return cut(withoutAddresses(subject), longestSubject);
}

/** A text whose e-mail addresses are left out: a chat is no place for them. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s<>()]+@[^\s<>()]+/g, "[e-mail address]");
}

/** The beginning of a text, marked where it was cut; never half a character. */
export function cut(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const kept = text.slice(0, characters - 1);
  const last = kept.charCodeAt(kept.length - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${splitsPair ? kept.slice(0, -1) : kept}…`;
}
