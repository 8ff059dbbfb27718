import { timingSafeEqual } from "node:crypto";
import { sha256 } from "../digest.ts";
import { findWatch, type Watch } from "./mailbox-state.ts";
import type { Ports } from "../ports/ports.ts";

/** One item of what Graph posts; `lifecycleEvent` when it is about the subscription itself. */
export type Notification = {
  readonly subscriptionId: string;
  readonly clientState: string;
  readonly lifecycleEvent?: string;
};

/**
 * Takes what Graph posted, by queueing only: Graph waits for the answer, and drops the notifications of
 * those who answer slowly. Each counts only with the secret given when its subscription was made, and is
 * a hint that its mailbox, or the subscription on it, should be looked at. Returns how many were believed.
 */
export async function takeNotifications(
  ports: Ports,
  notifications: readonly Notification[],
): Promise<number> {
  let believed = 0;
  for (const { address } of ports.settings.mailboxes) {
    const watch = await findWatch(ports, address);
    if (watch === undefined) continue;
    const genuine = notifications.filter((one) => isGenuine(one, watch));
    await queueFor(ports, { mailbox: address, watch, genuine });
    believed += genuine.length;
  }
  if (believed < notifications.length) {
    ports.logger.warn("mailbox.foreign-notification", { count: notifications.length - believed });
  }
  return believed;
}

function isGenuine(notification: Notification, watch: Watch): boolean {
  const given = Buffer.from(sha256(notification.clientState));
  return (
    notification.subscriptionId === watch.id &&
    timingSafeEqual(given, Buffer.from(watch.clientState))
  );
}

async function queueFor(
  ports: Ports,
  what: { mailbox: string; watch: Watch; genuine: readonly Notification[] },
): Promise<void> {
  const { mailbox, watch, genuine } = what;
  const events = new Set(genuine.map(({ lifecycleEvent }) => lifecycleEvent));
  if (events.has("subscriptionRemoved")) {
    const why = "subscriptionRemoved";
    await ports.queue.watchMailbox(mailbox, { why, subscription: watch.id });
  } else if (events.has("reauthorizationRequired")) {
    const why = "reauthorizationRequired";
    await ports.queue.watchMailbox(mailbox, { why, subscription: watch.id });
  }
  // New mail, `missed`, or an event this version does not know: the mailbox itself tells.
  const aboutWatch = new Set<string | undefined>([
    "subscriptionRemoved",
    "reauthorizationRequired",
  ]);
  if ([...events].some((event) => !aboutWatch.has(event))) await ports.queue.syncMailbox(mailbox);
}
