import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { plainTextOf } from "#api/domain/mail/plain-text-of-html.ts";
import { decodeEncodedWords } from "./encoded-words.ts";
import { readHeader } from "./mend-header.ts";
import { mendMime, withoutPreamble } from "./mend-mime.ts";
import type {
  Correspondent,
  Importance,
  MailHeader,
  StoredAttachment,
  StoredBody,
} from "./stored-message.ts";
import { readTnef } from "./tnef.ts";
import { takeUuencoded } from "./uuencode.ts";

export type ParsedAttachment = Pick<
  StoredAttachment,
  "kind" | "name" | "contentType" | "isInline" | "contentId"
> & { readonly bytes: Buffer };

/** A raw mail taken apart; nothing is missing that a mailbox shows, whatever state the mail was in. */
export type ParsedMail = {
  readonly subject: string;
  readonly body: StoredBody;
  readonly from?: Correspondent;
  readonly sender?: Correspondent;
  readonly to: readonly Correspondent[];
  readonly cc: readonly Correspondent[];
  readonly replyTo: readonly Correspondent[];
  readonly headers: readonly MailHeader[];
  readonly internetMessageId?: string;
  readonly inReplyTo?: string;
  readonly references: readonly string[];
  /** What the sender's clock said, when it said anything readable. */
  readonly sentAt?: Date;
  readonly importance: Importance;
  readonly attachments: readonly ParsedAttachment[];
};

/** Takes a raw mail apart; one that no parser accepts becomes a plain text of what arrived. */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const email = await parseLeniently(raw);
  const headers = readHeader(withoutPreamble(raw)).fields.map(({ name, value }) => ({
    name,
    value: decodeEncodedWords(value),
  }));
  const [sender] = correspondents(email.sender);
  const from = writerIn(email) ?? sender;
  const [internetMessageId] = messageIdsIn(email.messageId);
  const [inReplyTo] = messageIdsIn(email.inReplyTo);
  const sentAt = new Date(email.date ?? Number.NaN);
  const { body, attachments } = contentOf(email);
  return {
    subject: oneLine(email.subject ?? ""),
    body,
    ...(from && { from }),
    ...(sender && { sender }),
    to: correspondents(email.to),
    cc: correspondents(email.cc),
    replyTo: correspondents(email.replyTo),
    headers,
    ...(internetMessageId !== undefined && { internetMessageId }),
    ...(inReplyTo !== undefined && { inReplyTo }),
    references: messageIdsIn(email.references),
    ...(!Number.isNaN(sentAt.getTime()) && { sentAt }),
    importance: importanceIn(headers),
    attachments,
  };
}

async function parseLeniently(raw: Buffer): Promise<Email> {
  try {
    return await PostalMime.parse(mendMime(raw), { forceRfc822Attachments: true });
  } catch {
    // postal-mime refuses absurd nesting and headers of megabytes. Exchange would still deliver such a mail.
    return { headers: [], headerLines: [], attachments: [], text: raw.toString("latin1") };
  }
}

/** The body and what is attached to it, out of the wrappings that old mail programs and Outlook use. */
function contentOf(email: Email): { body: StoredBody; attachments: ParsedAttachment[] } {
  const { html } = email;
  const plain = takeUuencoded(email.text ?? "");
  const attachments = email.attachments.flatMap((each) => unwrapped(parsedAttachment(each, html)));
  const files = [...plain.files.map(file), ...attachments.flatMap(({ files: inside }) => inside)];
  const wrappedText = attachments.map(({ text }) => text).find((text) => text !== "") ?? "";
  const text = [plain.text, html === undefined ? "" : plainTextOf(html), wrappedText]
    .map((candidate) => candidate.trimEnd())
    .find((candidate) => candidate.trim() !== "");
  return {
    body: { ...(html !== undefined && { html }), text: text ?? "" },
    attachments: files,
  };
}

type Unwrapped = { readonly text: string; readonly files: readonly ParsedAttachment[] };

function unwrapped(attachment: ParsedAttachment): Unwrapped {
  if (attachment.contentType === "text/calendar") {
    return { text: descriptionIn(attachment.bytes.toString()), files: [attachment] };
  }
  const tnef = /ms-tnef|octet-stream/.test(attachment.contentType)
    ? readTnef(attachment.bytes)
    : undefined;
  if (tnef === undefined) return { text: "", files: [attachment] };
  return { text: tnef.text, files: tnef.files.map(file) };
}

function file({ name, bytes }: { name: string; bytes: Buffer }): ParsedAttachment {
  return { kind: "file", name, contentType: "application/octet-stream", isInline: false, bytes };
}

// What Outlook shows as the text of an invitation.
function descriptionIn(calendar: string): string {
  const unfolded = calendar.replace(/\r?\n[ \t]/g, "");
  const [, description = ""] = /^DESCRIPTION[^:\n]{0,200}:(.*)$/m.exec(unfolded) ?? [];
  return description
    .replace(/\\n/gi, "\n")
    .replace(/\\([,;\\])/g, "$1")
    .trim();
}

/** Who wrote it, by the From header or what else of the mail says so. */
function writerIn({ from, replyTo, returnPath, headers }: Email): Correspondent | undefined {
  const stated = headers.find(({ key }) => key === "from")?.value ?? "";
  const writer = surnameFirst(stated) ?? correspondents(from)[0];
  if (writer !== undefined) return writer;
  const name = plainName(from?.name ?? "");
  const address = /[^\s<>"']+@[^\s<>"']+/.exec(`${stated} ${returnPath ?? ""}`)?.[0];
  if (address !== undefined) return { name: name || address, address };
  return name === "" ? correspondents(replyTo)[0] : { name, address: "" };
}

// A name with a comma that nobody quoted looks like two addresses to a parser.
function surnameFirst(stated: string): Correspondent | undefined {
  const form = /^\s*([^"<>@,;:=]{1,80}),\s*([^"<>@,;:=]{0,80}?)\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(
    stated,
  );
  if (form === null) return undefined;
  const [, surname = "", forename = "", address = ""] = form;
  return { name: `${surname}, ${forename}`, address };
}

function correspondents(addresses: Address | readonly Address[] | undefined): Correspondent[] {
  return [addresses ?? []]
    .flat()
    .flatMap((entry: Address) => entry.group ?? [entry])
    .map(({ name, address }) => ({ name: plainName(name), address: plainAddress(address) }))
    .filter(({ address }) => address !== "")
    .map(({ name, address }) => ({ name: name === "" ? address : name, address }));
}

function plainName(name: string): string {
  return oneLine(decodeEncodedWords(name)).replace(/^(['"])(.*)\1$/, "$2");
}

function plainAddress(address: string): string {
  const plain = decodeEncodedWords(address)
    .trim()
    .replace(/^mailto:/i, "");
  return withoutRemarks(plain).replace(/^['"<\s]+(?=\S+@)|['">\s]+$/g, "");
}

// RFC 822 allowed remarks, blanks and a route of hosts inside an address; nobody writes to those.
function withoutRemarks(address: string): string {
  const bare = address.replace(/\([^()]{0,200}\)/g, "").replace(/^@[^:]{1,200}:/, "");
  return bare.replace(/\s*([.@])\s*/g, "$1");
}

function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f]+/g, " ").trim();
}

function messageIdsIn(header: string | undefined): string[] {
  return header?.match(/<[^<>\s]+>/g) ?? [];
}

function importanceIn(headers: readonly MailHeader[]): Importance {
  const stated = headers
    .find(({ name }) => ["importance", "x-priority", "priority"].includes(name.toLowerCase()))
    ?.value.toLowerCase();
  if (stated === undefined) return "normal";
  if (/^(high|urgent|1|2)\b/.test(stated)) return "high";
  return /^(low|non-urgent|4|5)\b/.test(stated) ? "low" : "normal";
}

function parsedAttachment(attachment: Attachment, html: string | undefined): ParsedAttachment {
  const { mimeType, disposition, related, content } = attachment;
  const contentId = attachment.contentId?.replace(/^<|>$/g, "");
  const isShown = contentId !== undefined && (html?.includes(`cid:${contentId}`) ?? false);
  return {
    kind: mimeType === "message/rfc822" ? "item" : "file",
    name: nameOf(attachment),
    contentType: mimeType,
    isInline: isShown || related === true || (disposition === "inline" && contentId !== undefined),
    ...(contentId !== undefined && { contentId }),
    bytes: content instanceof ArrayBuffer ? Buffer.from(content) : Buffer.from(content),
  };
}

function nameOf({ filename, mimeType }: Attachment): string {
  const name = oneLine(decodeEncodedWords(filename ?? ""));
  return name === "" ? defaultName(mimeType) : name;
}

/** File endings that are not what their type is called. */
const endings: Readonly<Record<string, string>> = {
  plain: "txt",
  "octet-stream": "bin",
  jpeg: "jpg",
  "pgp-signature": "asc",
  "pkcs7-signature": "p7s",
  "pkcs7-mime": "p7m",
};

/** The names Outlook shows for parts that come without one, as in a non-delivery report. */
function defaultName(mimeType: string): string {
  const names: Record<string, string> = {
    "message/delivery-status": "details.txt",
    "text/rfc822-headers": "Undelivered Message Headers.txt",
    "message/rfc822": "Undelivered Message.eml",
    "text/calendar": "meeting.ics",
  };
  const [, kind = "bin"] = /\/(?:x-|vnd\.)?([a-z0-9.-]{1,40})/i.exec(mimeType) ?? [];
  return names[mimeType] ?? `attachment.${endings[kind] ?? kind}`;
}
