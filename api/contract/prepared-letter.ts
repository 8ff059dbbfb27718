import { z } from "zod";
import { FindingLine } from "./letter-check.ts";

const longestWords = 2000;
const longestLetter = 50_000;

// A form that is being filled in: whatever is not said yet is left open, and nothing is refused for it.
const written = z.string().max(longestWords).default("");
const text = z
  .string()
  .max(longestLetter, "Shorten the letter.")
  .transform((changed) => (changed.trim() === "" ? undefined : changed))
  .optional();

/** The body of `POST /api/cases/{caseId}/prepared-letter`: a decision as far as its form is filled in. */
export const PrepareLetter = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("extend"),
    workingDays: z.coerce.number().int().min(1).max(200).optional().catch(undefined),
    reason: written,
    text,
  }),
  z.object({
    type: z.literal("agree-date"),
    date: z.iso.date().optional().catch(undefined),
    agreedWith: written,
    text,
  }),
  z.object({ type: z.literal("refuse"), ground: written, reason: written, text }),
]);
export type PrepareLetter = z.infer<typeof PrepareLetter>;

/** The letter that the decision would send, and what the check says of it; only what is missing or worth a look. */
export const PreparedLetter = z.object({
  /** As it was changed by hand, or else as it is prepared. */
  text: z.string(),
  findings: z.array(FindingLine),
});
export type PreparedLetter = z.infer<typeof PreparedLetter>;
