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

/** What the same person, or the same household, brought before: what whoever asks may see of it. */
export const CallerHistory = z.object({
  cases: z.array(
    z.object({
      row: CaseRow,
      /** What it has in common, such as "e-mail" or "postcode". */
      same: z.array(z.string()),
    }),
  ),
  /** What they asked for then, so that nobody has to ask twice. */
  adjustments: z.array(z.string()),
});
export type CallerHistory = z.infer<typeof CallerHistory>;
