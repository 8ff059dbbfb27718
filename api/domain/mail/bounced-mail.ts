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
  /^[> \t|*]{0,40}(?:x-)?(?:original[-_]?)?message-id[ \t]*:[ \t]*(?:\n[> \t|]{1,40})?<?([^<>\s,;"]{1,400}@[^<>\s,;"]{1,250}|[^<>\s,;"]{6,400})>?[ \t]*$/gim;

/**
 * Finds the mail that a report is about: in the report's own fields, in the mail or header it
 * returns, or in what it says it answers. `raw` is the report as it arrived.
 */
export function bouncedMail(mail: IncomingMail, raw = ""): BouncedMail {
  const source = decodedLines(beginningOf(raw, readCharacters));
  const body = source.slice(endOfHeader(source));
  const text = beginningOf(mail.text, readCharacters).replace(/\r/g, "");
  const messageId =
    statedId(mail, `${body}\n${text}`) ?? returnedId(mail, [body, text]) ?? answeredId(mail);
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
    .replace(/=\n/g, "")
    .replace(/=3D/g, "=")
    .replace(/=3C/gi, "<")
    .replace(/=3E/gi, ">");
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
      id: `<${String(match[1])}>`,
      around: source.slice(Math.max(0, match.index - 2000), match.index + 2000),
    })),
  );
  // Some reports go out under the very id of what they return.
  const others = found.filter(({ id }) => id !== mail.internetMessageId);
  const returned = others.length > 0 ? others : found;
  return (returned.find(({ around }) => !isReportItself(around, returned.length)) ?? returned[0])
    ?.id;
}

function isReportItself(around: string, others: number): boolean {
  return (
    others > 1 &&
    /^from:.{0,80}mailer-daemon/im.test(around) &&
    /^auto-submitted|report-type=delivery/im.test(around)
  );
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
