import { lineAt } from "./mail-lines.ts";
import {
  attributionEnd,
  attributionOpener,
  attributionVerbAtEnd,
  attributionVerbWithin,
  forwardSeparator,
  headerLabelOf,
  namedRule,
  quotingOpener,
  ruledWords,
  separator,
} from "./reply-words.ts";

/** Lines of one mail that come from another: from `start` up to `end`, not included. */
export type Quotation = {
  readonly start: number;
  readonly end: number;
  readonly isForward: boolean;
};

const mostAttributionLines = 4;
const mostAttributionCharacters = 500;
const fewestBrokenCharacters = 30;
const mostLooseCharacters = 250;
const mostHeadLines = 13;
const mostGap = 8;

/** Every part of a mail that quotes or passes on an earlier one, in order. */
export function quotationsIn(lines: readonly string[], isReply: boolean): Quotation[] {
  const found: Quotation[] = [];
  let end = 0;
  for (const at of lines.keys()) {
    const quotation = at < end ? undefined : quotationAt(lines, at, isReply);
    if (quotation === undefined) continue;
    found.push(quotation);
    end = quotation.end;
  }
  return found;
}

function quotationAt(
  lines: readonly string[],
  at: number,
  isReply: boolean,
): Quotation | undefined {
  const line = lineAt(lines, at);
  if (namedRule.test(line)) return belowRule(lines, at);
  if (isQuoted(line)) return { start: at, end: endOfQuoted(lines, at), isForward: false };
  if (forwardSeparator.test(line)) return { start: at, end: lines.length, isForward: true };
  if (separator.test(line) || isRuledHeader(lines, at)) {
    return { start: at, end: lines.length, isForward: false };
  }
  if (isHeaderBlock(lines, at)) return { start: at, end: lines.length, isForward: false };
  return attributedAt(lines, at, isReply);
}

// Some of these programs mark the quoted lines, others leave them as they are.
function belowRule(lines: readonly string[], at: number): Quotation {
  const next = nextWritten(lines, at + 1);
  const end = isQuoted(lineAt(lines, next)) ? endOfQuoted(lines, next) : lines.length;
  return { start: at, end, isForward: false };
}

/** Whether a line is marked as quoted, by “>” or by the bar some programs draw; a table has bars at both ends. */
export function isQuoted(line: string): boolean {
  return /^\s{0,4}(?:>|&gt;|\|\s(?!.*\|\s*$))/.test(line) || /^[A-Z]{1,3}>\s/.test(line);
}

// A long quoted line that a program broke leaves its last words without a mark.
function endOfQuoted(lines: readonly string[], start: number): number {
  let end = start + 1;
  for (let at = end; at < lines.length; at += 1) {
    const line = lineAt(lines, at);
    if (isQuoted(line)) end = at + 1;
    else if (line.trim() !== "" && !isBrokenEnd(lines, at)) break;
  }
  return end;
}

function isBrokenEnd(lines: readonly string[], at: number): boolean {
  const before = lineAt(lines, at - 1);
  const line = lineAt(lines, at);
  const runsOn = isQuoted(before) && before.length > 60 && !/[.!?:]\s*$/.test(before);
  return (
    runsOn && line.length < 76 && /^[\p{Ll}\d(]/u.test(line) && isQuoted(lineAt(lines, at + 1))
  );
}

function isRuledHeader(lines: readonly string[], at: number): boolean {
  const line = lineAt(lines, at);
  const hasWords = ruledWords.test(line);
  if (!hasWords && !/^\s*[_\-=]{10,}\s*$/.test(line)) return false;
  const next = nextWritten(lines, at + 1);
  return isHeaderBlock(lines, next) || (hasWords && headerLabelOf(lineAt(lines, next)) === "from");
}

/** The next line with anything on it, or a blank one when a large gap comes first. */
function nextWritten(lines: readonly string[], from: number): number {
  const near = lines.slice(from, from + mostGap).findIndex((line) => line.trim() !== "");
  return from + Math.max(near, 0);
}

/** The head of an earlier mail, repeated line by line: who, when, to whom, about what. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const first = headerLabelOf(lineAt(lines, at));
  if (first === undefined || first === "copy") return false;
  const labels = labelsFrom(lines, at);
  if (labels.size >= 3) return true;
  return first === "from" && labels.has("date") && /@|\d/.test(lines.slice(at, at + 3).join(" "));
}

function labelsFrom(lines: readonly string[], at: number): Set<string> {
  const labels = new Set<string>();
  let others = 0;
  for (const line of lines.slice(at, at + mostHeadLines)) {
    if (line.trim() === "") continue;
    const label = headerLabelOf(line);
    if (label === undefined) others += 1;
    else labels.add(label);
    // One label may run on over a second line; more than that is a letter.
    if (others > 2) break;
  }
  return labels;
}

function attributedAt(
  lines: readonly string[],
  at: number,
  isReply: boolean,
): Quotation | undefined {
  const end = attributionFrom(lines, at) ?? looseAttributionFrom(lines, at);
  if (end === undefined) return undefined;
  const next = nextWritten(lines, end);
  if (isQuoted(lineAt(lines, next))) {
    return { start: at, end: endOfQuoted(lines, next), isForward: false };
  }
  const words = lines.slice(at, end).join(" ");
  const names = /\w@\w/.test(words) || isRuled(words);
  const opens = attributionOpener.test(words.trim()) && time.test(words);
  // “On 9 November your officer wrote:” may begin a story; only in a reply does it begin a quotation.
  return names || opens || isReply ? { start: at, end: lines.length, isForward: false } : undefined;
}

// Programs break the line at any place, so up to four lines are read as one.
function attributionFrom(lines: readonly string[], at: number): number | undefined {
  const first = lineAt(lines, at).trim();
  const opens = attributionOpener.test(first);
  let joined = "";
  for (let end = at; end < at + mostLinesAfter(first, opens); end += 1) {
    const line = lineAt(lines, end).trim();
    const length = joined.length + line.length;
    if (line === "" || isQuoted(line) || length > mostAttributionCharacters) return undefined;
    joined = `${joined} ${line}`.trim();
    if (isAttribution(joined, opens)) return end + 1;
  }
  return undefined;
}

// The first of several lines is long enough to be broken, or ends within an address, and holds the name or
// the date: “No.” is an answer.
function mostLinesAfter(first: string, opens: boolean): number {
  if (first.length < fewestBrokenCharacters && !first.endsWith("<")) return 1;
  if (opens) return /[@<\d]/.test(first) ? mostAttributionLines : 1;
  return /[@<]|\d[:.]\d{2}/.test(first) ? 2 : 1;
}

/** “Joan Whitfield wrote:” and nothing else. */
const writerAlone =
  /^["'“]?\p{Lu}[\p{L}.'’-]*["'”]?(?: (?:\p{Lu}[\p{L}.'’-]*|v[ao]n|de[nr]?|d[aio]|la)["'”]?){0,4} \p{Ll}+(?: \p{Ll}+)?\s?[:：]$/u;

// With a marked quotation right below, an address and a date are enough.
function looseAttributionFrom(lines: readonly string[], at: number): number | undefined {
  const line = lineAt(lines, at).trim();
  const isAbove = isQuoted(lineAt(lines, nextWritten(lines, at + 1)));
  if (!isAbove || line.length > mostLooseCharacters) return undefined;
  const address = /\S@[^\s<>]+[>)\]]/.test(line);
  const date = /\d[-/.]\d{1,2}[-/.]\d|\d[:.]\d{2}/.test(line);
  const opens = attributionOpener.test(line) && line.endsWith(":");
  const says = /^sent from\b.*:$/i.test(line);
  const namesWriter = attributionVerbAtEnd.test(line) && writerAlone.test(line);
  return (address && (date || says)) || (opens && date) || namesWriter ? at + 1 : undefined;
}

function isAttribution(words: string, opens: boolean): boolean {
  const address = /[^\s<>()[\]]@[^\s<>()[\]]/.test(words);
  if (quotingOpener.test(words)) return address && words.endsWith(":");
  if (attributionVerbAtEnd.test(words)) return address || isSaidOnDay(words, opens);
  if (!address) return attributionVerbWithin.test(words) && isDated(words, opens);
  const says = attributionVerbWithin.test(words) && /\p{Nd}/u.test(words);
  return says || ((time.test(words) || year.test(words)) && attributionEnd.test(words));
}

const time = /\d[:.hH]\d{2}/;
const year = /(?<!\d)(?:19|20)\d{2}(?!\d)|\d{1,2}[-/.]\d{1,2}[-/.]\d{2}/;

function isSaidOnDay(words: string, opens: boolean): boolean {
  return (opens && /\d/.test(words)) || isRuled(words) || year.test(words);
}

// Behind an opening a number will do.
function isDated(words: string, opens: boolean): boolean {
  return opens ? /\p{Nd}/u.test(words) : time.test(words) && year.test(words);
}

function isRuled(words: string): boolean {
  return /^\s*-{3,}[^-].*[^-]-{3,}\s*$/.test(words);
}
