import type { SystemCommand } from "../../domain/case/commands.ts";
import type { CaseId, Complainant, NamedPerson } from "../../domain/case/vocabulary.ts";
import { referenceFor } from "../../domain/mail/case-reference.ts";
import type { IncomingMail } from "../../domain/mail/incoming-mail.ts";
import { judgeMail, type Judgement } from "../../domain/mail/judge-mail.ts";
import { lastingMarks } from "../../domain/mail/lasting-marks.ts";
import { whyNoCaseYet } from "../../domain/mail/outcome-words.ts";
import { candidatesFor, type StoredCandidate } from "./candidate-cases.ts";
import {
  commitCommand,
  commitOrThrow,
  type CommandRequest,
  type Committed,
} from "../acting/commit-command.ts";
import { drainCase, drainCommitted } from "../effects/drain-case.ts";
import { whyHeld } from "./hold-acknowledgement.ts";
import {
  keepFiles,
  mailRecord,
  mailTaken,
  rawText,
  type KeptMail,
  type MailTaken,
} from "./mail-taken.ts";
import { findCaseOfMail, type OwnCase } from "./own-case.ts";
import type { StoredCase } from "../ports/case-store.ts";
import type { LedgerRow } from "../ports/ledger.ts";
import { MailboxBusy, type MailHandle } from "../ports/mailbox.ts";
import type { Ports } from "../ports/ports.ts";
import { returnedLetter, takeBack, type ReturnedLetter } from "./returned-letter.ts";

/**
 * Accounts for one mail of the shared mailbox: a new case, a follow-up, or machine mail, and a row
 * in the ledger that says so. Taking the same mail in again finds what it became the first time, unless
 * a person wants a case of what became none.
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
  const row = await ports.ledger.find(mail.key, mail.receivedAt);
  const wanted = row && wantedOf(row);
  if (row !== undefined && wanted === undefined) return;
  const taken = await mailTaken(ports, mail);
  const own = await ownCase(ports, taken);
  const { judgement, candidates } = await judged(ports, taken, { own, wanted });
  const returned = await returnedLetter(ports, taken, judgement);
  const files = judgement.outcome !== "machine" || returned !== undefined;
  const kept = await keepFiles(ports, taken, { files });
  const settling = { judgement, candidates, own, returned, kept, wanted };
  const settled = await settle(ports, taken, settling);
  await ports.ledger.record(ledgerRow(ports, mail, { judgement, settled, kept, wanted }));
  if (settled?.committed !== undefined) await drainCommitted(ports, settled.committed);
  else if (settled !== undefined) await drainCase(ports, settled.caseId);
}

const loggedBefore: Judgement = { outcome: "new-case", reason: "Logged by an earlier attempt." };

/** A person's wish that a mail without a case becomes one. */
type Wanted = { readonly by: NamedPerson; readonly held: string; readonly judgement: Judgement };

function wantedOf(row: LedgerRow): Wanted | undefined {
  const { caseId, wanted: by } = row;
  if (caseId !== undefined || by === undefined) return undefined;
  const reason = whyNoCaseYet(row);
  // Who decided belongs to the case as well; whether anybody is written to is for triage to say.
  const held = `${reason} ${by.name} made a case of it.`;
  return { by, held, judgement: { outcome: "new-case", reason } };
}

async function judged(
  ports: Ports,
  taken: MailTaken,
  { own, wanted }: Pick<Settling, "own" | "wanted">,
): Promise<Pick<Settling, "judgement" | "candidates">> {
  if (wanted !== undefined) return { judgement: wanted.judgement, candidates: [] };
  if (own.stored !== undefined) return { judgement: loggedBefore, candidates: [] };
  const { delivered, written } = taken;
  const candidates = await candidatesFor(ports, delivered);
  const raw = rawText(taken);
  const judgement = judgeMail(delivered, { candidates, raw, writer: written.from.email });
  return { judgement, candidates };
}

// Nothing becomes a case before it is kept: what was not kept until now need not be looked for.
async function ownCase(ports: Ports, { delivered: { key }, raw }: MailTaken): Promise<OwnCase> {
  if (raw?.isNew === true) return { caseId: referenceFor(key, 0), stored: undefined };
  return findCaseOfMail(ports, key);
}

type Settled = {
  readonly caseId: CaseId;
  /** What this attempt committed; absent when an earlier one did. */
  readonly committed?: Committed & { readonly kind: "committed" };
};

type Settling = {
  readonly judgement: Judgement;
  readonly candidates: readonly StoredCandidate[];
  readonly own: OwnCase;
  readonly returned: ReturnedLetter | undefined;
  readonly kept: KeptMail;
  readonly wanted: Wanted | undefined;
};

// The thread is remembered after the commit, so that it never leads to a case that does not exist, and
// before the ledger, so that a crash between them is made good.
async function settle(
  ports: Ports,
  taken: MailTaken,
  { judgement, candidates, own, returned, kept, wanted }: Settling,
): Promise<Settled | undefined> {
  const { internetMessageId, conversationId } = taken.delivered;
  switch (judgement.outcome) {
    case "machine":
      return (
        returned &&
        settledIn(returned.stored.case.id, await takeBack(ports, taken, { returned, kept }))
      );
    case "follow-up": {
      const { caseId } = judgement;
      const before = candidates.find((one) => one.caseId === caseId)?.stored;
      const settled = await addToCase(ports, taken, { kept, caseId, before });
      await ports.threads.remember([internetMessageId], settled.caseId);
      return settled;
    }
    case "new-case": {
      const { caseId, stored } = own;
      const settled =
        stored === undefined
          ? await logCase(ports, taken, { kept, caseId, held: wanted?.held })
          : { caseId };
      // Its own id leads to its reference, which is made of it.
      await ports.threads.remember([conversationId], settled.caseId);
      return settled;
    }
  }
}

type Into = { readonly kept: KeptMail; readonly caseId: CaseId };

async function logCase(
  ports: Ports,
  taken: MailTaken,
  into: Into & { readonly held: string | undefined },
): Promise<Settled> {
  const { delivered, written, sender } = taken;
  const { caseId } = into;
  const held = into.held ?? (await whyHeld(ports, taken));
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
    ...(sender?.roles.includes("councillor")
      ? { sponsor: sender.id, sponsorName: sender.name }
      : {}),
  };
  const outcome = await commitCommand(ports, requestOf(ports, taken, { caseId, command }));
  if (outcome.ok) return settledIn(caseId, outcome.value);
  // The reference is another mail's, which only a look could have told.
  const own = await findCaseOfMail(ports, delivered.key);
  if (own.caseId === caseId)
    throw new Error(`${caseId} refused its mail: ${outcome.error.message}`);
  if (own.stored !== undefined) return { caseId: own.caseId };
  return logCase(ports, taken, { ...into, caseId: own.caseId });
}

function complainantOf({ from: { name, email } }: IncomingMail): Complainant {
  return email === "" ? { name } : { name, email };
}

async function addToCase(
  ports: Ports,
  taken: MailTaken,
  into: Into & { readonly before: StoredCase | undefined },
): Promise<Settled> {
  const { caseId, before } = into;
  const mail = await mailRecord(ports, taken, into);
  const command: SystemCommand = { type: "receive", mail };
  const outcome = await commitOrThrow(ports, requestOf(ports, taken, { caseId, before, command }));
  return settledIn(caseId, outcome);
}

function requestOf(
  ports: Ports,
  { delivered, written }: MailTaken,
  what: { caseId: CaseId; before?: StoredCase | undefined; command: SystemCommand },
): CommandRequest {
  return {
    caseId: what.caseId,
    actor: { kind: "citizen", name: written.from.name },
    actionId: `mail-${delivered.key}`,
    before: what.before,
    policy: policyAt(ports, delivered.mailbox),
    command: () => what.command,
    drain: "at-once",
  };
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
    wanted,
  }: Pick<Settling, "judgement" | "kept" | "wanted"> & { readonly settled: Settled | undefined },
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
    ...(wanted === undefined ? {} : { by: wanted.by }),
    ...(settled === undefined ? {} : { caseId: settled.caseId }),
    ...(kept.evidence === undefined ? {} : { evidence: kept.evidence }),
  };
}
