import { randomUUID, timingSafeEqual } from "node:crypto";
import { sha256 } from "./digest.ts";
import type { Ports } from "./ports/ports.ts";

/** Platform 1.2: a subscription lives under seven days; it is renewed at half of that. */
const lifeMinutes = 10_000;
const renewWhenMinutesLeft = lifeMinutes / 2;

type Watch = { readonly id: string; readonly expiresAt: string; readonly clientState: string };

/** Keeps one live subscription on each mailbox; without it, the timer's sync still finds every mail. */
export async function watchMailboxes(ports: Ports): Promise<void> {
  for (const { address } of ports.settings.mailboxes) await watchMailbox(ports, address);
}

async function watchMailbox(ports: Ports, mailbox: string): Promise<void> {
  const watch = await findWatch(ports, mailbox);
  const now = ports.clock.now().getTime();
  const expiresAt = new Date(now + lifeMinutes * 60_000).toISOString();
  if (watch !== undefined && Date.parse(watch.expiresAt) > now) {
    const minutesLeft = (Date.parse(watch.expiresAt) - now) / 60_000;
    if (minutesLeft > renewWhenMinutesLeft) return;
    const renewed = await ports.mailbox.renew(watch.id, expiresAt);
    if (renewed !== undefined) {
      await save(ports, mailbox, { ...watch, expiresAt: renewed.expiresAt });
      return;
    }
  }
  const clientState = `${randomUUID()}${randomUUID()}`;
  const subscription = await ports.mailbox.subscribe({
    mailbox,
    notificationUrl: `${ports.settings.publicUrl}/api/graph/notifications`,
    lifecycleUrl: `${ports.settings.publicUrl}/api/graph/lifecycle`,
    clientState,
    expiresAt,
  });
  await save(ports, mailbox, { ...subscription, clientState: sha256(clientState) });
  // Mail that came while nobody watched is found now, not at the next timer.
  await ports.queue.syncMailbox(mailbox);
  ports.logger.info("mailbox.watched", { subscription: subscription.id });
}

export type Notification = {
  readonly subscriptionId: string;
  readonly clientState: string;
};

/**
 * Takes a batch of change notifications: each is only a hint that its mailbox should be synced, and
 * counts only with the secret given when the subscription was made. Returns how many were believed.
 */
export async function takeNotifications(
  ports: Ports,
  notifications: readonly Notification[],
): Promise<number> {
  let believed = 0;
  for (const { address: mailbox } of ports.settings.mailboxes) {
    const watch = await findWatch(ports, mailbox);
    const genuine = notifications.filter((one) => watch && isGenuine(one, watch));
    if (genuine.length > 0) await ports.queue.syncMailbox(mailbox);
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

/**
 * Takes lifecycle notifications (missed, removed, to be reauthorised): whatever they say, the answer is
 * to look at the mailbox now and to subscribe anew.
 */
export async function takeLifecycle(
  ports: Ports,
  notifications: readonly Notification[],
): Promise<void> {
  const believed = await takeNotifications(ports, notifications);
  if (believed === 0) return;
  for (const { address } of ports.settings.mailboxes) await ports.sync.set(nameOf(address), "");
  await watchMailboxes(ports);
}

async function findWatch(ports: Ports, mailbox: string): Promise<Watch | undefined> {
  const saved = await ports.sync.get(nameOf(mailbox));
  return saved === undefined || saved === "" ? undefined : (JSON.parse(saved) as Watch);
}

function save(ports: Ports, mailbox: string, watch: Watch): Promise<void> {
  return ports.sync.set(nameOf(mailbox), JSON.stringify(watch));
}

function nameOf(mailbox: string): string {
  return `watch:${mailbox}`;
}
