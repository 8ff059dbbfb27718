import { createReadStream } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { extname, join, relative } from "node:path";

/** One mail of a folder, under the name a person finds it by: the file, or `file#n` in a mailbox file. */
export type FoundMail = { readonly name: string; readonly raw: Buffer };

/** Exchange takes no mail larger than this; more of one is not read. */
const mostBytes = 40 * 1024 * 1024;
const postmark = /^From (?:\S+|<>)?\s*.{0,80}\d{1,2}:\d{2}.{0,60}\d{4}/;

/** The files of a folder and of the folders in it, by name; hidden ones are nobody's mail. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith("."));
  const paths: string[] = [];
  for (const entry of visible.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) paths.push(...(await filesIn(path)));
    else if (entry.isFile()) paths.push(path);
  }
  return paths;
}

/** The mails in a file: one, or each of a mailbox file (mbox) in turn. */
export async function* mailsIn(folder: string, path: string): AsyncGenerator<FoundMail> {
  const name = relative(folder, path);
  if (!(await isMailboxFile(path))) {
    yield { name, raw: await firstBytes(path, mostBytes) };
    return;
  }
  const mails = mailsOfMailboxFile(path);
  const first = await mails.next();
  const second = await mails.next();
  if (first.done === true) return;
  yield { name: second.done === true ? name : `${name}#1`, raw: first.value };
  if (second.done === true) return;
  yield { name: `${name}#2`, raw: second.value };
  let count = 2;
  for await (const raw of mails) {
    count += 1;
    yield { name: `${name}#${count}`, raw };
  }
}

async function isMailboxFile(path: string): Promise<boolean> {
  if (extname(path).toLowerCase() === ".eml") return false;
  return postmark.test((await firstBytes(path, 300)).toString("latin1").trimStart());
}

async function firstBytes(path: string, most: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, most));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

// A mail begins at a postmark after an empty line, with a header below it.
async function* mailsOfMailboxFile(path: string): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 4 * 1024 * 1024 })) {
    held = Buffer.concat([held, chunk as Buffer]);
    const starts = postmarksIn(held);
    for (const [index, start] of starts.entries()) {
      const before = starts[index - 1] ?? 0;
      if (start > before)
        yield unescaped(held.subarray(before, Math.min(start, before + mostBytes)));
    }
    held = Buffer.from(held.subarray(starts.at(-1) ?? 0));
  }
  if (held.length > 0) yield unescaped(held.subarray(0, mostBytes));
}

function postmarksIn(bytes: Buffer): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf("\nFrom "); at !== -1; at = bytes.indexOf("\nFrom ", at + 1)) {
    const isAfterEmptyLine =
      bytes[at - 1] === 0x0a || (bytes[at - 1] === 0x0d && bytes[at - 2] === 0x0a);
    const lines = bytes.toString("latin1", at + 1, at + 400).split(/\r?\n/);
    const isFollowedByHeader = /^[!-9;-~]+:|^>From /.test(lines[1] ?? "");
    if (isAfterEmptyLine && postmark.test(lines[0] ?? "") && isFollowedByHeader) found.push(at + 1);
  }
  return found;
}

// Mailbox files put “>” before a line that begins like a postmark.
function unescaped(mail: Buffer): Buffer {
  if (!mail.includes("\n>From ")) return mail;
  return Buffer.from(mail.toString("latin1").replace(/^>(>*From )/gm, "$1"), "latin1");
}
