import { z } from "zod";
import { adaptiveCardSchema, type InvokeAnswer } from "#local/teams-shell/api.ts";
import type { Delivery } from "./bot-endpoint.ts";
import { cardRefusal } from "./card-refusal.ts";

const invokeResponseSchema = z.discriminatedUnion("type", [
  z.object({
    statusCode: z.number(),
    type: z.literal("application/vnd.microsoft.card.adaptive"),
    value: adaptiveCardSchema,
  }),
  z.object({
    statusCode: z.number(),
    type: z.literal("application/vnd.microsoft.activity.message"),
    value: z.string(),
  }),
  z.object({
    statusCode: z.number(),
    type: z.literal("application/vnd.microsoft.error"),
    value: z.object({ code: z.string(), message: z.string() }),
  }),
]);

/** What Teams shows, with what a developer needs to know after it; Teams itself keeps that part silent. */
const failure = (status: number, shown: string, why: string): InvokeAnswer => ({
  type: "error",
  status,
  text: `${shown} (${why})`,
});

const wentWrong = "Something went wrong. Please try again.";
const unreachable = "Unable to reach app. Please try again.";

/** Reads the bot's answer to a pressed card as strictly as Teams does. */
export const invokeAnswerOf = (delivery: Delivery): InvokeAnswer => {
  if (delivery.kind === "unreachable") return failure(502, unreachable, delivery.reason);
  if (delivery.status !== 200) {
    return failure(delivery.status, wentWrong, `The bot answered HTTP ${delivery.status}.`);
  }
  const response = invokeResponseSchema.safeParse(delivery.body);
  if (!response.success) {
    return failure(502, wentWrong, "The bot's answer is neither a card, a message nor an error.");
  }
  const { type, statusCode, value } = response.data;
  switch (type) {
    case "application/vnd.microsoft.card.adaptive": {
      const refusal = cardRefusal(value);
      return refusal === undefined
        ? { type: "card", card: value }
        : failure(502, wentWrong, refusal.reason);
    }
    case "application/vnd.microsoft.activity.message":
      return { type: "message", text: value };
    case "application/vnd.microsoft.error":
      return { type: "error", status: statusCode, text: value.message };
  }
};
