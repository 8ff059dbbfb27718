import { z } from "zod";
import type { ActionRequest } from "../../contract/case-action.ts";
import { PersonCommand } from "../../domain/case/commands.ts";

const wantedId = "Send an actionId of 8 to 64 letters and digits.";

/** Reads the body of `POST /api/cases/{caseId}/actions`; what is wrong with it is named field by field. */
export const readActionRequest: z.ZodType<ActionRequest> = z.object({
  actionId: z.string(wantedId).regex(/^[A-Za-z0-9-]{8,64}$/, wantedId),
  action: PersonCommand.refine(
    ({ type }) => type !== "enclose-files",
    "Send the files themselves.",
  ),
});
