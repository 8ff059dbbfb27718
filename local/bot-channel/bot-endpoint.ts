import type { Identity } from "#local/identity/identity.ts";
import { serviceUrl, type TeamsActivity } from "./activities.ts";

/** What became of an activity that Teams posted to the bot. */
export type Delivery =
  | { readonly kind: "answered"; readonly status: number; readonly body: unknown }
  | { readonly kind: "unreachable"; readonly reason: string };

/** Whether the bot took an activity, as far as Teams can tell. */
export const isTaken = (delivery: Delivery): boolean =>
  delivery.kind === "answered" && delivery.status >= 200 && delivery.status < 300;

/** Posts activities to the bot, signed as the channel signs them. */
export type BotEndpoint = { post(activity: TeamsActivity): Promise<Delivery> };

/** Teams gives a bot about this long before it tells the person that the app cannot be reached. */
const patienceMs = 15_000;

/** The bot at `{appUrl}/api/messages`. */
export const botEndpoint = (appUrl: string, identity: Identity): BotEndpoint => ({
  post: async (activity) => {
    const token = await identity.channelToken({ serviceUrl });
    try {
      const response = await fetch(new URL("/api/messages", appUrl), {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(patienceMs),
      });
      return { kind: "answered", status: response.status, body: bodyOf(await response.text()) };
    } catch (error) {
      return { kind: "unreachable", reason: reasonOf(error) };
    }
  },
});

const bodyOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
};
