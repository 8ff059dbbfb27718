import { z } from "zod";
import { adaptiveCardSchema, type TaskAnswer } from "#local/teams-shell/api.ts";
import type { Delivery } from "./bot-endpoint.ts";
import { cardRefusal } from "./card-refusal.ts";

const size = z.union([z.number(), z.enum(["small", "medium", "large"])]);
const taskResponseSchema = z.object({
  task: z.discriminatedUnion("type", [
    z.object({
      type: z.literal("continue"),
      value: z.object({
        title: z.string(),
        width: size.optional(),
        height: size.optional(),
        card: z.object({
          contentType: z.literal("application/vnd.microsoft.card.adaptive"),
          content: adaptiveCardSchema,
        }),
      }),
    }),
    z.object({ type: z.literal("message"), value: z.string() }),
  ]),
});

const failure = (status: number, why: string): TaskAnswer => ({
  type: "error",
  status,
  text: `Unable to reach app. Please try again. (${why})`,
});

/** Reads what the bot wants the dialog of a message action to show, as strictly as Teams does. */
export const taskAnswerOf = (delivery: Delivery): TaskAnswer => {
  if (delivery.kind === "unreachable") return failure(502, delivery.reason);
  if (delivery.status !== 200) {
    return failure(delivery.status, `The bot answered HTTP ${delivery.status}.`);
  }
  const response = taskResponseSchema.safeParse(delivery.body);
  if (!response.success) return failure(502, "The bot's answer is neither a dialog nor a message.");
  const { task } = response.data;
  if (task.type === "message") return { type: "message", text: task.value };
  const { title, card } = task.value;
  const why = cardRefusal(card.content)?.reason ?? executeIn(card.content);
  return why === undefined ? { type: "dialog", title, card: card.content } : failure(502, why);
};

/** A dialog sends what was filled in by Action.Submit; Teams does nothing at an Action.Execute in it. */
const executeIn = (card: unknown): string | undefined =>
  JSON.stringify(card).includes('"type":"Action.Execute"')
    ? "The dialog's card has an Action.Execute, which a dialog does not carry."
    : undefined;
