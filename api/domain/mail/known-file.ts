import { fileTypeFromBuffer } from "file-type";

/** Pictures and documents that a browser shows without running anything. */
const harmless: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "application/pdf",
]);

const programs =
  /^application\/(?:x-msdownload|x-msi|x-ms-shortcut|x-elf|x-mach-binary|java-vm|wasm|vnd\.android|x-shockwave|x-deb|x-rpm|x-google-chrome)|^text\/html/;

/** Whether a file is a program by its own first bytes, whatever its name ends in. */
export async function isProgram(content: Uint8Array): Promise<boolean> {
  const found = await fileTypeFromBuffer(content);
  return found !== undefined && programs.test(found.mime);
}

/** What a file is by its first bytes, as a media type; most texts say nothing of themselves. */
export async function typeOf(content: Uint8Array): Promise<string> {
  return (await fileTypeFromBuffer(content))?.mime ?? "application/octet-stream";
}

/**
 * The type a file may be shown as, told from its own first bytes and never from what its sender calls
 * it; absent for everything that is to be downloaded: programs, pages, drawings with scripts, texts.
 */
export async function shownType(content: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(content);
  return found !== undefined && harmless.has(found.mime) ? found.mime : undefined;
}
