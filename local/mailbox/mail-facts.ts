import { z } from "zod";
import type { CitizenMessage } from "../teams-shell/api.ts";
import type { StoredMessage } from "./stored-message.ts";
import type { StoredSubscription } from "./stored-subscription.ts";

/** Raised whenever a fact changes its shape, so that an older folder is refused in words. */
const journalVersion = 1;

const factSchema = z.discriminatedUnion("fact", [
  z.object({
    fact: z.literal("opened"),
    version: z.literal(
      journalVersion,
      "Another version of the estate wrote this mailbox: delete its folder to start afresh.",
    ),
    generation: z.string(),
  }),
  z.object({ fact: z.literal("message"), message: z.custom<StoredMessage>() }),
  z.object({ fact: z.literal("message-gone"), key: z.string() }),
  z.object({
    fact: z.literal("letter"),
    citizen: z.string(),
    letter: z.custom<CitizenMessage>(),
  }),
  z.object({ fact: z.literal("subscription"), subscription: z.custom<StoredSubscription>() }),
  z.object({ fact: z.literal("subscription-ended"), id: z.string() }),
]);

/** Everything that can happen to the estate's mail. */
export type MailFact = z.infer<typeof factSchema>;

export const parseMailFact = (json: unknown): MailFact => factSchema.parse(json);

/** The first fact of every journal; its generation tells tokens of this estate from those of an earlier one. */
export function openedFact(generation: string): MailFact {
  return { fact: "opened", version: journalVersion, generation };
}
