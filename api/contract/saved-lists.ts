import { z } from "zod";
import { ListView, QueueName } from "./case-list.ts";

export const mostSavedLists = 20;

const name = z.string().trim().min(1, "Give it a name.").max(40, "At most 40 characters.");

/** A list as somebody likes to see it, under a name of theirs. */
export const SavedList = z.object({ name, queue: QueueName, view: ListView });
export type SavedList = z.infer<typeof SavedList>;

/** Everything one person saved (`GET /api/saved-lists`). */
export const SavedLists = z.object({ saved: z.array(SavedList).max(mostSavedLists) });
export type SavedLists = z.infer<typeof SavedLists>;

/** Saves a list, in place of one of the same name, or forgets one. */
export const SavedListChange = z.union([
  z.object({ save: SavedList }),
  z.object({ forget: z.object({ queue: QueueName, name }) }),
]);
export type SavedListChange = z.infer<typeof SavedListChange>;
