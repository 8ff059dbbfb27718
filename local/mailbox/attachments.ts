import { z } from "zod";
import type { ByteStore } from "./byte-store.ts";
import { refused, type GraphRefusal } from "./graph-errors.ts";
import type { Limits } from "./limits.ts";
import { newAttachmentId } from "./message-ids.ts";
import { unreadableBody } from "./message-input.ts";
import { graphTime, type StoredAttachment, type StoredMessage } from "./stored-message.ts";

const fileAttachmentInput = z.strictObject({
  "@odata.type": z.literal("#microsoft.graph.fileAttachment"),
  name: z.string().min(1),
  contentType: z.string().nullish(),
  contentBytes: z.base64(),
  isInline: z.boolean().optional(),
  contentId: z.string().nullish(),
});

/** A file that is to be attached, however it came. */
export type NewFile = {
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
  readonly isInline: boolean;
  readonly contentId?: string;
};

/** Reads an attachment posted in one piece; one that needs an upload session is refused. */
export function parseFileAttachment(body: unknown, limits: Limits): NewFile | GraphRefusal {
  const parsed = fileAttachmentInput.safeParse(body);
  if (!parsed.success) return unreadableBody(parsed.error);
  const { name, contentType, contentBytes, isInline = false, contentId } = parsed.data;
  const content = Buffer.from(contentBytes, "base64");
  if (content.length >= limits.sessionAttachmentBytes)
    return refused(
      413,
      "ErrorAttachmentSizeLimitExceeded",
      "The attachment is too large for one request: create an upload session.",
    );
  return {
    name,
    contentType: contentType ?? "application/octet-stream",
    content,
    isInline,
    ...(contentId && { contentId }),
  };
}

/** Keeps the file's content and describes it as an attachment. */
export async function keepFile(
  { content, ...described }: NewFile,
  bytes: ByteStore,
  now: Date,
): Promise<StoredAttachment> {
  return {
    ...described,
    id: newAttachmentId(),
    kind: "file",
    size: content.length,
    addedAt: graphTime(now),
    bytesKey: await bytes.put(content),
  };
}

/** Why the message cannot take a file of this size: what was sent or received takes none. Undefined when it can. */
export function cannotTake(
  message: StoredMessage,
  size: number,
  limits: Limits,
): GraphRefusal | undefined {
  if (!message.isDraft)
    return refused(
      400,
      "ErrorInvalidPropertyUpdateSentMessage",
      "Update operation is invalid for property 'attachments' of this message.",
    );
  const attached = message.attachments.reduce((total, each) => total + each.size, 0);
  return attached + size > limits.messageBytes
    ? refused(413, "ErrorMessageSizeExceeded", "The message exceeds the maximum supported size.")
    : undefined;
}
