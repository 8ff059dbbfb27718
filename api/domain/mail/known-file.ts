import { fileTypeFromBuffer } from "file-type";

/** Pictures and documents that a browser shows without running anything. */
const harmless: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "application/pdf",
]);

/**
 * The type a file may be shown as, told from its own first bytes and never from what its sender calls
 * it; absent for everything that is to be downloaded: programs, pages, drawings with scripts, texts.
 */
export async function shownType(content: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(content);
  return found !== undefined && harmless.has(found.mime) ? found.mime : undefined;
}
