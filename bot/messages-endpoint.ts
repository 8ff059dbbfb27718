import type { Activity } from "botbuilder";
import { z } from "zod";
import type { Logger } from "#api/services/ports/logger.ts";
import { UntrustedRequest } from "./channel-authentication.ts";
import type { TeamsAdapter, Turn } from "./teams-adapter.ts";

/** An HTTP request to `/api/messages`; header names in lower case. */
export type MessagesRequest = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
};

export type MessagesResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What Teams sends is far smaller, even with a long comment in it. */
const mostBytes = 256 * 1024;

const envelope = z.looseObject({ type: z.string().min(1), channelId: z.string() });

/** Answers `POST /api/messages`: the one way in for what happens in Teams chats. */
export function createMessagesEndpoint(parts: {
  readonly adapter: TeamsAdapter;
  readonly turn: Turn;
  readonly logger: Logger;
}): (request: MessagesRequest) => Promise<MessagesResponse> {
  const { adapter, turn, logger } = parts;
  return async ({ method, headers, body }) => {
    if (method !== "POST") return refusal(405, "Send activities with POST.", { allow: "POST" });
    if (Buffer.byteLength(body) > mostBytes) {
      return refusal(413, "The activity is larger than 256 KB.");
    }
    const activity = activityIn(body);
    if (activity === undefined) return refusal(400, "The body is not a Bot Framework activity.");
    try {
      const answer = await adapter.take(headers.authorization ?? "", activity, turn);
      return answer === undefined ? respond(200) : respond(answer.status, answer.body);
    } catch (error) {
      if (error instanceof UntrustedRequest) {
        logger.warn("bot.untrusted-request", {}, error);
        return refusal(401, "Only Microsoft Teams may send activities here, signed for this bot.");
      }
      logger.error("bot.turn-failed", { activityType: activity.type }, error);
      return refusal(500, "Redress could not handle this activity. Send it again.");
    }
  };
}

function activityIn(body: string): Activity | undefined {
  try {
    const parsed = envelope.safeParse(JSON.parse(body));
    // The SDK has no schema of its own; the turn parses each part it reads.
    return parsed.success ? (parsed.data as unknown as Activity) : undefined;
  } catch {
    return undefined;
  }
}

function refusal(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): MessagesResponse {
  const answer = respond(status, { message });
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function respond(status: number, body?: unknown): MessagesResponse {
  return body === undefined
    ? { status, headers: {}, body: "" }
    : {
        status,
        headers: { "content-type": "application/json; charset=utf-8" },
        body: JSON.stringify(body),
      };
}
