import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { StoredMessage } from "./stored-message.ts";

/** Graph addresses a message by an ordinary id, which every move changes, or by an immutable one. */
export type IdForm = "ordinary" | "immutable";

// Real Outlook ids are long and start like these; code that cannot carry them should fail here and not in a tenant.
const immutablePrefix = "AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A";
const ordinaryPrefix = "AAMkADk0MGFkODE3LWE4MmYtNDRhOS1iOTRiLTk3NjQ1ZGFhMGE2MwBGAAAAAAB";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** A new id that stays with a message for as long as it stays in its mailbox. */
export function newImmutableId(): string {
  return `${immutablePrefix}${randomBytes(24).toString("base64url")}AAA=`;
}

/** The id of the message in the form a request asked for. */
export function messageId(message: StoredMessage, form: IdForm): string {
  if (form === "immutable") return message.immutableId;
  const place = `${message.immutableId} ${message.folderId} ${message.moves}`;
  return `${ordinaryPrefix}${digest(place).toString("base64url")}AAA=`;
}

/** Whether `id` could be a message id at all; Graph answers 400 and not 404 to anything else. */
export function looksLikeMessageId(id: string): boolean {
  return /^AA[\w-]{20,}=*$/.test(id);
}

export function newAttachmentId(): string {
  return `${immutablePrefix}${randomBytes(24).toString("base64url")}AABEgAQAA==`;
}

/** A Message-ID for mail that this mailbox writes, or that arrived without one. */
export function newInternetMessageId(mailbox: string): string {
  return `<${randomUUID().toUpperCase()}@${mailbox.split("@")[1] ?? "localhost"}>`;
}

export function newConversationId(): string {
  return `AAQkADk0MGFkODE3${randomBytes(24).toString("base64url")}=`;
}

/** The opaque thread position Outlook derives from a conversation. */
export function conversationIndexOf(message: StoredMessage): string {
  return digest(message.conversationId).subarray(0, 22).toString("base64");
}

export function changeKeyOf(message: StoredMessage): string {
  return digest(`${message.key} ${message.version}`).subarray(0, 21).toString("base64");
}

export function entityTagOf(message: StoredMessage): string {
  return `W/"${changeKeyOf(message)}"`;
}

/** The id of a folder; it never changes, whatever id form is asked for. */
export function containerId(mailbox: string, name: string): string {
  return `AAMkAGFolder${digest(`${mailbox}/${name}`).toString("base64url")}AAA=`;
}
