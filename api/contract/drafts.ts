import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/, "Choose a version of the list.");

/** One version of a case's letters, without its words. */
export const DraftVersion = z.object({
  /** Names it among the versions of the case. */
  id: z.string(),
  /** Such as "Draft 3 of stage 1" or "Being written". */
  title: z.string(),
  hash,
  by: z.string(),
  at: z.string(),
  /** What became of it: "Submitted to Helen Marsh, Tue 10 Nov at 10:04". */
  marks: z.array(z.string()),
});
export type DraftVersion = z.infer<typeof DraftVersion>;

/** The versions of a case's letters, newest first (`GET /api/cases/{caseId}/drafts`). */
export const DraftVersions = z.object({
  versions: z.array(DraftVersion),
  /** The letter that its approver last saw: what a reader most wants to compare the newest one with. */
  lastSeen: z.object({ hash, words: z.string() }).exactOptional(),
});
export type DraftVersions = z.infer<typeof DraftVersions>;

const Words = z.union([
  z.object({ hash }),
  z.object({ text: z.string().max(50_000, "Shorten the reply.") }),
]);

/** Two texts to compare (`POST /api/cases/{caseId}/drafts/changes`): versions, or words not saved yet. */
export const CompareDrafts = z.object({ from: Words, to: Words });
export type CompareDrafts = z.infer<typeof CompareDrafts>;

/** What became of a letter, in reading order, as plain text. */
export const DraftChanges = z.object({
  parts: z.array(z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() })),
  /** How many words came and went. */
  added: z.number().int(),
  removed: z.number().int(),
  /** The later of the two as it was written, to go on from. */
  text: z.string(),
});
export type DraftChanges = z.infer<typeof DraftChanges>;

/** Who else has the draft open, by name (`PUT /api/cases/{caseId}/draft/presence`). */
export const DraftPresence = z.object({
  others: z.array(z.string()),
  /** The hash of the words that were saved last, whoever saved them. */
  newest: z.string().exactOptional(),
});
export type DraftPresence = z.infer<typeof DraftPresence>;

/** A comment on the letter of the present stage, with what was answered. */
export const CommentThread = z.object({
  id: z.string(),
  by: z.string(),
  at: z.string(),
  words: z.string(),
  /** The words it is about, with what stood around them; absent when it is about the whole letter. */
  about: z.object({ quote: z.string(), before: z.string(), after: z.string() }).exactOptional(),
  answers: z.array(z.object({ by: z.string(), at: z.string(), words: z.string() })),
  resolved: z.object({ by: z.string(), at: z.string() }).exactOptional(),
});
export type CommentThread = z.infer<typeof CommentThread>;
