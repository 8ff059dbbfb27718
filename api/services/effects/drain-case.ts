import type { CaseId } from "../../domain/case/vocabulary.ts";
import { acknowledge } from "./acknowledge.ts";
import { copyToSponsor } from "./copy-to-sponsor.ts";
import { askService } from "./ask-service.ts";
import type { EffectInHand, EffectOutcome } from "./effect-in-hand.ts";
import { linkBack } from "./link-back.ts";
import { sendAgain } from "./send-again.ts";
import { sendResponse } from "./send-response.ts";
import { passToService } from "./pass-to-service.ts";
import { shareAnswer } from "./share-answer.ts";
import { settleQuestion } from "./settle-question.ts";
import { tellPerson } from "./tell-person.ts";
import { writeLetter } from "./write-letter.ts";
import { leasedAt, leaseSeconds, postponedAt, secondsLeft } from "../lease.ts";
import type { PendingEffect, StoredCase } from "../ports/case-store.ts";
import { MailboxBusy } from "../ports/mailbox.ts";
import type { Ports } from "../ports/ports.ts";
import { refreshViews } from "../lists/refresh-views.ts";

const retrySeconds = 30;
const mostRetrySeconds = 600;

/**
 * Does everything the case still owes: mails, chat cards, fresh lists. Safe to run twice, at once or
 * after a crash; whatever cannot be done now is put back on the queue.
 */
export async function drainCase(ports: Ports, caseId: CaseId): Promise<void> {
  const effects = await ports.cases.pendingEffects(caseId);
  const stored = await ports.cases.find(caseId);
  if (stored === undefined) return;
  await workOff(
    ports,
    stored,
    effects.map((effect) => ({ effect, isLeased: false })),
  );
}

/** The same right after a commit whose effects are leased to this process: nothing is read again. */
export async function drainCommitted(
  ports: Ports,
  committed: { readonly stored: StoredCase; readonly effects: readonly PendingEffect[] },
): Promise<void> {
  const owed = committed.effects.map((effect) => ({ effect, isLeased: true }));
  await workOff(ports, committed.stored, owed);
}

type Owed = { readonly effect: PendingEffect; readonly isLeased: boolean };

async function workOff(ports: Ports, before: StoredCase, owed: readonly Owed[]): Promise<void> {
  const waiting = inOrder(owed);
  const waits: number[] = [];
  let stored = before;
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    const inHand: EffectInHand = { effect: one.effect, stored, next: [] };
    const wait = await perform(ports, inHand, one.isLeased);
    if (wait !== undefined) waits.push(wait);
    stored = inHand.stored;
    waiting.push(...inHand.next.map((effect) => ({ effect, isLeased: true })));
  }
  if (!(await refreshViews(ports, stored))) waits.push(retrySeconds);
  if (waits.length > 0) await ports.queue.drainCase(before.case.id, Math.min(...waits));
}

// Mails first: the lists then show what the citizen already has.
function inOrder(owed: readonly Owed[]): Owed[] {
  const rank = {
    acknowledge: 0,
    "send-response": 0,
    "send-again": 0,
    "write-letter": 0,
    "pass-to-service": 1,
    "copy-to-sponsor": 1,
    "share-answer": 1,
    "settle-approval": 1,
    "settle-question": 1,
    "ask-service": 2,
    tell: 2,
    "link-back": 2,
  };
  return owed.toSorted((a, b) => rank[a.effect.effect.kind] - rank[b.effect.effect.kind]);
}

/** Does one effect; the seconds to wait before it is looked at again, if it is not finished. */
async function perform(
  ports: Ports,
  inHand: EffectInHand,
  isLeased: boolean,
): Promise<number | undefined> {
  const { step } = inHand.effect.progress;
  if (step === "needs-a-person" && inHand.stored.case.status === "sending") return undefined;
  const wait = isLeased ? undefined : await lease(ports, inHand);
  return wait ?? attempt(ports, inHand);
}

async function lease(ports: Ports, inHand: EffectInHand): Promise<number | undefined> {
  const { effect } = inHand;
  const now = ports.clock.now();
  const left = secondsLeft(now, effect.progress);
  if (left > 0) return left;
  const leased = await ports.cases.advance(effect, leasedAt(now, effect.progress));
  // Whoever was faster may yet die without finishing it.
  if (leased === undefined) return leaseSeconds;
  inHand.effect = leased;
  return undefined;
}

async function attempt(ports: Ports, inHand: EffectInHand): Promise<number | undefined> {
  try {
    const outcome = await run(ports, inHand);
    return outcome.kind === "done"
      ? undefined
      : await postpone(ports, inHand.effect, outcome.seconds);
  } catch (cause) {
    const { caseId, effect, progress } = inHand.effect;
    const { attempts } = progress;
    const asked = cause instanceof MailboxBusy ? cause.retryAfterSeconds : retrySeconds;
    const seconds = Math.max(asked, patienceAfter(attempts));
    ports.logger.warn(
      "effect.postponed",
      { caseId, effect: effect.kind, attempts, seconds },
      cause,
    );
    return postpone(ports, inHand.effect, seconds);
  }
}

// What failed more than twice is no hiccup: the pauses grow, so that an outage is not hammered at.
function patienceAfter(attempts: number): number {
  return attempts <= 2 ? 0 : Math.min(retrySeconds * 2 ** (attempts - 2), mostRetrySeconds);
}

async function postpone(ports: Ports, effect: PendingEffect, seconds: number): Promise<number> {
  await ports.cases.advance(effect, postponedAt(ports.clock.now(), effect.progress, seconds));
  return seconds;
}

function run(ports: Ports, inHand: EffectInHand): Promise<EffectOutcome> {
  const { effect } = inHand.effect;
  switch (effect.kind) {
    case "acknowledge":
      return acknowledge(ports, inHand, effect);
    case "send-response":
      return sendResponse(ports, inHand, effect);
    case "send-again":
      return sendAgain(ports, inHand, effect);
    case "write-letter":
      return writeLetter(ports, inHand, effect);
    case "pass-to-service":
      return passToService(ports, inHand, effect);
    case "copy-to-sponsor":
      return copyToSponsor(ports, inHand, effect);
    case "share-answer":
      return shareAnswer(ports, inHand, effect);
    case "settle-approval":
      return settleQuestion(ports, inHand, { ...effect, kind: "approval" });
    case "settle-question":
      return settleQuestion(ports, inHand, effect.question);
    case "ask-service":
      return askService(ports, inHand, effect);
    case "tell":
      return tellPerson(ports, inHand, effect);
    case "link-back":
      return linkBack(ports, inHand, effect);
  }
}
