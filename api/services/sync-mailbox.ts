import type { Ports } from "./ports/ports.ts";

/** How far back the first walk, and a walk after a lost cursor, begins. */
const windowDays = 31;
const millisecondsPerDay = 86_400_000;

/**
 * Walks the mailbox's changes and queues every mail for intake. The cursor moves only after every
 * page is queued, so that a crash repeats mails and never skips one.
 */
export async function syncMailbox(ports: Ports, mailbox: string): Promise<{ queued: number }> {
  const name = `delta:${mailbox}`;
  const saved = await ports.sync.get(name);
  const from = new Date(
    ports.clock.now().getTime() - windowDays * millisecondsPerDay,
  ).toISOString();
  let at: { link: string } | { from: string } = saved === undefined ? { from } : { link: saved };
  let queued = 0;
  for (;;) {
    const page = await ports.mailbox.changes(mailbox, at);
    if (page === "expired") {
      // Platform: tokens expire without warning; the window is walked again and known mails are skipped.
      ports.logger.warn("mailbox.cursor-expired", { restarted: "link" in at });
      if ("from" in at) throw new Error("The mailbox refuses to begin a walk.");
      at = { from };
      continue;
    }
    for (const mail of page.mails) await ports.queue.takeIn(mail);
    queued += page.mails.length;
    at = { link: page.link };
    if (page.last) break;
  }
  await ports.sync.set(name, at.link);
  if (queued > 0) ports.logger.info("mailbox.synced", { queued });
  return { queued };
}
