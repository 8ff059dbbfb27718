import { z } from "zod";
import type { SignOffSheet as Sheet } from "../domain/case/sign-off/sheet.ts";

/** What an approver needs to decide on a letter, in the order in which it is shown. */
export const SignOffSheet = z.object({
  complainant: z.string(),
  author: z.string(),
  submittedAt: z.string(),
  approver: z.string(),
  inPlaceOf: z.string().exactOptional(),
  note: z.object({ by: z.string(), text: z.string() }).exactOptional(),
  care: z.array(z.object({ title: z.string(), words: z.string() })).readonly(),
  points: z
    .array(
      z.object({
        ...{ id: z.string(), title: z.string() },
        finding: z.string().exactOptional(),
        answered: z.boolean(),
      }),
    )
    .readonly(),
  pointsWords: z.string().exactOptional(),
  decision: z.string().exactOptional(),
  remedies: z.array(z.string()).readonly(),
  gist: z.string(),
  checks: z.array(z.string()).readonly(),
  returned: z.object({ by: z.string(), at: z.string(), comment: z.string() }).exactOptional(),
  changes: z.array(z.string()).readonly(),
  independence: z.string(),
  enclosures: z.array(z.string()).readonly(),
}) satisfies z.ZodType<Sheet>;
