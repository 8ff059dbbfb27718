import type { SystemCommand } from "../domain/case/commands.ts";
import type { CaseId, Complainant } from "../domain/case/vocabulary.ts";
import { referenceAttempts, referenceFor } from "../domain/mail/case-reference.ts";
import type { IncomingMail } from "../domain/mail/incoming-mail.ts";
import { judgeMail, type Judgement } from "../domain/mail/judge-mail.ts";
import { lastingMarks } from "../domain/mail/lasting-marks.ts";
import { candidatesFor } from "./candidate-cases.ts";
import { commitOrThrow, type Committed } from "./commit-command.ts";
import { drainCase, drainCommitted } from "./drain-case.ts";
import { whyHeld } from "./hold-acknowledgement.ts";
import {
  keepFiles,
  mailRecord,
  mailTaken,
  rawText,
  type KeptMail,
  type MailTaken,
} from "./mail-taken.ts";
import type { StoredCase } from "./ports/case-store.ts";
import type { LedgerRow } from "./ports/ledger.ts";
import { MailboxBusy, type MailHandle } from "./ports/mailbox.ts";
import type { Ports } from "./ports/ports.ts";
import { returnedLetter, takeBack, type ReturnedLetter } from "./returned-letter.ts";

/**
 * Accounts for one mail of the shared mailbox: a new case, a follow-up, or machine mail, and a row
 * in the ledger that says so. Taking the same mail in again finds what it became the first time.
 */
export async function takeInMail(ports: Ports, handle: MailHandle): Promise<void> {
  try {
    await takeIn(ports, handle);
  } catch (cause) {
    if (!(cause instanceof MailboxBusy)) throw cause;
    // The mailbox is away, not the mail at fault: a few quick failures must not make poison of it.
    const seconds = cause.retryAfterSeconds;
    ports.logger.warn("mail.postponed", { graphId: handle.graphId, seconds }, cause);
    await ports.queue.takeIn(handle, seconds);
  }
}

async function takeIn(ports: Ports, handle: MailHandle): Promise<void> {
  const mail = await ports.mailbox.read(handle);
  if (mail === undefined) {
    ports.logger.warn("mail.gone-before-intake", { graphId: handle.graphId });
    return;
  }
  if ((await ports.ledger.find(mail.key, mail.receivedAt)) !== undefined) return;
  const own = await findOwnCase(ports, mail);
  const taken = await mailTaken(ports, mail);
  const judgement = own.stored === undefined ? await judge(ports, taken) : loggedBefore;
  const returned = await returnedLetter(ports, taken, judgement);
  const files = judgement.outcome !== "machine" || returned !== undefined;
  const kept = await keepFiles(ports, taken, { files });
  const settled = await settle(ports, taken, { judgement, own, returned, kept });
  await ports.ledger.record(ledgerRow(ports, mail, { judgement, settled, kept }));
  if (settled?.committed !== undefined) await drainCommitted(ports, settled.committed);
  else if (settled !== undefined) await drainCase(ports, settled.caseId);
}

const loggedBefore: Judgement = { outcome: "new-case", reason: "Logged by an earlier attempt." };

async function judge(ports: Ports, taken: MailTaken): Promise<Judgement> {
  const { delivered, written } = taken;
  return judgeMail(delivered, {
    candidates: await candidatesFor(ports, delivered),
    raw: rawText(taken),
    writer: written.from.email,
  });
}

type OwnCase = { readonly caseId: CaseId; readonly stored: StoredCase | undefined };

// A reference that already belongs to another mail is passed over, the same way at every attempt.
async function findOwnCase(ports: Ports, mail: IncomingMail): Promise<OwnCase> {
  for (let attempt = 0; attempt < referenceAttempts; attempt += 1) {
    const caseId = referenceFor(mail.key, attempt);
    const stored = await ports.cases.find(caseId);
    if (stored === undefined || stored.case.origin === mail.key) return { caseId, stored };
  }
  throw new Error(`Every reference of mail ${mail.key} is taken.`);
}

type Settled = {
  readonly caseId: CaseId;
  /** What this attempt committed; absent when an earlier one did. */
  readonly committed?: Committed & { readonly kind: "committed" };
};

type Settling = {
  readonly judgement: Judgement;
  readonly own: OwnCase;
  readonly returned: ReturnedLetter | undefined;
  readonly kept: KeptMail;
};

// The thread is remembered after the commit, so that it never leads to a case that does not exist, and
// before the ledger, so that a crash between them is made good.
async function settle(
  ports: Ports,
  taken: MailTaken,
  { judgement, own, returned, kept }: Settling,
): Promise<Settled | undefined> {
  const { internetMessageId, conversationId } = taken.delivered;
  switch (judgement.outcome) {
    case "machine":
      return (
        returned &&
        settledIn(returned.stored.case.id, await takeBack(ports, taken, { returned, kept }))
      );
    case "follow-up": {
      const settled = await addToCase(ports, taken, { kept, caseId: judgement.caseId });
      await ports.threads.remember([internetMessageId], settled.caseId);
      return settled;
    }
    case "new-case": {
      const { caseId } = own;
      const settled =
        own.stored === undefined ? await logCase(ports, taken, { kept, caseId }) : { caseId };
      await ports.threads.remember([internetMessageId, conversationId], caseId);
      return settled;
    }
  }
}

type Into = { readonly kept: KeptMail; readonly caseId: CaseId };

async function logCase(ports: Ports, taken: MailTaken, into: Into): Promise<Settled> {
  const { delivered, written } = taken;
  const { caseId } = into;
  const sponsor = await ports.directory.findByMail(delivered.from.email);
  const held = await whyHeld(ports, taken);
  const command: SystemCommand = {
    type: "log",
    caseId,
    channel: "email",
    receivedAt: delivered.receivedAt,
    subject: written.subject,
    complainant: complainantOf(written),
    mail: await mailRecord(ports, taken, into),
    ...lastingMarks(written),
    ...(held === undefined ? {} : { unacknowledged: held }),
    ...(sponsor?.roles.includes("councillor")
      ? { sponsor: sponsor.id, sponsorName: sponsor.name }
      : {}),
  };
  return commit(ports, taken, { caseId, command });
}

function complainantOf({ from: { name, email } }: IncomingMail): Complainant {
  return email === "" ? { name } : { name, email };
}

async function addToCase(ports: Ports, taken: MailTaken, into: Into): Promise<Settled> {
  const { caseId } = into;
  const mail = await mailRecord(ports, taken, into);
  const before = await ports.cases.find(caseId);
  return commit(ports, taken, { caseId, before, command: { type: "receive", mail } });
}

async function commit(
  ports: Ports,
  { delivered, written }: MailTaken,
  what: { caseId: CaseId; before?: StoredCase | undefined; command: SystemCommand },
): Promise<Settled> {
  const outcome = await commitOrThrow(ports, {
    caseId: what.caseId,
    actor: { kind: "citizen", name: written.from.name },
    actionId: `mail-${delivered.key}`,
    before: what.before,
    policy: policyAt(ports, delivered.mailbox),
    command: () => what.command,
    drain: "at-once",
  });
  return settledIn(what.caseId, outcome);
}

function settledIn(caseId: CaseId, outcome: Committed | undefined): Settled {
  return outcome?.kind === "committed" ? { caseId, committed: outcome } : { caseId };
}

function policyAt({ settings }: Ports, mailbox: string): string | undefined {
  return settings.mailboxes.find(({ address }) => address === mailbox)?.policy;
}

function ledgerRow(
  ports: Ports,
  mail: IncomingMail,
  {
    judgement,
    settled,
    kept,
  }: { judgement: Judgement; settled: Settled | undefined; kept: KeptMail },
): LedgerRow {
  const { key, mailbox, internetMessageId, receivedAt } = mail;
  return {
    key,
    mailbox,
    internetMessageId,
    receivedAt,
    recordedAt: ports.clock.now().toISOString(),
    outcome: judgement.outcome,
    reason: judgement.reason,
    ...(settled === undefined ? {} : { caseId: settled.caseId }),
    ...(kept.evidence === undefined ? {} : { evidence: kept.evidence }),
  };
}
