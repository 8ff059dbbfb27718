import { buffer } from "node:stream/consumers";
import { RestError, type ContainerClient } from "@azure/storage-blob";
import type { CaseId, TextHash } from "../../domain/case/vocabulary.ts";
import { sha256 } from "../../services/digest.ts";
import type { Texts } from "../../services/ports/texts.ts";

/** Texts as blobs named by their own hash, so that what was approved can never be rewritten. */
export class BlobTexts implements Texts {
  readonly #container: ContainerClient;

  constructor(container: ContainerClient) {
    this.#container = container;
  }

  async put(caseId: CaseId, text: string): Promise<TextHash> {
    const hash = sha256(text);
    await putOnce(this.#container, textName(caseId, hash), Buffer.from(text));
    return hash;
  }

  async get(caseId: CaseId, hash: TextHash): Promise<string> {
    const content = await read(this.#container, textName(caseId, hash));
    if (content === undefined) throw new Error(`A text of ${caseId} is missing from storage.`);
    return content.toString("utf8");
  }
}

function textName(caseId: CaseId, hash: TextHash): string {
  return `${caseId}/${hash}.txt`;
}

async function putOnce(
  container: ContainerClient,
  name: string,
  content: Uint8Array,
): Promise<void> {
  try {
    await container
      .getBlockBlobClient(name)
      .uploadData(content, { conditions: { ifNoneMatch: "*" } });
  } catch (cause) {
    // The same content is there already: names are hashes, or the mail's own identity.
    if (cause instanceof RestError && (cause.statusCode === 409 || cause.statusCode === 412))
      return;
    throw new Error("Blob storage failed to keep a file.", { cause });
  }
}

async function read(container: ContainerClient, name: string): Promise<Buffer | undefined> {
  try {
    // One request: downloadToBuffer would ask for the size first.
    const { readableStreamBody } = await container.getBlockBlobClient(name).download();
    return readableStreamBody === undefined ? undefined : await buffer(readableStreamBody);
  } catch (cause) {
    if (cause instanceof RestError && cause.statusCode === 404) return undefined;
    throw new Error("Blob storage failed to read a file.", { cause });
  }
}
