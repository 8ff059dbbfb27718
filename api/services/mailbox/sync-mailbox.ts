import { earliestWalk } from "./earliest-walk.ts";
import { lookAgainFrom, lookOutsideInbox } from "./look-outside-inbox.ts";
import { findCursor, saveCursor, type Cursor } from "./mailbox-state.ts";
import { MailboxBusy } from "../ports/mailbox.ts";
import type { Ports } from "../ports/ports.ts";

const millisecondsPerDay = 86_400_000;
/** Graph may show a mail late: a walk after a lost cursor begins this long before the last finished one. */
const marginDays = 1;
/** A longer walk goes on in another run, so that no function runs for long. */
const mostPages = 20;

/**
 * Walks the mailbox's changes and queues every mail for intake. How far it came is saved only once all
 * before it is queued, so that a crash repeats mails and never skips one. A long walk, or one that Graph
 * asks to wait with, goes on by the queue.
 */
export async function syncMailbox(ports: Ports, mailbox: string): Promise<void> {
  try {
    await walkThrough(ports, mailbox);
  } catch (cause) {
    if (!(cause instanceof MailboxBusy)) throw cause;
    const seconds = cause.retryAfterSeconds;
    ports.logger.warn("mailbox.sync-postponed", { mailbox, seconds }, cause);
    await ports.queue.syncMailbox(mailbox, seconds);
  }
}

/**
 * The same for every mailbox, by the clock, and then a look at what lies outside the inbox. The clock asks again
 * by itself: nothing goes back to the queue when Graph asks to wait, or an outage would leave a message for
 * every look.
 */
export async function syncMailboxes(ports: Ports): Promise<void> {
  await Promise.all(
    ports.settings.mailboxes.map(async ({ address }) => {
      try {
        const isOver = await walkThrough(ports, address);
        // What the walk has not reached yet may leave the inbox: no look may count it as seen.
        if (isOver) await lookOutsideInbox(ports, address);
      } catch (cause) {
        if (!(cause instanceof MailboxBusy)) throw cause;
        const seconds = cause.retryAfterSeconds;
        ports.logger.warn("mailbox.sync-put-off", { mailbox: address, seconds }, cause);
      }
    }),
  );
}

/** Goes on with the walk; whether it came to its end. */
async function walkThrough(ports: Ports, mailbox: string): Promise<boolean> {
  const walk: Walk = {
    mailbox,
    began: ports.clock.now().toISOString(),
    cursor: await findCursor(ports, mailbox),
    queued: new Set(),
    isRestarted: false,
  };
  try {
    const isOver = await goThrough(ports, walk);
    if (!isOver) await ports.queue.syncMailbox(mailbox);
    return isOver;
  } finally {
    if (walk.queued.size > 0) {
      ports.logger.info("mailbox.synced", { mailbox, queued: walk.queued.size });
    }
  }
}

type Walk = {
  readonly mailbox: string;
  readonly began: string;
  cursor: Cursor;
  /** What this run has queued: Graph may repeat a mail on any page. */
  readonly queued: Set<string>;
  isRestarted: boolean;
};

/** Goes through the pages up to the bound; whether the last one was reached. */
async function goThrough(ports: Ports, walk: Walk): Promise<boolean> {
  const { mailbox } = walk;
  const before = walk.cursor;
  try {
    for (let pages = 0; pages < mostPages; pages += 1) {
      const page = await ports.mailbox.changes(mailbox, start(ports, walk.cursor));
      if (page === "expired") {
        walk.cursor = goBack(ports, walk);
        const again = start(ports, walk.cursor);
        if ("from" in again) await lookAgainFrom(ports, mailbox, again.from);
        continue;
      }
      for (const mail of page.mails) {
        if (walk.queued.has(mail.graphId)) continue;
        await ports.queue.takeIn(mail);
        walk.queued.add(mail.graphId);
      }
      if (page.last) {
        walk.cursor = { round: page.link, walkedAt: walk.cursor.began ?? walk.began };
        return true;
      }
      walk.cursor = { ...walk.cursor, began: walk.cursor.began ?? walk.began, next: page.link };
    }
    return false;
  } finally {
    if (walk.cursor !== before) await saveCursor(ports, mailbox, walk.cursor);
  }
}

function start(
  ports: Ports,
  { round, next, walkedAt }: Cursor,
): { link: string } | { from: string } {
  const link = next ?? round;
  if (link !== undefined) return { link };
  const earliest = earliestWalk(ports);
  if (walkedAt === undefined) return { from: earliest };
  const known = new Date(Date.parse(walkedAt) - marginDays * millisecondsPerDay).toISOString();
  return { from: known > earliest ? known : earliest };
}

// Platform: tokens expire without warning, also in the middle of a walk. The round is begun again, and
// when its own link is lost too, all that came since the last finished walk; known mails are skipped.
function goBack({ logger }: Ports, walk: Walk): Cursor {
  const { round, next, walkedAt } = walk.cursor;
  if (round === undefined && (next === undefined || walk.isRestarted)) {
    throw new Error("The mailbox refuses to begin a walk.");
  }
  logger.warn("mailbox.cursor-expired", { mailbox: walk.mailbox, inTheMiddle: next !== undefined });
  if (round === undefined) walk.isRestarted = true;
  const known = walkedAt === undefined ? {} : { walkedAt };
  return next !== undefined && round !== undefined ? { round, ...known } : known;
}
