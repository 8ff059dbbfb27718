import type { AttachmentRecord, CaseId, MailRecord } from "../domain/case/vocabulary.ts";
import { attachedMails } from "../domain/mail/attached-mails.ts";
import { typeDisagreement } from "../domain/mail/declared-type.ts";
import { forwardedMail, seemsForged } from "../domain/mail/forwarded-mail.ts";
import type { IncomingMail } from "../domain/mail/incoming-mail.ts";
import { saysFormatted } from "../domain/mail/mail-as-sent.ts";
import type { Person } from "../domain/people/actor.ts";
import { sha256 } from "./digest.ts";
import type { Ports } from "./ports/ports.ts";

const mostRawBytesRead = 300_000;
const mostAttachmentBytes = 50 * 1024 * 1024;
const mostAttachmentsKept = 100;
const mostAttachmentsListed = 300;
const mostSubjectCharacters = 1000;
const mostNameCharacters = 300;

/** A mail as it is taken in: as it was delivered, and as its writer wrote it. */
export type MailTaken = {
  readonly delivered: IncomingMail;
  /** The same, unless a colleague passed on the mail of somebody else: then theirs. */
  readonly written: IncomingMail;
  readonly passedOn?: NonNullable<MailRecord["passedOn"]>;
  readonly raw: Uint8Array | undefined;
};

/** What is kept of a mail outside its case. */
export type KeptMail = {
  /** SHA-256 of the raw mail; absent when it could not be had. */
  readonly evidence?: string;
  readonly attachments: readonly AttachmentRecord[];
};

/** Reads who wrote a mail: not a colleague who only passes it on. */
export async function mailTaken(
  ports: Ports,
  delivered: IncomingMail,
  raw: Uint8Array | undefined,
): Promise<MailTaken> {
  const mail = withinBounds(delivered);
  const sender = await ports.directory.findByMail(mail.from.email);
  // A councillor who sends a resident's letter writes for them, and is answered.
  const passesOn = sender !== undefined && !sender.roles.includes("councillor");
  const original = passesOn && !seemsForged(mail) ? await originalOf(ports, mail, raw) : undefined;
  if (sender === undefined || original === undefined)
    return { delivered: mail, written: mail, raw };
  const { from, subject, text, words } = original;
  const written = withinBounds({ ...mail, from, subject: subject || mail.subject, text });
  return { delivered: mail, written, passedOn: { by: named(sender), words }, raw };
}

// What no mail program shows in full would not fit where lists are kept either.
function withinBounds(mail: IncomingMail): IncomingMail {
  const { name, email } = mail.from;
  return {
    ...mail,
    subject: mail.subject.slice(0, mostSubjectCharacters),
    from: { name: name.slice(0, mostNameCharacters), email: email.slice(0, mostNameCharacters) },
  };
}

async function originalOf(ports: Ports, mail: IncomingMail, raw: Uint8Array | undefined) {
  const everybody = await ports.directory.everybody();
  const own = new Set([mail.mailbox, ...everybody.map((person) => person.mail)].map(lowerCase));
  const domain = lowerCase(mail.mailbox).replace(/^.*@/, "@");
  const carriesMails = raw !== undefined && Buffer.from(raw).includes("message/rfc822");
  return forwardedMail(mail, {
    isOfCouncil: (email) => own.has(lowerCase(email)) || lowerCase(email).endsWith(domain),
    attached: carriesMails ? await attachedMails(raw) : [],
  });
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}

function named({ id, name }: Person) {
  return { id, name };
}

/** The beginning of a mail as it arrived; headers are 8-bit whatever the body is. */
export function rawText({ raw }: Pick<MailTaken, "raw">): string {
  return Buffer.from(raw?.subarray(0, mostRawBytesRead) ?? []).toString("latin1");
}

/** Keeps a mail as it came, and its files one by one unless it is a machine's; says what was kept and what not. */
export async function keepMail(
  ports: Ports,
  { delivered, raw }: MailTaken,
  what: { readonly files: boolean },
): Promise<KeptMail> {
  if (raw !== undefined) await ports.evidence.keepMail(delivered.key, raw);
  const attachments: AttachmentRecord[] = [];
  for (const one of what.files ? delivered.attachments.slice(0, mostAttachmentsListed) : []) {
    const note =
      attachments.length < mostAttachmentsKept
        ? await keepFile(ports, delivered, one)
        : "It is one of very many files: it is kept in the mailbox and in the mail as it came.";
    const name = one.name.slice(0, mostNameCharacters);
    attachments.push({ ...one, name, ...(note === undefined ? {} : { note }) });
  }
  return { attachments, ...(raw === undefined ? {} : { evidence: sha256(raw) }) };
}

/** Keeps a file; what to know of it, if anything. */
async function keepFile(
  ports: Ports,
  mail: IncomingMail,
  attachment: AttachmentRecord,
): Promise<string | undefined> {
  const tooLarge = "It is larger than 50 MB: it is kept in the mailbox and in the mail as it came.";
  if (attachment.bytes > mostAttachmentBytes) return tooLarge;
  const content = await ports.mailbox.readAttachment(mail, attachment);
  if (content === undefined) return "It had gone from the mailbox before it could be kept.";
  await ports.evidence.keepAttachment(mail.key, attachment, content);
  return typeDisagreement(attachment.type, content);
}

/** A mail as its case remembers it. */
export async function mailRecord(
  ports: Ports,
  taken: MailTaken,
  { kept, caseId }: { readonly kept: KeptMail; readonly caseId: CaseId },
): Promise<MailRecord> {
  const { delivered, written, passedOn } = taken;
  const { key, mailbox, graphId, internetMessageId, conversationId, receivedAt } = delivered;
  const { from, subject } = written;
  const handle = { key, mailbox, graphId, internetMessageId, conversationId };
  return {
    ...handle,
    from,
    subject,
    receivedAt,
    text: await ports.texts.put(caseId, written.text),
    ...kept,
    formatted: saysFormatted(rawText(taken)),
    ...(passedOn === undefined ? {} : { passedOn }),
  };
}
