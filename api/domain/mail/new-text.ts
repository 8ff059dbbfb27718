import { isForward, lineAt, withoutReplyPrefix } from "./mail-lines.ts";
import { isQuoted, quotationsIn, type Quotation } from "./reply-quotes.ts";
import { cutSignature } from "./signature.ts";

/** What lies beyond is kept as evidence, but nobody writes so much. */
const mostCharacters = 200_000;

/** A mail's text in its parts; together with the kept body nothing is lost. */
export type TextParts = {
  /** What the writer added, without quotations and signature. */
  readonly text: string;
  readonly signature: string;
  /** Whether anything was left out as a quotation of an earlier mail. */
  readonly quotes: boolean;
};

type Written = {
  readonly subject: string;
  readonly text: string;
  /** Whether its headers say that it answers another mail. */
  readonly answers?: boolean;
};

/** Separates what somebody newly wrote from what their mail quotes and from their signature. */
export function newTextOf({ subject, text, answers = false }: Written): TextParts {
  const whole = plainLines(text.slice(0, mostCharacters));
  const lines = withAttributionsApart(withoutBanner(whole).split("\n"));
  const isReply = answers || withoutReplyPrefix(subject).prefixed;
  const quotations = quotationsIn(lines, isReply);
  const own = withoutQuotations(lines, quotations);
  const parts = cutSignature(tidy(own.join("\n")));
  const passesOn = isForward(subject) || quotations.some((quotation) => quotation.isForward);
  // Somebody who passes a mail on without a word means what it says; so does one who pastes it.
  if (parts.text === "" && quotations.length > 0 && (passesOn || !isReply)) {
    return { ...parts, text: unmarked(lines), quotes: false };
  }
  return { ...parts, quotes: quotations.length > 0 };
}

/** The warning that gateways put above mail from outside; nobody wrote it. */
const banner =
  /^[\s*_[\]-]{0,10}(?:caution|warning|external(?: e-?mail| sender| message)?|alert|attention|this (?:e-?mail|message) (?:originated|came|was sent|has been sent|is) (?:from|outside))\b[^\n]{0,120}(?:\n[^\n]{1,200}){0,4}?(?:external|outside|unknown|originat|recogni[sz]e|trust)[^\n]{0,300}(?:\n[^\n]{1,300}){0,3}\n\s*\n/i;

function withoutBanner(text: string): string {
  const found = banner.exec(text);
  return found === null ? text : text.slice(found[0].length);
}

// Some programs lose the line break before the line that introduces a quotation.
function withAttributionsApart(lines: readonly string[]): string[] {
  return lines.flatMap((line, at) => {
    if (!/wrote:\s*$/.test(line) || !isQuoted(lineAt(lines, at + 1))) return [line];
    const [, ...apart] = /^(.*[^\s-])[\s-]+(On (?:\w{3,9}, |\d).*)/.exec(line) ?? [];
    return apart.length === 0 ? [line] : apart;
  });
}

function withoutQuotations(lines: readonly string[], quotations: readonly Quotation[]): string[] {
  const starts = [0, ...quotations.map(({ end }) => end)];
  const ends = [...quotations.map(({ start }) => start), lines.length];
  return starts.flatMap((start, index) => lines.slice(start, ends[index]));
}

function plainLines(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\u2028", "\n")
    .replaceAll("\u00a0", " ")
    .replaceAll(/[\u200b\ufeff]/g, "");
}

function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function unmarked(lines: readonly string[]): string {
  return tidy(
    lines
      .map((line) => (isQuoted(line) ? line.replace(/^(?:\s{0,4}(?:>|&gt;)\s?)+/, "") : line))
      .join("\n"),
  );
}
