import { textOf } from "./charsets.ts";
import { readHeader, writeHeader, type HeaderFields } from "./mend-header.ts";
import {
  asFile,
  asParameter,
  isFile,
  named,
  parameter,
  replaced,
  valueOf,
  without,
  type Place,
} from "./part-fields.ts";

/** Parts within parts beyond this depth are left as they are. */
const deepest = 20;
/** More parts than these are an attack, not a mail. */
const mostParts = 1000;
/** Nobody writes so much: the rest of a text is kept as evidence only. */
const mostTextBytes = 1024 * 1024;
/** A multiple of three, so that the lines of base64 join. */
const bytesPerLine = 45_000;

/**
 * Writes a raw mail anew so that a strict parser reads what Exchange would show: line ends, headers in
 * raw bytes, boundaries that do not match, charsets that are missing, wrong or unknown.
 */
export function mendMime(raw: Buffer): Buffer {
  return mendPart(withLineFeeds(withoutPreamble(raw)), { depth: 0, hasText: false });
}

/** The mail without what mailbox files and careless exports put before its first header. */
export function withoutPreamble(raw: Buffer): Buffer {
  let at = raw.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  while (raw[at] === 0x0a || raw[at] === 0x0d || raw[at] === 0x20) at += 1;
  return raw.subarray(at);
}

// Old Macintosh programs end lines with a carriage return alone.
function withLineFeeds(raw: Buffer): Buffer {
  const start = raw.toString("latin1", 0, 16_384);
  const returns = start.match(/\r(?!\n)/g)?.length ?? 0;
  const feeds = start.match(/\n/g)?.length ?? 0;
  if (returns <= feeds) return raw;
  return Buffer.from(raw.toString("latin1").replace(/\r\n?/g, "\n"), "latin1");
}

function mendPart(part: Buffer, place: Place): Buffer {
  const { fields: written, body } = readHeader(part);
  const fields = named(written);
  const type = valueOf(fields, "content-type");
  const { depth } = place;
  if (isUntypedMessage(fields, depth)) {
    return Buffer.concat([writeHeader([{ name: "Content-Type", value: "message/rfc822" }]), part]);
  }
  if (/^\s*multipart\//i.test(type) || (type === "" && depth === 0)) {
    const mended = mendMultipart({ fields, body, type }, place);
    if (mended !== undefined) return mended;
  }
  return mendLeaf(fields, body, place);
}

/** A returned mail that lies in a part without saying so: its header is taken for the part's. */
function isUntypedMessage(fields: HeaderFields, depth: number): boolean {
  // Signed parts repeat the header of their own mail and say so (RFC 9788 and what came before it).
  const repeats = /;\s*(?:protected-headers|hp)\s*=/i.test(valueOf(fields, "content-type"));
  return (
    depth > 0 &&
    !repeats &&
    valueOf(fields, "from") !== "" &&
    /\S/.test(valueOf(fields, "message-id") + valueOf(fields, "received"))
  );
}

type Multipart = { readonly fields: HeaderFields; readonly body: Buffer; readonly type: string };

function mendMultipart({ fields, body, type }: Multipart, place: Place): Buffer | undefined {
  const declared = parameter(type, "boundary");
  const found =
    declared !== "" && partsBetween(body, declared).length > 0 ? declared : boundaryIn(body);
  if (found === undefined || place.depth >= deepest) return undefined;
  const kind = /multipart\/[\w-]+/i.exec(type)?.[0] ?? "multipart/mixed";
  const report = parameter(type, "report-type");
  const value = `${kind}; boundary="${found}"${report === "" ? "" : `; report-type=${report}`}`;
  // An encoding of the whole would be an encoding of the boundaries too.
  const kept = without(fields, ["content-transfer-encoding"]);
  const isAlternative = /alternative/i.test(kind);
  let hasText = place.hasText;
  const parts = partsBetween(body, found).map((each) => {
    const part = mendPart(each, { depth: place.depth + 1, hasText, isAlternative });
    hasText ||= isText(each);
    return Buffer.concat([Buffer.from(`--${found}\n`), part, Buffer.from("\n")]);
  });
  const header = writeHeader(replaced(kept, "Content-Type", value));
  return Buffer.concat([header, ...parts, Buffer.from(`--${found}--\n`)]);
}

function isText(part: Buffer): boolean {
  const { fields, body } = readHeader(part);
  const isRead = /^\s*(?:$|text\/(?:plain|html)|multipart\/)/i.test(
    valueOf(fields, "content-type"),
  );
  return isRead && /\S/.test(body.toString("latin1", 0, 2000));
}

// The first line that begins like a boundary and is followed by the header of a part.
function boundaryIn(body: Buffer): string | undefined {
  const start = body.toString("latin1", 0, 65_536);
  return /^--([^\s-][^\r\n]{0,99}?|-+[^\r\n]{3,99}?)[ \t]*\r?\nContent-(?:Type|Transfer|Disposition)/im.exec(
    start,
  )?.[1];
}

function partsBetween(body: Buffer, boundary: string): Buffer[] {
  const marks = boundaryLines(body, boundary);
  return marks.flatMap(({ end, closes }, index) => {
    if (closes) return [];
    const next = marks[index + 1];
    return [body.subarray(end, next === undefined ? body.length : Math.max(end, next.start - 1))];
  });
}

type BoundaryLine = { readonly start: number; readonly end: number; readonly closes: boolean };

function boundaryLines(body: Buffer, boundary: string): BoundaryLine[] {
  const mark = Buffer.from(`--${boundary}`);
  const lines: BoundaryLine[] = [];
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    const end = body.indexOf(0x0a, at);
    const lineEnd = end === -1 ? body.length : end;
    const rest = body.toString(
      "latin1",
      at + mark.length,
      Math.min(lineEnd, at + mark.length + 80),
    );
    const tail = /^(--)?[ \t\r]*$/.exec(rest);
    if (tail === null) continue;
    lines.push({ start: at, end: Math.min(lineEnd + 1, body.length), closes: tail[1] === "--" });
    if (tail[1] === "--" || lines.length > mostParts) break;
  }
  return lines;
}

// A parser reads a few long lines far sooner than many short ones; the bytes of a file stay what they were.
function mendLeaf(fields: HeaderFields, body: Buffer, place: Place): Buffer {
  const type = valueOf(fields, "content-type");
  const encoding = valueOf(fields, "content-transfer-encoding");
  if (!/^\s*(text\/|$)/i.test(type)) return encoded(fields, decoded(body, encoding));
  if (isFile(fields, place)) return encoded(asFile(fields), decoded(body, encoding));
  // No encoding makes more than three bytes of one.
  const shown = decoded(body.subarray(0, 3 * mostTextBytes), encoding).subarray(0, mostTextBytes);
  const charset = parameter(type, "charset") || charsetOfHtml(type, shown);
  const kind = /^\s*(text\/[\w.+-]+)/i.exec(type)?.[1] ?? "text/plain";
  const kept = ["format", "delsp", "method", "name"].map((name) =>
    asParameter(name, parameter(type, name)),
  );
  const value = `${[kind, ...kept].join("")}; charset=utf-8`;
  return encoded(replaced(fields, "Content-Type", value), Buffer.from(textOf(shown, charset)));
}

function encoded(fields: HeaderFields, bytes: Buffer): Buffer {
  const kept = without(fields, ["content-transfer-encoding"]);
  const header = [...kept, { name: "Content-Transfer-Encoding", value: "base64" }];
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += bytesPerLine) {
    lines.push(bytes.toString("base64", at, at + bytesPerLine));
  }
  return Buffer.concat([writeHeader(header), Buffer.from(lines.join("\n"))]);
}

function charsetOfHtml(type: string, bytes: Buffer): string {
  if (!/html/i.test(type)) return "";
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(
      bytes.toString("latin1", 0, 4096),
    )?.[1] ?? ""
  );
}

function decoded(body: Buffer, encoding: string): Buffer {
  const stated = /[\w-]+/.exec(encoding.toLowerCase())?.[0];
  if (stated === "base64") return fromBase64(body);
  if (stated !== "quoted-printable") return withoutReturns(body);
  const joined = body
    .toString("latin1")
    .replace(/\r/g, "")
    .replace(/=[ \t]*\n/g, "");
  return Buffer.from(
    joined.replace(/=([0-9A-Fa-f]{2})/g, (_found, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    "latin1",
  );
}

function withoutReturns(body: Buffer): Buffer {
  return body.includes(0x0d)
    ? Buffer.from(body.toString("latin1").replace(/\r+\n/g, "\n"), "latin1")
    : body;
}

// Lists and scanners add lines of plain text after the encoded ones.
function fromBase64(body: Buffer): Buffer {
  const text = body.toString("latin1");
  // Words with blanks between them were never encoded, whatever the header says.
  if (/^\s*[^\s]+[ \t]+\S/.test(text.slice(0, 200))) return body;
  const foreign = text.search(/[^A-Za-z0-9+/=\s]/);
  if (foreign === -1) return Buffer.from(text, "base64");
  const lineStart = text.lastIndexOf("\n", foreign) + 1;
  return Buffer.concat([
    Buffer.from(text.slice(0, lineStart), "base64"),
    Buffer.from(`\n${text.slice(lineStart)}`, "latin1"),
  ]);
}
