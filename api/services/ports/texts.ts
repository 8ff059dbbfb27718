import type { CaseId, MailKey, TextHash } from "../../domain/case/vocabulary.ts";

/** Letters, notes and mail bodies: kept once by their hash, never changed. */
export interface Texts {
  put(caseId: CaseId, text: string): Promise<TextHash>;
  /** Throws when a text that an event names is gone: that is a fault, not a refusal. */
  get(caseId: CaseId, hash: TextHash): Promise<string>;
}

/** Bytes on their way: never all of them at once. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What is known of a file that is kept, whether now or by an earlier attempt. */
export type KeptFile = {
  /** Nobody had kept it before. */
  readonly isNew: boolean;
  readonly bytes: number;
  /** SHA-256 of what is kept. */
  readonly sha256: string;
  /** Enough of it to tell what it is. */
  readonly beginning: Uint8Array;
};

/** Raw mails and their attachments, as they arrived: whole or not at all, and never written over. */
export interface Evidence {
  keepMail(key: MailKey, mime: Bytes): Promise<KeptFile>;
  /** A kept mail as it arrived, byte for byte, as far as `most` bytes. */
  openMail(key: MailKey, most: number): Promise<Uint8Array | undefined>;
  /** Keeps no more than `most` bytes: of a file that goes on, nothing. */
  keepAttachment(
    file: { readonly key: MailKey; readonly attachmentId: string },
    content: Bytes,
    most: number,
  ): Promise<KeptFile | "too-large">;
  openAttachment(
    key: MailKey,
    attachmentId: string,
  ): Promise<AsyncIterable<Uint8Array> | undefined>;
}
