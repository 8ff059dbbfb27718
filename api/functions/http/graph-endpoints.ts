import type { HttpHandler, HttpResponseInit } from "@azure/functions";
import { z } from "zod";
import type { Logger } from "../../services/ports/logger.ts";
import type { Notification } from "../../services/mailbox/take-notifications.ts";
import { registerEndpoints, type Endpoint } from "./endpoint.ts";
import { fault } from "./signed-in.ts";

export type GraphParts = {
  /** Only queues: Graph drops the notifications of those who answer slowly. */
  readonly takeNotifications: (notifications: readonly Notification[]) => Promise<unknown>;
  readonly logger: Logger;
};

const mostBytes = 512 * 1024;
const mostToken = 4096;

const Notification = z
  .object({
    subscriptionId: z.string(),
    clientState: z.string().max(255).nullish(),
    lifecycleEvent: z.string().nullish(),
  })
  .transform(({ subscriptionId, clientState, lifecycleEvent }) => ({
    subscriptionId,
    clientState: clientState ?? "",
    ...(lifecycleEvent ? { lifecycleEvent } : {}),
  }));
const Notifications = z.object({ value: z.array(Notification).max(1000) });

/** Listens to Graph. */
export function registerGraphEndpoints(parts: GraphParts): void {
  registerEndpoints(graphEndpoints(parts));
}

/**
 * Where Graph tells of new mail. Anonymous by its protocol: the secret in each notification is checked,
 * and all it can cause is that a mailbox of ours is looked at (platform: change notifications).
 */
export function graphEndpoints(parts: GraphParts): Endpoint[] {
  return [
    {
      name: "graph-notifications",
      method: "POST",
      route: "api/graph/notifications",
      handler: listener(parts),
    },
    {
      name: "graph-lifecycle",
      method: "POST",
      route: "api/graph/lifecycle",
      handler: listener(parts),
    },
  ];
}

function listener(parts: GraphParts): HttpHandler {
  return async (request, context) => {
    const token = request.query.get("validationToken");
    if (token !== null) return validation(token);
    try {
      const body = await request.text();
      const read = body.length > mostBytes ? undefined : parse(body);
      if (read === undefined) return { status: 400, body: "Send Graph change notifications." };
      await parts.takeNotifications(read.value);
      return { status: 202 };
    } catch (cause) {
      return fault(parts.logger, context, cause);
    }
  };
}

// The token is echoed as plain text that no browser will take for a page.
function validation(token: string): HttpResponseInit {
  if (token.length > mostToken) return { status: 400, body: "The validation token is too long." };
  return {
    status: 200,
    body: token,
    headers: { "Content-Type": "text/plain", "X-Content-Type-Options": "nosniff" },
  };
}

function parse(body: string): z.infer<typeof Notifications> | undefined {
  try {
    return Notifications.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
