import { z } from "zod";
import type { Finding } from "../domain/letters/check/finding.ts";
import { OfferedAction } from "./case-detail.ts";

/** In characters: as long as any text of a case may be. */
const longestLetter = 50_000;

/** The body of `POST /api/cases/{caseId}/letter-check`: the letter as it stands in the editor. */
export const CheckLetter = z.object({
  text: z.string("Send the letter as text.").max(longestLetter, "Shorten the letter."),
});

/** One thing the check says; `insert` is a paragraph to complete and the line it belongs before. */
export const FindingLine = z.object({
  id: z.string(),
  standing: z.enum(["met", "missing", "look"]),
  words: z.string(),
  where: z.string().exactOptional(),
  insert: z
    .object({ text: z.string(), before: z.string().exactOptional() })
    .readonly()
    .exactOptional(),
}) satisfies z.ZodType<Finding>;
export type FindingLine = z.infer<typeof FindingLine>;

/** What the check makes of a letter, and whether it can go for approval. */
export const LetterCheck = z.object({
  /** Such as "2 missing, 1 worth a look". */
  title: z.string(),
  /** Such as "Points answered: 2 of 3", where the case has points. */
  points: z.string().exactOptional(),
  /** What is missing first, then what is worth a look, then what is met. */
  findings: z.array(FindingLine),
  /** Why it cannot be submitted, where something required is missing. */
  incomplete: z.string().exactOptional(),
  /** The same submission with a reason, for those whose role may. */
  override: OfferedAction.exactOptional(),
});
export type LetterCheck = z.infer<typeof LetterCheck>;
