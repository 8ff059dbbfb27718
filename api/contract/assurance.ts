import { z } from "zod";

/** The daily proof that no mail was lost (`GET /api/assurance`): mailbox against ledger. */
export const Assurance = z.object({
  checkedAt: z.string(),
  since: z.string(),
  received: z.number().int(),
  accountedFor: z.number().int(),
  unaccounted: z.number().int(),
  /** Such as "1,204 received · 1,204 accounted for · 0 unaccounted". */
  words: z.string(),
  breakdown: z.array(z.object({ outcome: z.string(), title: z.string(), count: z.number().int() })),
  /** Mails the mailbox holds and the ledger does not: enough to find them, nothing more. */
  missing: z.array(z.object({ internetMessageId: z.string(), receivedAt: z.string() })),
});
export type Assurance = z.infer<typeof Assurance>;
