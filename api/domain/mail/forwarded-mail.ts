import type { MailSender } from "../case/vocabulary.ts";
import { headerOf, type IncomingMail } from "./incoming-mail.ts";
import { beginningOf, isForward } from "./mail-lines.ts";
import { forwardSeparator, headerLabelOf } from "./reply-words.ts";

/** A mail that somebody passed on: who wrote it, and what. */
export type PassedOnMail = {
  readonly from: MailSender;
  readonly subject: string;
  readonly text: string;
  /** What whoever passed it on wrote above it. */
  readonly words: string;
};

/** A mail attached to another. */
export type AttachedMail = Omit<PassedOnMail, "words">;

type Knowledge = {
  /** Whether an address is one of the council's own: its people, its mailboxes. */
  readonly isOfCouncil: (email: string) => boolean;
  readonly attached?: readonly AttachedMail[];
};

const readCharacters = 200_000;
const mostHeadLines = 20;
const mostWords = 2000;

/**
 * The mail from outside that a colleague passes on, attached or below their own words; nothing when
 * they pass none on, or more than one person's. Colleagues it went through on the way are passed over.
 */
export function forwardedMail(
  mail: Pick<IncomingMail, "subject" | "text">,
  { isOfCouncil, attached = [] }: Knowledge,
): PassedOnMail | undefined {
  const text = beginningOf(mail.text, readCharacters).replace(/\r\n?/g, "\n");
  const foreign = attached.filter(({ from }) => from.email !== "" && !isOfCouncil(from.email));
  const [first] = foreign;
  if (first !== undefined) {
    const writers = new Set(foreign.map(({ from }) => from.email.toLowerCase()));
    return writers.size === 1 ? { ...first, words: ownWords(text.split("\n")) } : undefined;
  }
  const lines = text.split("\n");
  if (!isForward(mail.subject) && !lines.some((line) => forwardSeparator.test(line))) {
    return undefined;
  }
  const heads = headsIn(lines);
  const head = heads.find(({ from }) => !isOfCouncil(from.email));
  if (head === undefined) return undefined;
  return {
    from: head.from,
    subject: head.subject,
    text: bodyOf(lines.slice(head.end), head.isQuoted),
    words: ownWords(lines.slice(0, heads[0]?.start)),
  };
}

/** Whether the receiving server found that a mail only claims to come from its sender. */
export function seemsForged(mail: IncomingMail): boolean {
  return /\b(?:dmarc|compauth)=fail\b/i.test(headerOf(mail, "authentication-results"));
}

type Head = {
  readonly start: number;
  readonly end: number;
  readonly from: MailSender;
  readonly subject: string;
  readonly isQuoted: boolean;
};

/** The heads of passed-on mails as mail programs repeat them: who, when, to whom, about what. */
function headsIn(lines: readonly string[]): Head[] {
  const heads: Head[] = [];
  for (const [at, line] of lines.entries()) {
    if (at < (heads.at(-1)?.end ?? 0)) continue;
    const head = headAt(lines, at, line);
    if (head !== undefined) heads.push(head);
  }
  return heads;
}

function headAt(lines: readonly string[], start: number, line: string): Head | undefined {
  const opening = headerLabelOf(unquoted(line));
  if (opening === undefined || opening === "copy") return undefined;
  const { fields, end } = fieldsFrom(lines, start);
  const from = senderIn(fields.get("from") ?? "");
  if (from === undefined || fields.size < 3) return undefined;
  const isQuoted = /^\s{0,4}>/.test(line);
  return { start, end, from, subject: fields.get("subject")?.trim() ?? "", isQuoted };
}

type Fields = ReadonlyMap<string, string>;

function fieldsFrom(lines: readonly string[], start: number): { fields: Fields; end: number } {
  const fields = new Map<string, string>();
  let end = start;
  let last = "";
  for (const [index, written] of lines.slice(start, start + mostHeadLines).entries()) {
    const at = start + index;
    const line = unquoted(written);
    const label = headerLabelOf(line);
    if (label !== undefined && (label === "copy" || !fields.has(label))) {
      fields.set(label, valueOf(line));
      last = label;
      end = at + 1;
    } else if (!goesOn(lines, at, fields)) break;
    else fields.set(last, [fields.get(last), line.trim()].join(" ").trim());
  }
  return { fields, end };
}

// Lines of a head may be broken, or stand apart; what comes after the last of its fields is the mail.
function goesOn(lines: readonly string[], at: number, fields: Fields): boolean {
  return lines.slice(at + 1, at + 4).some((line) => {
    const label = headerLabelOf(unquoted(line));
    return label !== undefined && label !== "copy" && !fields.has(label);
  });
}

function unquoted(line: string): string {
  return line.replace(/^\s{0,4}(?:>\s?)+/, "");
}

function valueOf(line: string): string {
  return line.replace(/^[^:：]*[:：]/, "").replace(/^[\s*_]+/, "");
}

const address = /[\w.!#$%&'*+/=?^{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+/;

function senderIn(value: string): MailSender | undefined {
  const email = address.exec(value.replaceAll(/mailto:/gi, ""))?.[0].replace(/^['*]+/, "");
  if (email === undefined) return undefined;
  const before = value.slice(0, value.indexOf(email));
  const name = before
    .replace(/mailto:/i, "")
    .replaceAll(/["“”*<>[\]()]/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/^'+|'+$/g, "");
  return { name: name === "" ? email : name, email };
}

function bodyOf(lines: readonly string[], isQuoted: boolean): string {
  const own = isQuoted ? lines.map((line) => line.replace(/^\s{0,4}>\s?/, "")) : lines;
  return own
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function ownWords(lines: readonly string[]): string {
  const written = lines.filter(
    (line) => !forwardSeparator.test(line) && !/^\s*[_\-=*]{5,}\s*$/.test(line),
  );
  const words = written
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return beginningOf(words, mostWords);
}
