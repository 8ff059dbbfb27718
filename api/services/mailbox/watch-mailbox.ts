import { randomUUID } from "node:crypto";
import { sha256 } from "../digest.ts";
import { findWatch, saveWatch, type Watch } from "./mailbox-state.ts";
import { MailboxBusy } from "../ports/mailbox.ts";
import type { Ports } from "../ports/ports.ts";
import type { WatchNews } from "../ports/work-queue.ts";

/** Platform 1.2: a subscription lives under seven days; it is renewed at half of that. */
const lifeMinutes = 10_000;
const millisecondsPerMinute = 60_000;
const renewWithLeft = (lifeMinutes / 2) * millisecondsPerMinute;
const alarmWithLeft = 24 * 60 * millisecondsPerMinute;

/** Keeps one live subscription on each mailbox; without it, the timer's sync still finds every mail. */
export async function watchMailboxes(ports: Ports): Promise<void> {
  for (const { address } of ports.settings.mailboxes) {
    try {
      await watchMailbox(ports, address, { why: "due" });
    } catch (cause) {
      // One mailbox out of order must not leave the others unwatched; the next hour tries again.
      ports.logger.error("mailbox.not-watched", { mailbox: address }, cause);
    }
    await warnOfItsEnd(ports, address);
  }
}

/**
 * Sees to a mailbox's subscription, by the clock or because Graph said something about it. When Graph asks
 * to wait, the news goes back to its queue.
 */
export async function watchMailbox(ports: Ports, mailbox: string, news: WatchNews): Promise<void> {
  try {
    await see(ports, mailbox, news);
  } catch (cause) {
    if (!(cause instanceof MailboxBusy)) throw cause;
    const seconds = cause.retryAfterSeconds;
    ports.logger.warn("mailbox.watch-postponed", { mailbox, why: news.why, seconds }, cause);
    await ports.queue.watchMailbox(mailbox, news, seconds);
  }
}

async function see(ports: Ports, mailbox: string, { why, subscription }: WatchNews): Promise<void> {
  const watch = await findWatch(ports, mailbox);
  // News that came twice, or of a subscription that another has replaced since.
  if (why !== "due" && subscription !== watch?.id) return;
  if (watch !== undefined && why !== "subscriptionRemoved") {
    if (why === "due" && millisecondsLeft(ports, watch) > renewWithLeft) return;
    if (await renew(ports, mailbox, watch)) {
      // Until it was reauthorised, Graph told of nothing.
      if (why !== "due") await ports.queue.syncMailbox(mailbox);
      return;
    }
  }
  await subscribe(ports, mailbox);
}

/** Whether the subscription was still there to be renewed. */
async function renew(ports: Ports, mailbox: string, watch: Watch): Promise<boolean> {
  if (millisecondsLeft(ports, watch) <= 0) return false;
  const renewed = await ports.mailbox.renew(watch.id, newExpiry(ports));
  if (renewed === undefined) return false;
  await saveWatch(ports, mailbox, { ...watch, expiresAt: renewed.expiresAt });
  return true;
}

async function subscribe(ports: Ports, mailbox: string): Promise<void> {
  const clientState = `${randomUUID()}${randomUUID()}`;
  const subscription = await ports.mailbox.subscribe({
    mailbox,
    notificationUrl: `${ports.settings.publicUrl}/api/graph/notifications`,
    lifecycleUrl: `${ports.settings.publicUrl}/api/graph/lifecycle`,
    clientState,
    expiresAt: newExpiry(ports),
  });
  await saveWatch(ports, mailbox, { ...subscription, clientState: sha256(clientState) });
  // Mail that came while nobody watched is found now, not at the next timer.
  await ports.queue.syncMailbox(mailbox);
  ports.logger.info("mailbox.watched", { subscription: subscription.id });
}

async function warnOfItsEnd(ports: Ports, mailbox: string): Promise<void> {
  const watch = await findWatch(ports, mailbox);
  const left = watch === undefined ? 0 : Math.max(0, millisecondsLeft(ports, watch));
  if (left >= alarmWithLeft) return;
  const hoursLeft = Math.floor(left / (60 * millisecondsPerMinute));
  ports.logger.error("mailbox.watch-ends", { mailbox, hoursLeft });
}

function millisecondsLeft({ clock }: Ports, { expiresAt }: Watch): number {
  return Date.parse(expiresAt) - clock.now().getTime();
}

function newExpiry({ clock }: Ports): string {
  return new Date(clock.now().getTime() + lifeMinutes * millisecondsPerMinute).toISOString();
}
