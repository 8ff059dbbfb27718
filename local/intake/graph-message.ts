import { createHash } from "node:crypto";
import type { Message } from "@microsoft/microsoft-graph-types";
import { attachmentProperties, viewMessage } from "../mailbox/message-view.ts";
import { newAttachmentId, newConversationId, newImmutableId } from "../mailbox/message-ids.ts";
import { parseMail, type ParsedMail } from "../mailbox/mime-to-message.ts";
import { graphTime, type StoredMessage } from "../mailbox/stored-message.ts";

const noBytes = {
  put: () => Promise.reject(new Error("A dry run stores nothing.")),
  get: () => Promise.reject(new Error("A dry run stores nothing.")),
};

/** The message that Graph would give for a raw mail in a mailbox, without putting it there. */
export async function graphMessageOf(raw: Buffer, mailbox: string): Promise<Message> {
  const stored = storedMessage(raw, await parseMail(raw), mailbox);
  const view = {
    preferences: { idForm: "immutable", bodyForm: "text", applied: [] },
    select: [
      "internetMessageId",
      "conversationId",
      "from",
      "replyTo",
      "toRecipients",
      "ccRecipients",
      "subject",
      "receivedDateTime",
      "internetMessageHeaders",
      "body",
      "hasAttachments",
    ],
    expand: { attachments: { select: attachmentProperties } },
  } as const;
  return viewMessage(stored, view, noBytes);
}

function storedMessage(
  raw: Buffer,
  { sentAt, ...parsed }: ParsedMail,
  mailbox: string,
): StoredMessage {
  const at = graphTime(sentAt !== undefined && isPlausible(sentAt) ? sentAt : new Date(0));
  const key = createHash("sha256").update(raw).digest("hex");
  return {
    internetMessageId: `<${key}@dry-run.invalid>`,
    ...parsed,
    key,
    mailbox,
    folderId: "inbox",
    immutableId: newImmutableId(),
    moves: 0,
    version: 1,
    isDraft: false,
    isRead: false,
    bcc: [],
    conversationId: newConversationId(),
    createdAt: at,
    modifiedAt: at,
    receivedAt: at,
    sentAt: at,
    categories: [],
    flagStatus: "notFlagged",
    extendedProperties: [],
    attachments: parsed.attachments.map(({ bytes, ...attachment }) => ({
      ...attachment,
      id: newAttachmentId(),
      size: bytes.length,
      addedAt: at,
      bytesKey: "",
    })),
  };
}

// Clocks of senders stand at any year; Graph's own never does.
function isPlausible(at: Date): boolean {
  return at.getUTCFullYear() > 1970 && at.getUTCFullYear() < 2200;
}
