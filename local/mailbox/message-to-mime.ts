import { createTransport } from "nodemailer";
import type { ByteStore } from "./byte-store.ts";
import type { Correspondent, StoredMessage } from "./stored-message.ts";

const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });

/** Writes a message of this mailbox as the MIME that leaves it; Bcc recipients are not named in it. */
export async function composeMime(message: StoredMessage, bytes: ByteStore): Promise<Buffer> {
  const attachments = await Promise.all(
    message.attachments.map(async (attachment) => ({
      filename: attachment.name,
      contentType: attachment.contentType,
      content: await bytes.get(attachment.bytesKey),
      contentDisposition: attachment.isInline ? ("inline" as const) : ("attachment" as const),
      ...(attachment.contentId !== undefined && { cid: attachment.contentId }),
    })),
  );
  const { message: mime } = await composer.sendMail({
    ...(message.from && { from: { ...message.from } }),
    ...(message.sender &&
      message.sender.address !== message.from?.address && { sender: { ...message.sender } }),
    to: addresses(message.to),
    cc: addresses(message.cc),
    replyTo: addresses(message.replyTo),
    subject: message.subject,
    text: message.body.text,
    ...(message.body.html !== undefined && { html: message.body.html }),
    messageId: message.internetMessageId,
    ...(message.inReplyTo !== undefined && { inReplyTo: message.inReplyTo }),
    references: [...message.references],
    date: new Date(message.sentAt),
    priority: message.importance,
    headers: message.headers.map(({ name, value }) => ({ key: name, value })),
    attachments,
  });
  if (!Buffer.isBuffer(mime)) throw new Error("The mail was composed as a stream.");
  return mime;
}

const addresses = (people: readonly Correspondent[]): Correspondent[] =>
  people.map(({ name, address }) => ({ name: name === address ? "" : name, address }));
