import { Readable } from "node:stream";
import { RestError, type ContainerClient } from "@azure/storage-blob";
import type { MailKey } from "../../domain/case/vocabulary.ts";
import { beginReading, firstOf } from "../../services/case-page/begin-reading.ts";
import { sha256 } from "../../services/digest.ts";
import type { Bytes, Evidence, KeptFile } from "../../services/ports/texts.ts";
import { PassingBytes, TooManyBytes } from "./passing-bytes.ts";

/** What fits in one block is written in one request; of a larger file a few are held at a time. */
const blockBytes = 4 * 1024 * 1024;
const blocksAtATime = 2;
/** Enough to judge what wrote a mail, and what a file is. */
const remembered = 300_000;

/** Raw mails and attachments as blobs, written once; a blob is there when its last block is, or not at all. */
export class BlobEvidence implements Evidence {
  readonly #container: ContainerClient;

  constructor(container: ContainerClient) {
    this.#container = container;
  }

  keepMail(key: MailKey, mime: Bytes): Promise<KeptFile> {
    return this.#keep(mailName(key), mime);
  }

  async openMail(key: MailKey, most: number): Promise<Uint8Array | undefined> {
    const kept = await this.#open(mailName(key));
    return kept && firstOf(kept, most);
  }

  async keepAttachment(
    { key, attachmentId }: { readonly key: MailKey; readonly attachmentId: string },
    content: Bytes,
    most: number,
  ): Promise<KeptFile | "too-large"> {
    try {
      return await this.#keep(attachmentName(key, attachmentId), content, most);
    } catch (error) {
      if (error instanceof TooManyBytes) return "too-large";
      throw error;
    }
  }

  openAttachment(
    key: MailKey,
    attachmentId: string,
  ): Promise<AsyncIterable<Uint8Array> | undefined> {
    return this.#open(attachmentName(key, attachmentId));
  }

  async #keep(name: string, content: Bytes, most?: number): Promise<KeptFile> {
    const passing = new PassingBytes(content, { remembered, ...(most !== undefined && { most }) });
    if ((await this.#write(name, passing)) === "written")
      return { isNew: true, ...passing.known() };
    // What an earlier attempt kept is the evidence, even if Exchange has written the mail anew since.
    const kept = await this.#open(name);
    if (kept === undefined) throw new Error("A file that was kept is gone.");
    return { isNew: false, ...(await new PassingBytes(kept, { remembered }).pass()) };
  }

  async #write(name: string, bytes: AsyncIterable<Uint8Array>): Promise<"written" | "exists"> {
    const blob = this.#container.getBlockBlobClient(name);
    const once = { conditions: { ifNoneMatch: "*" } };
    const { isAll, beginning, all } = await beginReading(bytes, blockBytes);
    const body = Readable.from(all, { objectMode: false });
    try {
      if (isAll) await blob.uploadData(beginning, once);
      else await blob.uploadStream(body, blockBytes, blocksAtATime, once);
      return "written";
    } catch (cause) {
      // What the bytes come from may fail too, in words of its own.
      if (!(cause instanceof RestError)) throw cause;
      if (cause.statusCode === 409 || cause.statusCode === 412) return "exists";
      throw new Error("Blob storage failed to keep a file.", { cause });
    } finally {
      body.destroy();
    }
  }

  async #open(name: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    try {
      const { readableStreamBody } = await this.#container.getBlockBlobClient(name).download();
      return readableStreamBody as Readable | undefined;
    } catch (cause) {
      if (cause instanceof RestError && cause.statusCode === 404) return undefined;
      throw new Error("Blob storage failed to read a file.", { cause });
    }
  }
}

function mailName(key: MailKey): string {
  return `${key}/mail.eml`;
}

function attachmentName(key: MailKey, attachmentId: string): string {
  return `${key}/${sha256(attachmentId)}`;
}
