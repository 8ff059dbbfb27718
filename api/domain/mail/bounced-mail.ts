import { headerOf, type IncomingMail } from "./incoming-mail.ts";
import { beginningOf } from "./mail-lines.ts";

/** What a delivery report says of the mail that did not arrive. */
export type BouncedMail = {
  /** Its Message-ID with angle brackets, when the report carries it. */
  readonly messageId?: string;
  readonly recipient?: string;
};

/** A report repeats at most the head of a mail; the rest of a large one is its attachments. */
const readCharacters = 300_000;

const address = String.raw`[\w.!#$%&'*+/=?^{|}~-]{1,64}@[\w.-]{1,190}\w`;
const idField =
  /^[> \t|*]{0,40}(?:x-)?(?:original[-_]?)?message-id[ \t]*:[ \t]*(?:\n[> \t|]{1,40})?(?:<([^<>\s]{1,600})>(?![ \t]*,)|([^<>\s,;"]{1,400}@[^<>\s,;"]{1,250}|[^<>\s,;"]{6,400})[ \t]*$)/gim;
/** Where a report names the mail within a sentence, or in the notes that a service keeps of it. */
const idInWords = [
  /(?<![\w-])message[- ]?id(?:entifier)?\b[ \t]{0,4}[:=]?[ \t]{0,4}<([^<>\s]{1,400}@[^<>\s]{1,250})>(?![ \t]*,)/i,
  /"message-id"\s*,\s*"value"\s*:\s*"<?([^"<>\s]{6,600})>?"/i,
  /"message-?id"\s*:\s*"<?([^"<>\s]{6,600}@[^"<>\s]{1,250})>?"/i,
  /"message-?id"\s*:\s*"([^"<>\s]{6,600})"/i,
];

/**
 * Finds the mail that a report is about: in the report's own fields, in the mail or header it
 * returns, or in what it says it answers. `raw` is the report as it arrived.
 */
export function bouncedMail(mail: IncomingMail, raw = ""): BouncedMail {
  const source = decodedLines(beginningOf(raw, readCharacters));
  const body = withEncodedParts(source.slice(endOfHeader(source)));
  const text = beginningOf(mail.text, readCharacters).replace(/\r/g, "");
  const messageId =
    statedId(mail, `${body}\n${text}`) ??
    returnedId(mail, [body, text]) ??
    answeredId(mail) ??
    idToldOf(`${body}\n${text}`);
  const recipient = statedRecipient(mail, body) ?? recipientInWords(mail, text);
  return {
    ...(messageId !== undefined && { messageId }),
    ...(recipient !== undefined && { recipient: recipient.toLowerCase() }),
  };
}

// Quoted-printable cuts a Message-ID in two.
function decodedLines(raw: string): string {
  return raw
    .replace(/\r\n?/g, "\n")
    .replace(/^[ \t]+$/gm, "")
    .replace(/=\n/g, "")
    .replace(/=3D/g, "=")
    .replace(/=3C/gi, "<")
    .replace(/=3E/gi, ">");
}

const encodedPart =
  /^content-transfer-encoding[ \t]*:[ \t]*base64\b[^\n]*\n(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n)*\s*\n((?:[a-z0-9+/=]{1,100}[ \t]*\n?)+)/gim;

// Some return a mail or its head as base64.
function withEncodedParts(body: string): string {
  const parts = [...body.matchAll(encodedPart)].map(([, content]) =>
    Buffer.from(String(content), "base64").toString("latin1").replace(/\r/g, ""),
  );
  return [body, ...parts].join("\n");
}

function endOfHeader(source: string): number {
  const end = source.search(/\n[ \t]*\n/);
  return end === -1 ? source.length : end;
}

function statedId(mail: IncomingMail, body: string): string | undefined {
  const named = ["x-original-message-id", "original-message-id", "x-original-messageid"].map(
    (name) => headerOf(mail, name),
  );
  const inReport = /^(?:x-)?original-message-id[ \t]*:[ \t]*(?:rfc822;)?\s*(<[^<>\s]+>)/im.exec(
    body,
  )?.[1];
  return [...named, inReport ?? ""]
    .map((value) => /<[^<>\s]+>/.exec(value)?.[0])
    .find((id) => id !== undefined);
}

// The first mail a report returns is the one it is about, unless that is a report on another one itself.
function returnedId(mail: IncomingMail, sources: readonly string[]): string | undefined {
  const found = sources.flatMap((source) =>
    [...source.matchAll(idField)].map((match) => ({
      id: `<${match[1] ?? String(match[2])}>`,
      head: headAround(source, match.index),
    })),
  );
  // Some reports go out under the very id of what they return.
  const others = found.filter(({ id }) => id !== mail.internetMessageId);
  const returned = others.length > 0 ? others : found;
  return (returned.find(({ head }) => !isReportItself(head)) ?? returned[0])?.id;
}

function headAround(source: string, at: number): string {
  const start = source.lastIndexOf("\n\n", at);
  const end = source.indexOf("\n\n", at);
  return source.slice(Math.max(start, at - 20_000), end === -1 ? at + 20_000 : end);
}

function isReportItself(head: string): boolean {
  return /^from:.{0,80}mailer-daemon/im.test(head) && /^auto-submitted|report-type=/im.test(head);
}

function idToldOf(source: string): string | undefined {
  const id = idInWords.map((words) => words.exec(source)?.[1]).find((each) => each !== undefined);
  return id === undefined ? undefined : `<${id}>`;
}

function answeredId(mail: IncomingMail): string | undefined {
  const answered = headerOf(mail, "in-reply-to").match(/<[^<>\s]+>/g) ?? [];
  const thread = headerOf(mail, "references").match(/<[^<>\s]+>/g) ?? [];
  return answered[0] ?? thread.at(-1);
}

const recipientFields = [/^final-recipient/i, /^original-recipient/i, /^x-actual-recipient/i];

function statedRecipient(mail: IncomingMail, body: string): string | undefined {
  const failed = firstAddress(headerOf(mail, "x-failed-recipients"));
  if (failed !== undefined) return failed;
  const lines = body.match(/^[\w-]*recipient\s*:[^\n]*/gim) ?? [];
  return recipientFields
    .flatMap((field) => lines.filter((line) => field.test(line)))
    .map((line) => firstAddress(line))
    .find((found) => found !== undefined);
}

// Without fields: the first address in the report that is neither the sender of it nor its reader.
function recipientInWords(mail: IncomingMail, text: string): string | undefined {
  const known = new Set(
    [mail.from.email, mail.mailbox, ...mail.to].map((each) => each.toLowerCase()),
  );
  const found = beginningOf(text, 20_000).match(new RegExp(address, "g")) ?? [];
  return found.find(
    (each) =>
      !known.has(each.toLowerCase()) &&
      !/^(postmaster|mailer-daemon|abuse|support|helpdesk)@/i.test(each),
  );
}

function firstAddress(text: string): string | undefined {
  return new RegExp(address).exec(text)?.[0];
}
