import type { AssuranceActed, AssuranceAction } from "../../contract/assurance.ts";
import type { MailKey } from "../../domain/case/vocabulary.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, type Result } from "../../domain/result.ts";
import { findCaseOfMail } from "../intake/own-case.ts";
import type { FailedWork, UnaccountedMail } from "../ports/assurance-book.ts";
import type { LedgerRow } from "../ports/ledger.ts";
import type { ListedMail } from "../ports/mailbox.ts";
import type { Ports } from "../ports/ports.ts";
import type { Work } from "../ports/work-queue.ts";
import { conflict, type Refusal } from "../refusal.ts";
import { strikeOff } from "./follow-unaccounted.ts";
import { findByMailId, mailId } from "./mail-id.ts";
import { workId } from "./present-to-see-to.ts";
import { whatBecame } from "./what-became.ts";

type Mail = ListedMail & { readonly key: MailKey };
type Entry = {
  readonly mail: Mail | undefined;
  readonly work: Work | undefined;
  readonly unaccounted?: UnaccountedMail;
  readonly failed?: FailedWork;
};

/**
 * Sees to a mail that is not accounted for, or to work that was given up: once more, or set aside for a
 * reason that the ledger keeps with who gave it. What was settled meanwhile is refused in words.
 */
export async function settleMail(
  ports: Ports,
  person: Person,
  action: Exclude<AssuranceAction, { readonly type: "log" }>,
): Promise<Result<AssuranceActed, Refusal>> {
  const entry = await findEntry(ports, action.id);
  if (entry === undefined) return settledMeanwhile(ports, action.id);
  if (entry.mail !== undefined) {
    const row = await ports.ledger.find(entry.mail.key, entry.mail.receivedAt);
    if (row !== undefined) {
      await strikeOff(ports, entry.mail);
      return conflict(whatBecame(row));
    }
  }
  return action.type === "replay"
    ? replay(ports, entry)
    : setAside(ports, person, { entry, reason: action.reason });
}

async function findEntry(ports: Ports, id: string): Promise<Entry | undefined> {
  const unaccounted = (await ports.assurance.unaccounted()).find((mail) => mailId(mail) === id);
  if (unaccounted !== undefined) {
    const { mailbox, graphId } = unaccounted;
    return { mail: unaccounted, work: { queue: "intake", mailbox, graphId }, unaccounted };
  }
  const failed = (await ports.assurance.failed()).find((work) => workId(work.id) === id);
  if (failed?.givenUpAt === undefined) return undefined;
  return { mail: failed.mail, work: failed.work, failed };
}

async function settledMeanwhile(ports: Ports, id: string): Promise<Result<never, Refusal>> {
  const row = await findByMailId(ports, id);
  return conflict(
    row === undefined
      ? "Somebody has seen to it already. Look at the page again."
      : whatBecame(row),
  );
}

// Put back before it is struck off: a crash between the two repeats work that may be repeated.
async function replay(
  ports: Ports,
  { work, unaccounted, failed }: Entry,
): Promise<Result<AssuranceActed, Refusal>> {
  if (work === undefined) return conflict("There is nothing in it that could be tried again.");
  await put(ports, work);
  if (failed !== undefined) await ports.assurance.forgetFailed(failed.id);
  if (unaccounted !== undefined) {
    const queuedAt = ports.clock.now().toISOString();
    await ports.assurance.saveUnaccounted({ ...unaccounted, queuedAt });
  }
  return ok({ message: "It is being tried again. Look at the page in a minute." });
}

function put({ queue }: Ports, work: Work): Promise<void> {
  switch (work.queue) {
    case "sync":
      return work.watch === undefined
        ? queue.syncMailbox(work.mailbox)
        : queue.watchMailbox(work.mailbox, work.watch);
    case "intake":
      return queue.takeIn({ mailbox: work.mailbox, graphId: work.graphId });
    case "drain":
      return queue.drainCase(work.caseId, 0);
  }
}

async function setAside(
  ports: Ports,
  { id, name }: Person,
  { entry, reason }: { readonly entry: Entry; readonly reason: string },
): Promise<Result<AssuranceActed, Refusal>> {
  const { mail } = entry;
  if (mail === undefined) return conflict("Only a mail can be set aside.");
  if ((await findCaseOfMail(ports, mail.key)).stored !== undefined) {
    // Whoever takes it in has made the case and not written the ledger's row yet; the queue sees to that.
    await ports.queue.takeIn(mail);
    return conflict("Redress has just made a case of it. Look at the page again in a minute.");
  }
  await ports.mailbox.readRaw(mail, (mime) => ports.evidence.keepMail(mail.key, mime));
  const { key, mailbox, internetMessageId, receivedAt } = mail;
  const recordedAt = ports.clock.now().toISOString();
  const row: LedgerRow = {
    key,
    mailbox,
    internetMessageId,
    receivedAt,
    recordedAt,
    outcome: "set-aside",
    reason,
    by: { id, name },
  };
  if ((await ports.ledger.record(row)) === "exists") {
    const standing = await ports.ledger.find(key, receivedAt);
    return conflict(standing === undefined ? "Try again." : whatBecame(standing));
  }
  await strikeOff(ports, mail);
  if (entry.failed !== undefined) await ports.assurance.forgetFailed(entry.failed.id);
  return ok({ message: "Set aside. It stays in the ledger with your reason." });
}
