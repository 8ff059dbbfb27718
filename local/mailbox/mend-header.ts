import { textOf, utf8 } from "./charsets.ts";
import { joinEncodedWords } from "./encoded-words.ts";

/** No header is larger than this; what lies beyond is left out. */
const mostHeaderLines = 5000;
const mostLineBytes = 64 * 1024;

/** The header fields of a mail or of one of its parts, unfolded, in order. */
export type HeaderFields = { readonly name: string; readonly value: string }[];

const fieldStart = /^([!-9;-~]{1,200})[ \t]*:(.*)$/s;
const wellKnown =
  /^(from|to|cc|subject|date|message-id|mime-version|content-[a-z-]+|received|return-path|reply-to|x-[\w-]+)\s*:/i;

/** Divides a mail or a part of one into its header fields and its body, whatever state they are in. */
export function readHeader(part: Buffer): { fields: HeaderFields; body: Buffer } {
  const lines: Buffer[] = [];
  let at = 0;
  while (at < part.length && lines.length < mostHeaderLines) {
    const end = endOfLine(part, at);
    const line = withoutReturn(part.subarray(at, end));
    if (line.length === 0) return { fields: fieldsOf(lines), body: part.subarray(end + 1) };
    if (isBody(part, at, lines)) return { fields: fieldsOf(lines), body: part.subarray(at) };
    lines.push(line.subarray(0, mostLineBytes));
    at = end + 1;
  }
  return { fields: fieldsOf(lines), body: part.subarray(afterBlankLine(part, at)) };
}

// Behind an absurd number of header lines the body begins where the first empty line ends.
function afterBlankLine(part: Buffer, from: number): number {
  const blanks = ["\n\n", "\n\r\n"].map((blank) => ({ at: part.indexOf(blank, from), blank }));
  const [first] = blanks.filter(({ at }) => at !== -1).sort((a, b) => a.at - b.at);
  return first === undefined ? part.length : first.at + first.blank.length;
}

/** The header fields as a parser wants them: one line each, in UTF-8. */
export function writeHeader(fields: HeaderFields): Buffer {
  return Buffer.from(fields.map(({ name, value }) => `${name}: ${value}\n`).join("") + "\n");
}

// The blank line is missing when something that is no field is followed by no field either.
function isBody(part: Buffer, at: number, before: readonly Buffer[]): boolean {
  const line = part.toString("latin1", at, Math.min(endOfLine(part, at), at + 300));
  if (/^[ \t]/.test(line) && before.length > 0) return false;
  if (line.startsWith("--")) return true;
  if (fieldStart.test(line) || /^>?From /.test(line)) return false;
  const following = part
    .toString("latin1", at, at + 2000)
    .split("\n", 7)
    .slice(1);
  const blank = following.findIndex((each) => each.trim() === "");
  const rest = blank === -1 ? following : following.slice(0, blank);
  return !rest.some((each) => wellKnown.test(each));
}

function fieldsOf(lines: readonly Buffer[]): HeaderFields {
  const charset = declaredCharset(lines);
  const fields: { name: string; value: string }[] = [];
  for (const bytes of lines) {
    const line =
      utf8(bytes) === undefined || bytes.includes(0x1b) ? textOf(bytes, charset) : bytes.toString();
    const last = fields.at(-1);
    const field = /^[ \t]/.test(line) ? null : fieldStart.exec(line);
    if (field !== null) fields.push({ name: field[1] ?? "", value: (field[2] ?? "").trim() });
    else if (last !== undefined && continues(line, last.name)) last.value += ` ${line.trim()}`;
  }
  return fields.map(({ name, value }) => ({ name, value: joinEncodedWords(value) }));
}

// A line that lost its indentation still belongs to a text; in a list of addresses it would become a name.
function continues(line: string, name: string): boolean {
  return /^[ \t]/.test(line) || (/^(subject|x-|content-)/i.test(name) && !/^>?From /.test(line));
}

function declaredCharset(lines: readonly Buffer[]): string {
  const header = lines.map((line) => line.toString("latin1", 0, 400)).join("\n");
  return /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(header)?.[1] ?? "";
}

function endOfLine(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(0x0a, at);
  return end === -1 ? bytes.length : end;
}

function withoutReturn(line: Buffer): Buffer {
  let end = line.length;
  while (end > 0 && line[end - 1] === 0x0d) end -= 1;
  return line.subarray(0, end);
}
