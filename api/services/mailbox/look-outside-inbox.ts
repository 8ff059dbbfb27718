import { mailKeyOf } from "../digest.ts";
import type { Ports } from "../ports/ports.ts";
import { earliestWalk } from "./earliest-walk.ts";
import { findAnsweredSince, findLook, saveLook, type Look } from "./mailbox-state.ts";

/** A look begins this long before the last one: for mail that left the inbox since, and that Graph shows late. */
const marginMs = 3_600_000;
/** A longer look goes on at the next one, so that no function runs for long. */
const mostMails = 1000;

/**
 * Looks at the mail that lies outside the inbox, where no walk and no notice of new mail sees it: what Exchange
 * took for spam, and what a rule or a colleague filed or deleted before it was read. Whatever the ledger does
 * not know is queued for intake. How far it came is saved only once all before it is queued.
 */
export async function lookOutsideInbox(ports: Ports, mailbox: string): Promise<void> {
  const now = ports.clock.now().toISOString();
  const look = await findLook(ports, mailbox);
  const began = look.began ?? now;
  let queued = 0;
  let seen = 0;
  let reached = "";
  try {
    for await (const mail of ports.mailbox.listSince(mailbox, await start(ports, mailbox, look))) {
      const { receivedAt } = mail;
      if (seen >= mostMails && receivedAt > reached) {
        await saveLook(ports, mailbox, { ...look, began, from: receivedAt });
        return;
      }
      seen += 1;
      reached = receivedAt;
      if (mail.isInInbox || (await isKnown(ports, mail))) continue;
      await ports.queue.takeIn({ mailbox, graphId: mail.graphId });
      queued += 1;
    }
    await saveLook(ports, mailbox, { lookedAt: began });
  } finally {
    if (queued > 0) ports.logger.info("mailbox.found-outside-inbox", { mailbox, queued });
  }
}

/** Lets the next look begin at an instant, unless it goes back as far already. */
export async function lookAgainFrom(ports: Ports, mailbox: string, instant: string): Promise<void> {
  const look = await findLook(ports, mailbox);
  if (instant < (await start(ports, mailbox, look)))
    await saveLook(ports, mailbox, { ...look, from: instant });
}

async function isKnown(
  { ledger }: Ports,
  mail: { mailbox: string; internetMessageId: string; receivedAt: string },
): Promise<boolean> {
  const key = mailKeyOf(mail.mailbox, mail.internetMessageId);
  return (await ledger.find(key, mail.receivedAt)) !== undefined;
}

async function start(ports: Ports, mailbox: string, { from, lookedAt }: Look): Promise<string> {
  if (from !== undefined) return from;
  if (lookedAt !== undefined) return new Date(Date.parse(lookedAt) - marginMs).toISOString();
  const earliest = earliestWalk(ports);
  const since = await findAnsweredSince(ports, mailbox);
  return since !== undefined && since > earliest ? `${since}T00:00:00.000Z` : earliest;
}
