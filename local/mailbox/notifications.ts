import type { ChangeNotification } from "@microsoft/microsoft-graph-types";
import { randomUUID } from "node:crypto";
import { setTimeout as waitFor } from "node:timers/promises";
import { estate } from "../estate.ts";
import type { Faults } from "./faults.ts";
import { entityTagOf, messageId } from "./message-ids.ts";
import type { MessageChange, MessageStore } from "./message-store.ts";
import type { StoredSubscription } from "./stored-subscription.ts";
import type { SubscriptionBook } from "./subscription-book.ts";

/** How the mailbox reaches a subscriber's endpoint; `fetch` unless the estate maps addresses. */
export type Notify = (url: string, init: RequestInit) => Promise<Response>;

export type LifecycleEvent = "missed" | "reauthorizationRequired" | "subscriptionRemoved";

type NotifierParts = {
  readonly store: MessageStore;
  readonly book: SubscriptionBook;
  readonly faults: Faults;
  readonly notify: Notify;
  /** How long changes are gathered before one delivery carries them all. */
  readonly gatherMs: number;
};

const answerWithinMs = 10_000;

/** Tells subscribers that something changed: gathered, lossy, sometimes twice, as the real service does. */
export class Notifier {
  readonly #parts: NotifierParts;
  readonly #gathered = new Map<string, ChangeNotification[]>();
  readonly #deliveries = new Set<Promise<void>>();
  /** Deliveries that come after the one that follows them. */
  readonly #heldBack: (() => Promise<void>)[] = [];
  readonly #closing = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: NotifierParts) {
    this.#parts = parts;
    parts.store.onChange((change) => this.#gather(change));
  }

  /** Posts a lifecycle event to every subscription that named an endpoint for it; a removed subscription is gone. */
  async raiseLifecycleEvent(event: LifecycleEvent): Promise<void> {
    for (const subscription of this.#parts.book.active()) {
      if (event === "subscriptionRemoved") this.#parts.book.end(subscription);
      if (subscription.lifecycleNotificationUrl === undefined) continue;
      await this.#post(subscription.lifecycleNotificationUrl, [
        { ...envelopeOf(subscription), lifecycleEvent: event },
      ]);
    }
  }

  /** Drops what is still gathered and waits for the deliveries under way. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#gathered.clear();
    this.#closing.abort();
    await Promise.all(this.#deliveries);
  }

  #gather(change: MessageChange): void {
    for (const subscription of this.#parts.book.active()) {
      if (!covers(subscription, change)) continue;
      const waiting = this.#gathered.get(subscription.notificationUrl) ?? [];
      waiting.push(notificationOf(subscription, change));
      this.#gathered.set(subscription.notificationUrl, waiting);
      this.#timer ??= setTimeout(() => this.#deliverGathered(), this.#parts.gatherMs);
    }
  }

  #deliverGathered(): void {
    this.#timer = undefined;
    for (const [url, notifications] of this.#gathered) {
      const delivery = this.#deliver(url, notifications).finally(() =>
        this.#deliveries.delete(delivery),
      );
      this.#deliveries.add(delivery);
    }
    this.#gathered.clear();
  }

  async #deliver(url: string, notifications: readonly ChangeNotification[]): Promise<void> {
    const { faults } = this.#parts;
    if (faults.take("notifications-lost")) return;
    const late = faults.take("notifications-late");
    if (late && !(await this.#isOpenAfter(late.seconds * 1000))) return;
    if (faults.take("notifications-out-of-order")) {
      this.#heldBack.push(() => this.#post(url, notifications));
      return;
    }
    await this.#post(url, notifications);
    if (faults.take("notifications-doubled")) await this.#post(url, notifications);
    for (const deliver of this.#heldBack.splice(0)) await deliver();
  }

  async #isOpenAfter(ms: number): Promise<boolean> {
    const { signal } = this.#closing;
    await waitFor(ms, undefined, { signal }).catch(() => undefined);
    return !signal.aborted;
  }

  async #post(url: string, value: readonly ChangeNotification[]): Promise<void> {
    const isDelivered = await this.#attempt(url, value);
    // Notifications are lossy by contract: after one more attempt the change is left for the delta to tell.
    if (!isDelivered) await this.#attempt(url, value);
  }

  async #attempt(url: string, value: readonly ChangeNotification[]): Promise<boolean> {
    try {
      const { ok } = await this.#parts.notify(url, {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8" },
        body: JSON.stringify({ value }),
        signal: AbortSignal.timeout(answerWithinMs),
      });
      return ok;
    } catch {
      return false;
    }
  }
}

function covers(
  subscription: StoredSubscription,
  { type, message, folderId }: MessageChange,
): boolean {
  return (
    subscription.mailbox === message.mailbox &&
    subscription.changeTypes.includes(type) &&
    (subscription.folderId === undefined || subscription.folderId === folderId)
  );
}

function envelopeOf(subscription: StoredSubscription): ChangeNotification {
  return {
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: subscription.expiresAt,
    clientState: subscription.clientState ?? null,
    tenantId: estate.tenantId,
    resource: subscription.resource,
  };
}

function notificationOf(
  subscription: StoredSubscription,
  { type, message }: MessageChange,
): ChangeNotification {
  const id = messageId(message, subscription.idForm);
  const resource = `Users/${subscription.mailbox}/Messages/${id}`;
  return {
    ...envelopeOf(subscription),
    changeType: type,
    resource,
    resourceData: {
      "@odata.type": "#Microsoft.Graph.Message",
      "@odata.id": resource,
      "@odata.etag": entityTagOf(message),
      id,
    },
  };
}

/**
 * Asks an endpoint to prove that it expects notifications: it must echo a token, decoded and as plain text, within
 * the time. Undefined when it did, else the sentence Graph refuses the subscription with.
 */
export async function validateEndpoint(
  url: string,
  notify: Notify,
  withinMs: number,
): Promise<string | undefined> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const separator = url.includes("?") ? "&" : "?";
  const encoded = encodeURIComponent(token).replaceAll("%20", "+");
  try {
    const answer = await notify(`${url}${separator}validationToken=${encoded}`, {
      method: "POST",
      headers: { "content-type": "text/plain; charset=utf-8" },
      signal: AbortSignal.timeout(withinMs),
    });
    const isText = answer.headers.get("content-type")?.startsWith("text/plain") ?? false;
    const isEchoed = answer.status === 200 && isText && (await answer.text()) === token;
    return isEchoed
      ? undefined
      : "Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.";
  } catch {
    return "Subscription validation request timed out.";
  }
}
