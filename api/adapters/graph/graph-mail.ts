import { z } from "zod";
import type { AttachmentRecord } from "../../domain/case/vocabulary.ts";
import type { IncomingMail } from "../../domain/mail/incoming-mail.ts";
import { mailKeyOf } from "../../services/digest.ts";
import type { DeltaPage, DraftFile, ListedMail, MarkedMail } from "../../services/ports/mailbox.ts";

const EmailAddress = z.object({ name: z.string().nullish(), address: z.string().nullish() });
const Recipient = z.object({ emailAddress: EmailAddress });

/** What intake reads of a message, and nothing more. */
export const readSelect =
  "id,internetMessageId,conversationId,parentFolderId,from,replyTo,toRecipients,ccRecipients,subject,receivedDateTime,internetMessageHeaders,body,hasAttachments,isDraft";
export const attachmentsExpand = "attachments($select=id,name,contentType,size,isInline)";

const Attachment = z.object({
  id: z.string(),
  name: z.string().nullish(),
  contentType: z.string().nullish(),
  size: z.number().int().nullish(),
});

const Message = z.object({
  id: z.string(),
  internetMessageId: z.string().nullish(),
  conversationId: z.string(),
  from: Recipient.nullish(),
  replyTo: z.array(Recipient).default([]),
  toRecipients: z.array(Recipient).default([]),
  ccRecipients: z.array(Recipient).default([]),
  subject: z.string().nullish(),
  receivedDateTime: z.string(),
  internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  body: z.object({ content: z.string() }).nullish(),
  attachments: z.array(Attachment).default([]),
});

/** A message as Graph gives it, as the mail that intake judges. */
export function incomingMail(mailbox: string, answer: unknown): IncomingMail {
  const message = Message.parse(answer);
  const sender = message.from?.emailAddress;
  const address = sender?.address ?? "";
  const internetMessageId = messageIdOf(message);
  return {
    key: mailKeyOf(mailbox, internetMessageId),
    mailbox,
    graphId: message.id,
    internetMessageId,
    conversationId: message.conversationId,
    from: { name: [sender?.name, address].find((name) => name) ?? "Somebody", email: address },
    replyTo: addresses(message.replyTo),
    to: addresses(message.toRecipients),
    cc: addresses(message.ccRecipients),
    subject: message.subject ?? "",
    receivedAt: new Date(message.receivedDateTime).toISOString(),
    headers: message.internetMessageHeaders,
    text: message.body?.content ?? "",
    attachments: message.attachments.map(attachmentRecord),
  };
}

/** The folder that a message lies in, by its id. */
export function folderIdOf(answer: unknown): string {
  return z.object({ parentFolderId: z.string() }).parse(answer).parentFolderId;
}

// Exchange gives every mail it delivers an id, but what a program has put into a folder may have none.
function messageIdOf({
  id,
  internetMessageId,
}: {
  id: string;
  internetMessageId?: unknown;
}): string {
  const isGiven = typeof internetMessageId === "string" && internetMessageId !== "";
  return isGiven ? internetMessageId : `<${id}@no-message-id>`;
}

function attachmentRecord(attachment: z.infer<typeof Attachment>): AttachmentRecord {
  return {
    id: attachment.id,
    name: attachment.name ?? "attachment",
    type: attachment.contentType ?? "application/octet-stream",
    bytes: attachment.size ?? 0,
  };
}

function addresses(recipients: readonly z.infer<typeof Recipient>[]): string[] {
  return recipients.flatMap(({ emailAddress }) => emailAddress.address ?? []);
}

export const listedSelect = "id,internetMessageId,receivedDateTime,parentFolderId,isDraft";

const ListedMessage = z.object({
  id: z.string(),
  internetMessageId: z.string().nullish(),
  receivedDateTime: z.string(),
  parentFolderId: z.string(),
  isDraft: z.boolean().nullish(),
});

const ListPage = z.object({
  value: z.array(ListedMessage),
  "@odata.nextLink": z.string().optional(),
});

/** A message of a listing, with what tells whether it came or was written here. */
export type ListedItem = Omit<ListedMail, "mailbox"> & {
  readonly folderId: string;
  readonly isDraft: boolean;
};

/** A page of a plain listing, with the link to the next. */
export function listPage(answer: unknown): { items: ListedItem[]; next: string | undefined } {
  const page = ListPage.parse(answer);
  return { items: page.value.map(listedItem), next: page["@odata.nextLink"] };
}

function listedItem(message: z.infer<typeof ListedMessage>): ListedItem {
  return {
    graphId: message.id,
    internetMessageId: messageIdOf(message),
    receivedAt: new Date(message.receivedDateTime).toISOString(),
    folderId: message.parentFolderId,
    isDraft: message.isDraft === true,
  };
}

/** A message as a listing shows it. */
export function listedMail(mailbox: string, answer: unknown): ListedMail {
  const { graphId, internetMessageId, receivedAt } = listedItem(ListedMessage.parse(answer));
  return { mailbox, graphId, internetMessageId, receivedAt };
}

const DeltaAnswer = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      "@removed": z.unknown().optional(),
      isDraft: z.boolean().optional(),
    }),
  ),
  "@odata.nextLink": z.string().optional(),
  "@odata.deltaLink": z.string().optional(),
});

/** A page of changes: removals are of no interest, since the ledger keeps what was there. */
export function deltaPage(mailbox: string, answer: unknown): DeltaPage {
  const page = DeltaAnswer.parse(answer);
  const link = page["@odata.nextLink"] ?? page["@odata.deltaLink"];
  if (link === undefined) throw new Error("Graph gave a page of changes without a link.");
  const mails = page.value
    .filter((item) => item["@removed"] === undefined && item.isDraft !== true)
    .map(({ id }) => ({ mailbox, graphId: id }));
  return { mails, link, last: page["@odata.nextLink"] === undefined };
}

const Marked = z.object({ id: z.string(), internetMessageId: z.string(), isDraft: z.boolean() });

/** One of our own messages. */
export function markedMail(answer: unknown): MarkedMail {
  const { id, internetMessageId, isDraft } = Marked.parse(answer);
  return { id, internetMessageId, isDraft };
}

/** Our messages carrying a marker. */
export function markedMails(answer: unknown): MarkedMail[] {
  return z
    .object({ value: z.array(Marked) })
    .parse(answer)
    .value.map(markedMail);
}

const DraftFiles = z.object({
  // What is no file, such as a whole mail, counts as one without content: nothing of ours looks like it.
  value: z.array(z.object({ name: z.string(), contentBytes: z.string().default("") })),
});

/** The files of a draft, with what they hold. */
export function draftFiles(answer: unknown): DraftFile[] {
  return DraftFiles.parse(answer).value.map(({ name, contentBytes }) => ({
    name,
    content: new Uint8Array(Buffer.from(contentBytes, "base64")),
  }));
}
