import { z } from "zod";
import type { ActionRequest } from "../contract/case-action.ts";
import { PersonCommand } from "../domain/case/commands.ts";

/** Reads the body of `POST /api/cases/{caseId}/actions`; what is wrong with it is named field by field. */
export const readActionRequest: z.ZodType<ActionRequest> = z.object({
  actionId: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/, "Send an actionId of 8 to 64 letters and digits."),
  action: PersonCommand,
});
