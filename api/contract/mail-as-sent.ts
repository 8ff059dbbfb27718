import { z } from "zod";

/** A mail as its writer laid it out (`GET /api/cases/{caseId}/mails/{mailId}`), sanitised. */
export const MailAsSent = z.object({
  /** For a frame that runs and loads nothing; absent when it was sent as plain text after all. */
  html: z.string().exactOptional(),
  /** How many pictures would have been loaded from the network, which tells their owner who reads. */
  remoteImages: z.number().int(),
  /** Names of pictures that came with the mail and cannot be shown in it. */
  unshown: z.array(z.string()),
  /** Whether it goes on after what is shown. */
  cut: z.boolean(),
});
export type MailAsSent = z.infer<typeof MailAsSent>;
