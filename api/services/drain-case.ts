import type { CaseId } from "../domain/case/events.ts";
import { acknowledge } from "./effects/acknowledge.ts";
import { sendResponse } from "./effects/send-response.ts";
import { settleApproval } from "./effects/settle-approval.ts";
import { tellPerson } from "./effects/tell-person.ts";
import type { PendingEffect } from "./ports/case-store.ts";
import { MailboxBusy } from "./ports/mailbox.ts";
import type { Ports } from "./ports/ports.ts";
import { refreshViews } from "./refresh-views.ts";

/** Longer than any one effect takes; a worker that dies frees its effect after this. */
const leaseSeconds = 120;
const retrySeconds = 30;

/** What became of an attempt: finished, or to be looked at again after some seconds. */
export type EffectOutcome =
  { readonly kind: "done" } | { readonly kind: "later"; readonly seconds: number };

/**
 * Does everything the case still owes: mails, chat cards, fresh lists. Safe to run twice, at once or
 * after a crash; whatever cannot be done now is put back on the queue.
 */
export async function drainCase(ports: Ports, caseId: CaseId): Promise<void> {
  const waits: number[] = [];
  for (const pending of inOrder(await ports.cases.pendingEffects(caseId))) {
    const wait = await perform(ports, pending);
    if (wait !== undefined) waits.push(wait);
  }
  const stored = await ports.cases.find(caseId);
  if (stored !== undefined) await refreshViews(ports, stored);
  if (waits.length > 0) await ports.queue.drainCase(caseId, Math.min(...waits));
}

// Mails first: the lists then show what the citizen already has.
function inOrder(effects: readonly PendingEffect[]): PendingEffect[] {
  const rank = { acknowledge: 0, "send-response": 0, "settle-approval": 1, tell: 2 };
  return [...effects].sort((a, b) => rank[a.effect.kind] - rank[b.effect.kind]);
}

async function perform(ports: Ports, pending: PendingEffect): Promise<number | undefined> {
  if (pending.progress.step === "needs-a-person") return undefined;
  const now = ports.clock.now();
  const { leasedUntil } = pending.progress;
  if (leasedUntil !== undefined && leasedUntil > now.toISOString()) return leaseSeconds;
  const leased = await ports.cases.advance(pending, {
    ...pending.progress,
    attempts: pending.progress.attempts + 1,
    leasedUntil: new Date(now.getTime() + leaseSeconds * 1000).toISOString(),
  });
  if (leased === undefined) return undefined;
  return attempt(ports, leased);
}

async function attempt(ports: Ports, leased: PendingEffect): Promise<number | undefined> {
  const current = { effect: leased };
  try {
    const outcome = await run(ports, current);
    if (outcome.kind === "done") return undefined;
    await release(ports, current.effect);
    return outcome.seconds;
  } catch (cause) {
    await release(ports, current.effect);
    const wait = cause instanceof MailboxBusy ? cause.retryAfterSeconds : retrySeconds;
    const { caseId, effect, progress } = current.effect;
    const fields = { caseId, effect: effect.kind, attempts: progress.attempts };
    ports.logger.warn("effect.postponed", fields, cause);
    return wait;
  }
}

/** An effect under way; whoever notes progress on it replaces it, since its ETag changes. */
export type EffectInHand = { effect: PendingEffect };

function run(ports: Ports, inHand: EffectInHand): Promise<EffectOutcome> {
  const { effect } = inHand.effect;
  switch (effect.kind) {
    case "acknowledge":
      return acknowledge(ports, inHand, effect);
    case "send-response":
      return sendResponse(ports, inHand, effect);
    case "settle-approval":
      return settleApproval(ports, inHand, effect);
    case "tell":
      return tellPerson(ports, inHand, effect);
  }
}

async function release(ports: Ports, effect: PendingEffect): Promise<void> {
  const { leasedUntil: _over, ...progress } = effect.progress;
  await ports.cases.advance(effect, progress);
}
