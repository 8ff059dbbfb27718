import type { AssuranceActed } from "../../contract/assurance.ts";
import type { CaseId } from "../../domain/case/vocabulary.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { takeInMail } from "../intake/take-in-mail.ts";
import { mayReadMail } from "../lists/pages.ts";
import type { LedgerRow } from "../ports/ledger.ts";
import { MailboxBusy } from "../ports/mailbox.ts";
import type { Ports } from "../ports/ports.ts";
import { conflict, type Refusal } from "../refusal.ts";
import { findByMailId } from "./mail-id.ts";
import { whatBecame } from "./what-became.ts";

/** By then whoever was asked has done it; if not, their process died. */
const finishAfterSeconds = 60;

/** Whether this person may make a case of a mail that became none: it is read first. */
export function mayLogMail(person: Person, { caseId }: Pick<LedgerRow, "caseId">): boolean {
  return caseId === undefined && mayReadMail(person);
}

/**
 * Makes a case of a mail that Redress took for a machine's or somebody set aside, as intake would have
 * done, once. Nobody is written to by that alone: whoever classifies it decides.
 */
export async function logAsComplaint(
  ports: Ports,
  person: Person,
  id: string,
): Promise<Result<AssuranceActed, Refusal>> {
  if (!mayReadMail(person)) {
    const message = "Only the complaints team makes a case of a mail.";
    return refused({ kind: "not-permitted", message });
  }
  const row = await findByMailId(ports, id);
  if (row === undefined) return conflict("The ledger has no such mail. Look at the list again.");
  if (row.caseId === undefined) return log(ports, person, row);
  // The answer to a first press may have been lost.
  return row.by?.id === person.id && row.outcome === "new-case"
    ? ok(loggedAs(row.caseId))
    : conflict(whatBecame(row));
}

async function log(
  ports: Ports,
  { id, name }: Person,
  row: LedgerRow,
): Promise<Result<AssuranceActed, Refusal>> {
  try {
    const mail = await ports.mailbox.findMail(row.mailbox, row.internetMessageId);
    if (mail === undefined) return conflict(gone);
    // Queued before it is noted: a process that dies after it is made good, one that dies before it did nothing.
    await ports.queue.takeIn(mail, finishAfterSeconds);
    await ports.ledger.want(row, { id, name });
    await takeInMail(ports, mail);
  } catch (cause) {
    if (!(cause instanceof MailboxBusy)) throw cause;
    ports.logger.warn("mail.not-logged-yet", { seconds: cause.retryAfterSeconds }, cause);
    return conflict("The mailbox cannot be reached just now. Try again in a minute.");
  }
  const now = await ports.ledger.find(row.key, row.receivedAt);
  if (now?.caseId === undefined) {
    return ok({ message: "It is being logged. Look at the list again in a minute." });
  }
  return ok(loggedAs(now.caseId));
}

function loggedAs(caseId: CaseId): AssuranceActed {
  const message = `Logged as ${caseId}, for triage. Nobody has been written to yet.`;
  return { message };
}

const gone =
  "It is not in the mailbox any more, so Redress cannot take it in. Log it by hand from what you read here.";
