import { z } from "zod";
import { Adjustments } from "#api/contract/adjustments.ts";
import { loggedChannels } from "#api/contract/log-complaint.ts";
import type { Notes } from "./notes.ts";

const Kept = z.object({
  channel: z.enum(loggedChannels),
  receivedAt: z.string(),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  subject: z.string(),
  words: z.string(),
  adjustments: Adjustments,
  adjustment: z.string(),
}) satisfies z.ZodType<Notes>;

/** What somebody has begun to take down, kept in this window while they look at something else. */
export type KeptNotes = {
  read(): Notes | undefined;
  keep(notes: Notes): void;
  clear(): void;
};

/** Notes in this window's session storage. Colleagues may share a browser, so the person is part of it. */
export function keptNotesOf(personId: string): KeptNotes {
  const key = `redress.log.${personId}`;
  return {
    read: () =>
      attempt(() => Kept.safeParse(JSON.parse(sessionStorage.getItem(key) ?? "null")).data),
    keep: (notes) => attempt(() => sessionStorage.setItem(key, JSON.stringify(notes))),
    clear: () => attempt(() => sessionStorage.removeItem(key)),
  };
}

/** Storage may be full, blocked or damaged by hand; taking notes goes on without it. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
