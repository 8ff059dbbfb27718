import type { Activity } from "botbuilder";
import { z } from "zod";

const chatAddress = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  bot: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), aadObjectId: z.string() }),
});

/** Where a person's own chat with the bot is. */
export type ChatAddress = z.infer<typeof chatAddress>;

/** The channel's conversation reference, as JSON: all that writing to this person later takes, no name. */
export function chatAddressOf(activity: Activity): string {
  const { channelId, serviceUrl, conversation, recipient: bot, from: user } = activity;
  return JSON.stringify(chatAddress.parse({ channelId, serviceUrl, conversation, bot, user }));
}

/** Reads what `chatAddressOf` wrote; throws when it is not that. */
export function readChatAddress(stored: string): ChatAddress {
  return chatAddress.parse(JSON.parse(stored));
}
