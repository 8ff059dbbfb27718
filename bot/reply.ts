import { ActivityTypes, CardFactory, type Activity } from "botbuilder";
import type { StandingCard } from "#api/services/ports/chat-book.ts";
import type { AdaptiveCard } from "./cards/adaptive-card.ts";

/** What a person gets to see for what they did. */
export type Reply =
  | {
      readonly kind: "card";
      readonly card: AdaptiveCard;
      /** What it asks, so that it becomes a receipt with its other copies. */
      readonly standing?: Omit<StandingCard, "at">;
    }
  | { readonly kind: "message"; readonly text: string };

/** A reply as a message in the chat; a card is announced by its title alone. */
export function messageOf(reply: Reply): Partial<Activity> {
  if (reply.kind === "message") return { type: ActivityTypes.Message, text: reply.text };
  return {
    type: ActivityTypes.Message,
    summary: reply.card.fallbackText,
    attachments: [CardFactory.adaptiveCard(reply.card)],
  };
}

/** A reply as the answer to a pressed card: a card takes the place of the pressed one. */
export function invokeResponseOf(reply: Reply): Partial<Activity> {
  const body =
    reply.kind === "card"
      ? { type: "application/vnd.microsoft.card.adaptive", value: reply.card }
      : { type: "application/vnd.microsoft.activity.message", value: reply.text };
  return {
    type: ActivityTypes.InvokeResponse,
    value: { status: 200, body: { statusCode: 200, ...body } },
  };
}

/** A reply as the answer to a message action: the dialog over the conversation shows it. */
export function dialogResponseOf(reply: Reply): Partial<Activity> {
  const task =
    reply.kind === "card"
      ? {
          type: "continue",
          value: {
            title: "Log a complaint",
            width: "medium",
            height: "large",
            card: CardFactory.adaptiveCard(reply.card),
          },
        }
      : { type: "message", value: reply.text };
  return { type: ActivityTypes.InvokeResponse, value: { status: 200, body: { task } } };
}
