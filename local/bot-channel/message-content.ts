import { z } from "zod";
import { adaptiveCardSchema } from "#local/teams-shell/api.ts";
import { cardRefusal } from "./card-refusal.ts";
import type { MessageContent } from "./chats.ts";
import { connectorErrors, type ConnectorError } from "./connector-errors.ts";

const adaptiveCardType = "application/vnd.microsoft.card.adaptive";

const messageActivitySchema = z.object({
  type: z.literal("message"),
  text: z.string().nullish(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown() })).nullish(),
});

/** What an activity of the bot would show in the chat, or why Teams does not take it. */
export const messageContentOf = (activity: unknown): MessageContent | ConnectorError => {
  const message = messageActivitySchema.safeParse(activity);
  if (!message.success) return connectorErrors.badSyntax("Unknown activity type");
  const { text, attachments } = message.data;
  const shownText = text === null || text === undefined || text === "" ? {} : { text };
  const [attachment, ...more] = attachments ?? [];
  if (attachment === undefined) {
    return "text" in shownText
      ? shownText
      : connectorErrors.badSyntax("The message has neither text nor a card.");
  }
  if (more.length > 0 || attachment.contentType !== adaptiveCardType) {
    return connectorErrors.badSyntax(
      "This chat shows one Adaptive Card in a message, nothing else.",
    );
  }
  const card = shownCard(attachment.content);
  return "status" in card ? card : { ...shownText, ...card };
};

const shownCard = (content: unknown): Pick<MessageContent, "card"> | ConnectorError => {
  const refusal = cardRefusal(content);
  if (refusal?.kind === "too-big") return connectorErrors.tooBig(refusal.reason);
  if (refusal !== undefined) return connectorErrors.badSyntax(refusal.reason);
  return { card: adaptiveCardSchema.parse(content) };
};
