import { textOf } from "./charsets.ts";

// One encoded word of RFC 2047; the limit keeps a header without an end from being read again and again.
const word = String.raw`=\?[^?\s]{1,60}\?[QqBb]\?[^?]{0,4000}(?:\?(?![=])[^?]{0,200}){0,9}\?=`;
const runs = new RegExp(`${word}(?:[ \\t\\r\\n]*${word})*`, "g");
const words = /=\?([^?\s]{1,60})\?([QqBb])\?([^?]{0,4000}(?:\?(?![=])[^?]{0,200}){0,9})\?=/g;

/**
 * Rewrites every run of encoded words as one in UTF-8: mail programs cut characters in half between
 * words, spell one charset in two ways, and name charsets that parsers do not know.
 */
export function joinEncodedWords(header: string): string {
  if (!header.includes("=?")) return header;
  return closeLastWord(header).replace(runs, (run) => encodedWord(decodeRun(run)));
}

/** The text of a header that may hold encoded words. */
export function decodeEncodedWords(header: string): string {
  return header.includes("=?") ? closeLastWord(header).replace(runs, decodeRun) : header;
}

// Programs that shorten a subject cut its last word off in the middle.
function closeLastWord(header: string): string {
  return header.replace(/(=\?[^?\s]{1,60}\?[QqBb]\?[^?\s]{1,400})\??$/, "$1?=");
}

function encodedWord(text: string): string {
  return `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
}

function decodeRun(run: string): string {
  const chunks: { charset: string; bytes: Buffer[] }[] = [];
  for (const [, label = "", encoding = "", content = ""] of run.matchAll(words)) {
    const charset = label.replace(/\*.*$/, "").toLowerCase();
    const bytes = /q/i.test(encoding) ? quotedBytes(content) : Buffer.from(content, "base64");
    const last = chunks.at(-1);
    if (last?.charset === charset) last.bytes.push(bytes);
    else chunks.push({ charset, bytes: [bytes] });
  }
  return chunks
    .map(({ charset, bytes }) => textOf(Buffer.concat(bytes), charset))
    .join("")
    .replace(/[\r\n]+/g, " ");
}

function quotedBytes(content: string): Buffer {
  const plain = content.replace(/[_\s]/g, " ");
  return Buffer.from(
    plain.replace(/=([0-9A-Fa-f]{2})/g, (_found, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    "latin1",
  );
}
