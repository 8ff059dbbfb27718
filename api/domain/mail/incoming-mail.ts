import type { AttachmentRecord, MailSender, MailKey } from "../case/vocabulary.ts";

export type MailHeader = { readonly name: string; readonly value: string };

/** A mail as the shared mailbox holds it, before anything is decided about it. */
export type IncomingMail = {
  readonly key: MailKey;
  readonly mailbox: string;
  readonly graphId: string;
  readonly internetMessageId: string;
  readonly conversationId: string;
  readonly from: MailSender;
  readonly replyTo: readonly string[];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  /** The instant it reached the mailbox, ISO 8601 in UTC: day 0 of the acknowledgement clock. */
  readonly receivedAt: string;
  readonly headers: readonly MailHeader[];
  /** The whole body as plain text, quotes and signature included. */
  readonly text: string;
  readonly attachments: readonly AttachmentRecord[];
  /** Where somebody or a filter had put it before it was read, if that says that it was not wanted. */
  readonly foundIn?: "junk-email" | "deleted-items" | "recoverable-items";
};

/** The message ids a mail says it answers: In-Reply-To first, then References from the newest. */
export function answeredIds(mail: IncomingMail): string[] {
  const ids = [
    ...idsIn(headerOf(mail, "in-reply-to")),
    ...idsIn(headerOf(mail, "references")).reverse(),
  ];
  return [...new Set(ids)];
}

/** The value of a header, whatever its case; empty when the mail has none. */
export function headerOf(mail: Pick<IncomingMail, "headers">, name: string): string {
  return mail.headers.find((header) => header.name.toLowerCase() === name)?.value ?? "";
}

function idsIn(value: string): string[] {
  return value.match(/<[^<>\s]+>/g) ?? [];
}
