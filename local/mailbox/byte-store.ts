import { createHash, randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Raw mails and attachments by the hash of their content: written once, never changed. */
export type ByteStore = {
  /** Keeps the bytes and returns the key they are found by; `extension` (like `.eml`) is for people who look into the folder. */
  put(bytes: Buffer, extension?: string): Promise<string>;
  /** The bytes kept under `key`; rejects when there are none. */
  get(key: string): Promise<Buffer>;
};

const keyOf = (bytes: Buffer, extension: string): string =>
  `${createHash("sha256").update(bytes).digest("hex")}${extension}`;

function createMemoryByteStore(): ByteStore {
  const kept = new Map<string, Buffer>();
  return {
    put: (bytes, extension = "") => {
      const key = keyOf(bytes, extension);
      kept.set(key, bytes);
      return Promise.resolve(key);
    },
    get: (key) => {
      const bytes = kept.get(key);
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`No bytes under ${key}.`));
    },
  };
}

/** Keeps bytes as files in `folder`, or in memory when there is no folder. */
export function createByteStore(folder: string | undefined): ByteStore {
  if (folder === undefined) return createMemoryByteStore();
  mkdirSync(folder, { recursive: true });
  return {
    async put(bytes, extension = "") {
      const key = keyOf(bytes, extension);
      const written = join(folder, `${randomUUID()}.new`);
      await writeFile(written, bytes);
      // Renamed into place: a process killed while writing never leaves half a mail under its key.
      await rename(written, join(folder, key));
      return key;
    },
    get: (key) => readFile(join(folder, key)),
  };
}
