import { z } from "zod";
import { Choice } from "./action-form.ts";

/**
 * Who may take a case, and how much each has already (`GET /api/cases/{caseId}/officers?service=…`): in
 * the order in which they are best asked, the service's own first and whoever is away last.
 */
export const OfficersLoad = z.object({
  groups: z.array(z.object({ title: z.string(), officers: z.array(Choice) })),
});
export type OfficersLoad = z.infer<typeof OfficersLoad>;
