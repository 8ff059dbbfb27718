import type { SystemCommand } from "../domain/case/commands.ts";
import type { CaseId, MailRecord } from "../domain/case/vocabulary.ts";
import {
  isReference,
  referenceAttempts,
  referenceFor,
  referencesIn,
} from "../domain/mail/case-reference.ts";
import { answeredIds, type IncomingMail } from "../domain/mail/incoming-mail.ts";
import { judgeMail, type CandidateCase, type Judgement } from "../domain/mail/judge-mail.ts";
import { lastingMarks } from "../domain/mail/lasting-marks.ts";
import { commitOrThrow, type Committed } from "./commit-command.ts";
import { drainCase, drainCommitted } from "./drain-case.ts";
import type { StoredCase } from "./ports/case-store.ts";
import type { LedgerRow } from "./ports/ledger.ts";
import { MailboxBusy, type MailHandle } from "./ports/mailbox.ts";
import type { Ports } from "./ports/ports.ts";

/** A thread longer than this is found by its newest ids; more look-ups would find nothing else. */
const mostThreadLookups = 10;
const mostQuotedReferences = 5;
const mostRawBytesRead = 300_000;

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
  const raw = await ports.mailbox.readRaw(mail);
  const judgement: Judgement =
    own.stored === undefined
      ? judgeMail(mail, { candidates: await candidatesFor(ports, mail), raw: rawText(raw) })
      : { outcome: "new-case", reason: "Logged by an earlier attempt." };
  await keepEvidence(ports, mail, { judgement, raw });
  const settled = await settle(ports, mail, { judgement, own });
  await ports.ledger.record(ledgerRow(ports, mail, { judgement, caseId: settled?.caseId }));
  if (settled?.committed !== undefined) await drainCommitted(ports, settled.committed);
  else if (settled !== undefined) await drainCase(ports, settled.caseId);
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

async function candidatesFor(ports: Ports, mail: IncomingMail): Promise<CandidateCase[]> {
  const threadIds = [...answeredIds(mail).slice(0, mostThreadLookups), mail.conversationId];
  const byThread = await Promise.all(threadIds.map((id) => ports.threads.find(id)));
  const quoted = referencesIn(`${mail.subject}\n${mail.text}`).slice(0, mostQuotedReferences);
  const caseIds = new Set([...byThread.filter((id) => id !== undefined), ...quoted]);
  const found = await Promise.all(
    [...caseIds].filter(isReference).map((id) => ports.cases.find(id)),
  );
  const candidates = found.filter((stored) => stored !== undefined);
  return Promise.all(candidates.map((stored) => candidate(ports, stored)));
}

async function candidate(ports: Ports, { case: theCase }: StoredCase): Promise<CandidateCase> {
  const sponsors = await Promise.all(
    theCase.sponsors.flatMap(({ person }) =>
      person === undefined ? [] : [ports.directory.findPerson(person)],
    ),
  );
  const writers = [theCase.complainant.email, ...sponsors.map((sponsor) => sponsor?.mail)];
  return {
    caseId: theCase.id,
    writers: writers.flatMap((address) => (address === undefined ? [] : [address.toLowerCase()])),
  };
}

// A report on a returned mail is read from its first bytes; headers are 8-bit whatever the body is.
function rawText(raw: Uint8Array | undefined): string {
  return Buffer.from(raw?.subarray(0, mostRawBytesRead) ?? []).toString("latin1");
}

async function keepEvidence(
  ports: Ports,
  mail: IncomingMail,
  { judgement, raw }: { judgement: Judgement; raw: Uint8Array | undefined },
): Promise<void> {
  if (raw !== undefined) await ports.evidence.keepMail(mail.key, raw);
  if (judgement.outcome === "machine") return;
  for (const attachment of mail.attachments) {
    const content = await ports.mailbox.readAttachment(mail, attachment);
    if (content !== undefined) await ports.evidence.keepAttachment(mail.key, attachment, content);
  }
}

type Settled = {
  readonly caseId: CaseId;
  /** What this attempt committed; absent when an earlier one did. */
  readonly committed?: Committed & { readonly kind: "committed" };
};

// The thread is remembered after the commit, so that it never leads to a case that does not exist, and
// before the ledger, so that a crash between them is made good.
async function settle(
  ports: Ports,
  mail: IncomingMail,
  { judgement, own }: { judgement: Judgement; own: OwnCase },
): Promise<Settled | undefined> {
  const { internetMessageId, conversationId } = mail;
  switch (judgement.outcome) {
    case "machine":
      return undefined;
    case "follow-up": {
      const settled = await addToCase(ports, mail, judgement.caseId);
      await ports.threads.remember([internetMessageId], settled.caseId);
      return settled;
    }
    case "new-case": {
      const { caseId } = own;
      const settled = own.stored === undefined ? await logCase(ports, mail, caseId) : { caseId };
      await ports.threads.remember([internetMessageId, conversationId], caseId);
      return settled;
    }
  }
}

async function logCase(ports: Ports, mail: IncomingMail, caseId: CaseId): Promise<Settled> {
  const record = await recordOf(ports, mail, caseId);
  const sponsor = await ports.directory.findByMail(mail.from.email);
  const command: SystemCommand = {
    type: "log",
    caseId,
    channel: "email",
    receivedAt: mail.receivedAt,
    subject: mail.subject,
    complainant: mail.from,
    mail: record,
    ...lastingMarks(mail),
    ...(sponsor?.roles.includes("councillor")
      ? { sponsor: sponsor.id, sponsorName: sponsor.name }
      : {}),
  };
  return commit(ports, mail, { caseId, command });
}

async function addToCase(ports: Ports, mail: IncomingMail, caseId: CaseId): Promise<Settled> {
  const record = await recordOf(ports, mail, caseId);
  const before = await ports.cases.find(caseId);
  return commit(ports, mail, { caseId, before, command: { type: "receive", mail: record } });
}

async function commit(
  ports: Ports,
  mail: IncomingMail,
  what: { caseId: CaseId; before?: StoredCase | undefined; command: SystemCommand },
): Promise<Settled> {
  const outcome = await commitOrThrow(ports, {
    caseId: what.caseId,
    actor: { kind: "citizen", name: mail.from.name },
    actionId: `mail-${mail.key}`,
    before: what.before,
    policy: policyAt(ports, mail.mailbox),
    command: () => what.command,
    drain: "at-once",
  });
  const { caseId } = what;
  return outcome.kind === "committed" ? { caseId, committed: outcome } : { caseId };
}

function policyAt({ settings }: Ports, mailbox: string): string | undefined {
  return settings.mailboxes.find(({ address }) => address === mailbox)?.policy;
}

async function recordOf(ports: Ports, mail: IncomingMail, caseId: CaseId): Promise<MailRecord> {
  const { key, mailbox, graphId, internetMessageId, conversationId, from, subject, receivedAt } =
    mail;
  const text = await ports.texts.put(caseId, mail.text);
  const { attachments } = mail;
  return {
    key,
    mailbox,
    graphId,
    internetMessageId,
    conversationId,
    from,
    subject,
    receivedAt,
    text,
    attachments,
  };
}

function ledgerRow(
  ports: Ports,
  mail: IncomingMail,
  { judgement, caseId }: { judgement: Judgement; caseId: CaseId | undefined },
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
    ...(caseId === undefined ? {} : { caseId }),
  };
}
