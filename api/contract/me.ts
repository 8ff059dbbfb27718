import { z } from "zod";
import { QueueName } from "./case-list.ts";

/** Who the verified token says I am, and which pages my roles open (`GET /api/me`). */
export const Me = z.object({
  id: z.string(),
  name: z.string(),
  jobTitle: z.string(),
  council: z.string(),
  roles: z.array(z.string()),
  /** The lists I may open, in order of use; the first is my home. */
  queues: z.array(z.object({ name: QueueName, title: z.string(), empty: z.string() })),
  /** Why I have no list, where my roles open none: what my home says instead. */
  noCases: z.string().optional(),
  /** Whether I may log a complaint that did not come by mail. */
  logs: z.boolean(),
  assurance: z.boolean(),
  /** Whether I can say that I am away, or that others are. */
  away: z.boolean().exactOptional(),
  /** What my unsaved words are sealed with on a machine that others use too; the browser never stores it. */
  wordsKey: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Me = z.infer<typeof Me>;

/** The same for the chat, which keeps no unsaved words. */
export type AboutMe = Omit<Me, "wordsKey">;
