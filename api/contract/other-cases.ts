import { z } from "zod";
import { CaseInCommon } from "./caller.ts";

/** The other cases near one (`GET /api/cases/{caseId}/other-cases`): what whoever asks may see of them. */
export const OtherCases = z.object({
  /** From the same person, newest first. */
  person: z.array(CaseInCommon),
  /** Whether the person has more than are listed. */
  more: z.boolean(),
  /** From somebody else at the same address or postcode. */
  address: z.array(CaseInCommon),
});
export type OtherCases = z.infer<typeof OtherCases>;
