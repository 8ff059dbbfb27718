import { graceSeconds } from "../../domain/assurance/account.ts";
import type { MailKey } from "../../domain/case/vocabulary.ts";
import type { UnaccountedMail } from "../ports/assurance-book.ts";
import type { ListedMail } from "../ports/mailbox.ts";
import type { Ports } from "../ports/ports.ts";
import { failedIdOf } from "./failed-work.ts";

/** One check queues no more than this: a ledger that is gone must not flood the queue. */
const mostQueued = 500;

type Mail = ListedMail & { readonly key: MailKey };

/**
 * Sees to what a check found missing: it is queued to be taken in again, and raised when the next check
 * finds it missing still. What was missing before and is accounted for now is struck off.
 */
export async function followUnaccounted(ports: Ports, missing: readonly Mail[]): Promise<void> {
  const known = await accountedOff(ports, await ports.assurance.unaccounted());
  const givenUp = await mailsGivenUp(ports);
  const byKey = new Map<MailKey, Mail>([...givenUp, ...known].map((mail) => [mail.key, mail]));
  // Graph's id of a mail may have changed since.
  for (const mail of missing) byKey.set(mail.key, { ...byKey.get(mail.key), ...mail });
  for (const mail of [...byKey.values()].slice(0, mostQueued)) await follow(ports, mail);
}

// Somebody may have purged it: no listing finds it then.
async function mailsGivenUp(ports: Ports): Promise<readonly Mail[]> {
  const failed = await ports.assurance.failed();
  return accountedOff(
    ports,
    failed.flatMap(({ mail, givenUpAt }) => (mail && givenUpAt !== undefined ? [mail] : [])),
  );
}

/** Those of the mails that are unaccounted still; the others are struck off. */
export async function accountedOff<One extends Mail>(
  ports: Ports,
  mails: readonly One[],
): Promise<readonly One[]> {
  const rows = await Promise.all(
    mails.map(({ key, receivedAt }) => ports.ledger.find(key, receivedAt)),
  );
  const done = mails.filter((_mail, index) => rows[index] !== undefined);
  for (const mail of done) await strikeOff(ports, mail);
  return mails.filter((mail) => !done.includes(mail));
}

/** Forgets that a mail was unaccounted, and that taking it in failed. */
export async function strikeOff(ports: Ports, mail: Mail): Promise<void> {
  const { key, mailbox, graphId } = mail;
  await ports.assurance.forgetUnaccounted(key);
  await ports.assurance.forgetFailed(failedIdOf({ queue: "intake", mailbox, graphId }));
}

async function follow(ports: Ports, mail: Mail & Partial<UnaccountedMail>): Promise<void> {
  const now = ports.clock.now();
  const { foundAt, queuedAt, raisedAt } = mail;
  // It may still be on its way: a second check a minute later knows nothing new.
  if (queuedAt !== undefined && now.getTime() - Date.parse(queuedAt) < graceSeconds * 1000) return;
  const at = now.toISOString();
  // Queued before it is noted: after a crash between the two it is queued once more, never once less.
  await ports.queue.takeIn({ mailbox: mail.mailbox, graphId: mail.graphId });
  await ports.assurance.saveUnaccounted({
    ...mail,
    foundAt: foundAt ?? at,
    queuedAt: at,
    ...(foundAt === undefined ? {} : { raisedAt: raisedAt ?? at }),
  });
}
