import type { AttachmentRecord, CaseId, MailKey, TextHash } from "../../domain/case/vocabulary.ts";

/** Letters, notes and mail bodies: kept once by their hash, never changed. */
export interface Texts {
  put(caseId: CaseId, text: string): Promise<TextHash>;
  /** Throws when a text that an event names is gone: that is a fault, not a refusal. */
  get(caseId: CaseId, hash: TextHash): Promise<string>;
}

/** Raw mails and their attachments, as they arrived. */
export interface Evidence {
  keepMail(key: MailKey, mime: Uint8Array): Promise<void>;
  /** A kept mail as it arrived, byte for byte. */
  openMail(key: MailKey): Promise<Uint8Array | undefined>;
  keepAttachment(key: MailKey, attachment: AttachmentRecord, content: Uint8Array): Promise<void>;
  openAttachment(key: MailKey, attachmentId: string): Promise<Uint8Array | undefined>;
}
