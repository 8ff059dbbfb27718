import { fileTypeFromBuffer } from "file-type";

/** Wrappings that files of many types come in; their first bytes say no more. */
const wrapping =
  /^application\/(?:zip|x-cfb|x-zip-compressed|xml|gzip|x-rar-compressed|x-7z-compressed)$|^text\//;
const otherNames: Readonly<Record<string, string>> = {
  "image/jpg": "image/jpeg",
  "image/pjpeg": "image/jpeg",
  "image/x-png": "image/png",
  "application/x-pdf": "application/pdf",
  "audio/mp3": "audio/mpeg",
};
const saysNothing = new Set(["application/octet-stream", "application/binary", "message/rfc822"]);
const readBytes = 4100;

/** What a file really is when its first bytes disagree with what its sender calls it, as a sentence. */
export async function typeDisagreement(
  declared: string,
  content: Uint8Array,
): Promise<string | undefined> {
  const type = declared.replace(/;.*/s, "").trim().toLowerCase();
  if (type === "" || saysNothing.has(type)) return undefined;
  const found = await fileTypeFromBuffer(content.subarray(0, readBytes));
  if (found === undefined || isOneOf(found.mime, otherNames[type] ?? type)) return undefined;
  return `It was sent as ${type}, but by its first bytes it is ${found.mime}.`;
}

// Word, ZIP and their like are told from their ending, which the first bytes do not hold.
function isOneOf(found: string, declared: string): boolean {
  if (found === declared) return true;
  return wrapping.test(found) && declared.startsWith("application/") && !declared.endsWith("/pdf");
}
