import type { Case } from "../../domain/case/case.ts";
import { enclosedWith } from "../../domain/case/enclosures/rules.ts";
import type { AttachmentRecord, TextHash } from "../../domain/case/vocabulary.ts";
import { sha256 } from "../digest.ts";
import type { Ports } from "../ports/ports.ts";

/** A file that goes with a letter; its record's id is the hash of its content. */
export type Enclosure = {
  readonly record: AttachmentRecord;
  readonly open: () => Promise<Uint8Array>;
};

/** The files that were approved with a letter. */
export function enclosuresOf({ evidence }: Ports, theCase: Case, text: TextHash): Enclosure[] {
  return enclosedWith(theCase, text).map((record) => ({
    record,
    open: async () => {
      const content = await evidence.openAttachment(theCase.id, record.id);
      if (content === undefined) throw new Error(`${theCase.id} has lost a file of its letter.`);
      return whole(content);
    },
  }));
}

/**
 * Brings a draft to exactly the files that were approved: what a crash left out is added, and then everything
 * is read back. False when the draft holds anything else, which only a person can explain.
 */
export async function enclose(
  { mailbox }: Ports,
  draft: { readonly mailbox: string; readonly id: string },
  files: readonly Enclosure[],
): Promise<"as-approved" | "other-files" | "gone"> {
  const before = await mailbox.draftFiles(draft.mailbox, draft.id);
  if (before === undefined) return "gone";
  const there = new Set(before.map(nameOf));
  const missing = files.filter(({ record }) => !there.has(nameIn(record)));
  for (const { record, open } of missing) {
    const content = await open();
    await mailbox.attach(draft.mailbox, draft.id, { ...record, content });
  }
  const after = missing.length === 0 ? before : await mailbox.draftFiles(draft.mailbox, draft.id);
  if (after === undefined) return "gone";
  const wanted = files.map(({ record }) => nameIn(record)).toSorted();
  const found = after.map(nameOf).toSorted();
  return wanted.join("\n") === found.join("\n") ? "as-approved" : "other-files";
}

function nameOf({ name, content }: { name: string; content: Uint8Array }): string {
  return `${sha256(content)} ${name}`;
}

function nameIn({ id, name }: AttachmentRecord): string {
  return `${id} ${name}`;
}

async function whole(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}
