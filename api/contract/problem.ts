import { z } from "zod";

/** Every refusal and failure over HTTP, after RFC 9457; `detail` tells the person what to do. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  /** Names this answer in the logs, for when somebody asks for help. */
  reference: z.string(),
  /** The actions that the case allows the asker instead, when that is why it was refused. */
  allowed: z.array(z.string()).optional(),
  /** What is wrong with what was filled in, by the name of the field. */
  fields: z.record(z.string(), z.string()).optional(),
});
export type Problem = z.infer<typeof Problem>;
