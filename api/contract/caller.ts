import { z } from "zod";
import { CaseRow } from "./case-list.ts";

/** The body of `POST /api/callers`: what is known of whoever calls. In a body, so that no log keeps it. */
export const Caller = z.object({
  email: z.string().max(320).optional(),
  phone: z.string().max(60).optional(),
  /** Looked at for its postcode. */
  address: z.string().max(2000).optional(),
});
export type Caller = z.infer<typeof Caller>;

/** A case, and what its person has in common with somebody, such as "e-mail" or "postcode". */
export const CaseInCommon = z.object({ row: CaseRow, same: z.array(z.string()) });
export type CaseInCommon = z.infer<typeof CaseInCommon>;

/** What the same person, or the same household, brought before: what whoever asks may see of it. */
export const CallerHistory = z.object({
  cases: z.array(CaseInCommon),
  /** What they asked for then, so that nobody has to ask twice. */
  adjustments: z.array(z.string()),
});
export type CallerHistory = z.infer<typeof CallerHistory>;
