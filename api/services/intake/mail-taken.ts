import type { AttachmentRecord, CaseId, MailRecord } from "../../domain/case/vocabulary.ts";
import { attachedMails } from "../../domain/mail/attached-mails.ts";
import { typeDisagreement } from "../../domain/mail/declared-type.ts";
import { forwardedMail, seemsForged } from "../../domain/mail/forwarded-mail.ts";
import type { IncomingMail } from "../../domain/mail/incoming-mail.ts";
import { saysFormatted } from "../../domain/mail/mail-as-sent.ts";
import type { Person } from "../../domain/people/actor.ts";
import type { Ports } from "../ports/ports.ts";
import type { KeptFile } from "../ports/texts.ts";

/** Exchange takes no mail that is larger. */
const mostMailBytes = 150 * 1024 * 1024;
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
  /** Who delivered it, when the council knows them. */
  readonly sender: Person | undefined;
  /** The mail as it came, which is kept; absent when it could not be had. */
  readonly raw: KeptFile | undefined;
};

/** What is kept of a mail outside its case. */
export type KeptMail = {
  /** SHA-256 of the raw mail; absent when it could not be had. */
  readonly evidence?: string;
  readonly attachments: readonly AttachmentRecord[];
};

/** Keeps a mail as it came, and reads who wrote it: not a colleague who only passes it on. */
export async function mailTaken(ports: Ports, delivered: IncomingMail): Promise<MailTaken> {
  const raw = await ports.mailbox.readRaw(delivered, (mime) =>
    ports.evidence.keepMail(delivered.key, mime),
  );
  const mail = withinBounds(delivered);
  const sender = await ports.directory.findByMail(mail.from.email);
  // A councillor who sends a resident's letter writes for them, and is answered.
  const passesOn = sender !== undefined && !sender.roles.includes("councillor");
  const original = passesOn && !seemsForged(mail) ? await originalOf(ports, mail) : undefined;
  if (sender === undefined || original === undefined)
    return { delivered: mail, written: mail, sender, raw };
  const { from, subject, text, words } = original;
  const written = withinBounds({
    ...mail,
    ...{ from, to: [], cc: [], subject: subject || mail.subject, text },
  });
  return { delivered: mail, written, passedOn: { by: named(sender), words }, sender, raw };
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

async function originalOf(ports: Ports, mail: IncomingMail) {
  const everybody = await ports.directory.everybody();
  const own = new Set([mail.mailbox, ...everybody.map((person) => person.mail)].map(lowerCase));
  const domain = lowerCase(mail.mailbox).replace(/^.*@/, "@");
  const carriesMails = mail.attachments.some(isMail);
  const raw = carriesMails ? await ports.evidence.openMail(mail.key, mostMailBytes) : undefined;
  return forwardedMail(mail, {
    isOfCouncil: (email) => own.has(lowerCase(email)) || lowerCase(email).endsWith(domain),
    attached: raw === undefined ? [] : await attachedMails(raw),
  });
}

function isMail({ type, name }: AttachmentRecord): boolean {
  return type === "message/rfc822" || /\.eml$/i.test(name);
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}

function named({ id, name }: Person) {
  return { id, name };
}

/** The beginning of a mail as it arrived; headers are 8-bit whatever the body is. */
export function rawText({ raw }: Pick<MailTaken, "raw">): string {
  return Buffer.from(raw?.beginning ?? []).toString("latin1");
}

/** Keeps the files of a mail one by one unless it is a machine's; says what was kept of the mail and what not. */
export async function keepFiles(
  ports: Ports,
  { delivered, raw }: MailTaken,
  what: { readonly files: boolean },
): Promise<KeptMail> {
  const attachments: AttachmentRecord[] = [];
  for (const one of what.files ? delivered.attachments.slice(0, mostAttachmentsListed) : []) {
    const file = { ...one, name: one.name.slice(0, mostNameCharacters) };
    const isOneOfMany = attachments.length >= mostAttachmentsKept;
    attachments.push(
      isOneOfMany ? { ...file, note: oneOfMany } : await keepFile(ports, delivered, file),
    );
  }
  return { attachments, ...(raw === undefined ? {} : { evidence: raw.sha256 }) };
}

const oneOfMany =
  "It is one of very many files: it is kept in the mailbox and in the mail as it came.";
const tooLarge = "It is larger than 50 MB: it is kept in the mailbox and in the mail as it came.";
const gone = "It had gone from the mailbox before it could be kept.";

/** Keeps a file as it comes in, never all of it at once; its record says what to know of it. */
async function keepFile(
  { mailbox, evidence }: Ports,
  mail: IncomingMail,
  file: AttachmentRecord,
): Promise<AttachmentRecord> {
  if (file.bytes > mostAttachmentBytes) return { ...file, note: tooLarge };
  const kept = await mailbox.readAttachment(mail, file, (content) =>
    evidence.keepAttachment({ key: mail.key, attachmentId: file.id }, content, mostAttachmentBytes),
  );
  if (kept === undefined) return { ...file, note: gone };
  if (kept === "too-large") return { ...file, note: tooLarge };
  const { bytes, sha256, beginning } = kept;
  const note = await typeDisagreement(file.type, beginning);
  return { ...file, bytes, sha256, ...(note === undefined ? {} : { note }) };
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
