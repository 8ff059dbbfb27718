import { z } from "zod";
import { chosen, words } from "../command-parts.ts";
import { NamedPerson, stageNumber } from "../vocabulary.ts";

const comment = z.string();

/** The words of a letter that a comment is about, with what stood around them: they are found again by both. */
export const Passage = z
  .object({ quote: z.string(), before: z.string(), after: z.string() })
  .readonly();

export const commentEvents = [
  z.object({
    type: z.literal("draft-commented"),
    stage: stageNumber,
    comment,
    words: z.string(),
    /** Absent when it is about the whole letter. */
    about: Passage.exactOptional(),
  }),
  z.object({ type: z.literal("comment-answered"), comment, words: z.string() }),
  z.object({ type: z.literal("comment-resolved"), comment }),
] as const;

/** What a case remembers of a comment on its letter; what was said is in the history. */
export const Comment = z
  .object({ id: comment, stage: stageNumber, by: NamedPerson, resolved: z.boolean() })
  .readonly();
export type Comment = z.infer<typeof Comment>;

const longestQuote = 500;
const aroundIt = z.string().max(100, "Select fewer words.").default("");

export const commentCommands = [
  z.object({
    type: z.literal("comment-draft"),
    words: words("the comment"),
    about: z
      .object({
        quote: z.string().trim().min(1).max(longestQuote, "Select fewer words to comment on."),
        before: aroundIt,
        after: aroundIt,
      })
      .exactOptional(),
  }),
  z.object({
    type: z.literal("answer-comment"),
    comment: chosen("Choose the comment."),
    words: words("the answer"),
  }),
  z.object({ type: z.literal("resolve-comment"), comment: chosen("Choose the comment.") }),
] as const;
