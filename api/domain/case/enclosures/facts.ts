import { z } from "zod";
import { chosen } from "../command-parts.ts";
import { AttachmentRecord, hash, stageNumber } from "../vocabulary.ts";

/** What may go with one letter: Exchange takes a file of this size in one request. */
export const enclosureLimits = { count: 5, bytes: 3_000_000 } as const;

export const enclosureEvents = [
  z.object({
    type: z.literal("files-enclosed"),
    stage: stageNumber,
    /** Each named by the SHA-256 of its content, under which it is kept. */
    files: z.array(AttachmentRecord).readonly(),
  }),
  z.object({
    type: z.literal("file-left-out"),
    stage: stageNumber,
    file: hash,
    name: z.string(),
  }),
] as const;

export const enclosureFacts = {
  /** What goes with the letter that is being written. */
  enclosures: z.array(AttachmentRecord).readonly().default([]),
  /** What went with each letter as it was submitted: the same words never stand for other files. */
  sealed: z
    .array(z.object({ text: hash, files: z.array(AttachmentRecord).readonly() }).readonly())
    .readonly()
    .default([]),
} as const;

export const enclosureCommands = [
  z.object({
    type: z.literal("enclose-files"),
    /** Already kept under their hashes: what a person sends is files (`POST …/enclosures`). */
    files: z.array(AttachmentRecord).readonly(),
  }),
  z.object({ type: z.literal("leave-out-file"), file: chosen("Choose the file.") }),
] as const;
