import { fileTypeFromBuffer } from "file-type";

/** Pictures and documents that a browser shows without running anything. */
const harmless: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "application/pdf",
]);

/** What runs when it is opened, or makes something else run, as `file-type` calls it. */
const programs: ReadonlySet<string> = new Set([
  "application/x-msdownload",
  "application/x.ms.shortcut",
  "application/x-ms-regedit",
  "application/vnd.ms-htmlhelp",
  "application/x-elf",
  "application/x-mach-binary",
  "application/x.apple.alias",
  "application/java-vm",
  "application/java-archive",
  "application/wasm",
  "application/vnd.android.package-archive",
  "application/x-shockwave-flash",
  "application/x-deb",
  "application/x-rpm",
  "application/x-google-chrome-extension",
  "application/x-xpinstall",
]);

/** A web page, after whatever may stand before its first element. */
const page =
  /^(?:\s|<\?[^>]*>|<!--(?:(?!-->)[^])*-->)*<(?:!doctype\s+html|html|head|body|script)\b/i;
const readBytes = 1024;

/** Whether a file is a program or a web page by its own first bytes, whatever its name ends in. */
export async function isProgram(content: Uint8Array): Promise<boolean> {
  if (page.test(new TextDecoder().decode(content.subarray(0, readBytes)))) return true;
  return programs.has(await typeOf(content));
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
