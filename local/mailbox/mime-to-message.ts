import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { textOfHtml } from "./body-forms.ts";
import type {
  Correspondent,
  Importance,
  MailHeader,
  StoredAttachment,
  StoredBody,
} from "./stored-message.ts";

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
  const headers = email.headers.map(({ originalKey, value }) => ({ name: originalKey, value }));
  const [from] = correspondents(email.from);
  const [sender] = correspondents(email.sender);
  const [internetMessageId] = messageIdsIn(email.messageId);
  const [inReplyTo] = messageIdsIn(email.inReplyTo);
  const sentAt = new Date(email.date ?? Number.NaN);
  return {
    subject: email.subject ?? "",
    body: await bodyOf(email),
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
    attachments: email.attachments.map((attachment) => parsedAttachment(attachment, email.html)),
  };
}

async function parseLeniently(raw: Buffer): Promise<Email> {
  try {
    return await PostalMime.parse(raw, { forceRfc822Attachments: true });
  } catch {
    // postal-mime refuses absurd nesting and headers of megabytes. Exchange would still deliver such a mail.
    return { headers: [], headerLines: [], attachments: [], text: raw.toString("latin1") };
  }
}

async function bodyOf({ html, text }: Email): Promise<StoredBody> {
  if (html === undefined) return { text: (text ?? "").trimEnd() };
  return { html, text: (text ?? (await textOfHtml(html))).trimEnd() };
}

function correspondents(addresses: Address | readonly Address[] | undefined): Correspondent[] {
  return [addresses ?? []]
    .flat()
    .flatMap((entry: Address) => entry.group ?? [entry])
    .filter(({ address }) => address !== "")
    .map(({ name, address }) => ({ name: name === "" ? address : name, address }));
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
    name: attachment.filename ?? defaultName(mimeType),
    contentType: mimeType,
    isInline: isShown || related === true || (disposition === "inline" && contentId !== undefined),
    ...(contentId !== undefined && { contentId }),
    bytes: content instanceof ArrayBuffer ? Buffer.from(content) : Buffer.from(content),
  };
}

/** The names Outlook shows for parts that come without one, as in a non-delivery report. */
function defaultName(mimeType: string): string {
  const names: Record<string, string> = {
    "message/delivery-status": "details.txt",
    "text/rfc822-headers": "Undelivered Message Headers.txt",
    "message/rfc822": "Undelivered Message.eml",
    "text/calendar": "meeting.ics",
  };
  return names[mimeType] ?? `attachment.${mimeType.split("/")[1] ?? "bin"}`;
}
