import type { Case } from "../../domain/case/case.ts";
import type { Effect } from "../../domain/case/effects.ts";
import type { TextHash } from "../../domain/case/events.ts";
import { cardOn } from "../case-cards.ts";
import type { EffectInHand, EffectOutcome } from "../drain-case.ts";
import type { Ports } from "../ports/ports.ts";

/**
 * Tells one person something in chat. Posting cannot be made idempotent (platform: a lost answer and
 * a retry make two cards): a nudge whose outcome is unknown counts as given, a question is asked again.
 */
export async function tellPerson(
  ports: Ports,
  inHand: EffectInHand,
  effect: Effect & { kind: "tell" },
): Promise<EffectOutcome> {
  const { caseId } = inHand.effect;
  const stored = await ports.cases.find(caseId);
  if (stored === undefined) throw new Error(`${caseId} has something to tell and does not exist.`);
  if (isStillTrue(stored.case, effect)) await post(ports, stored.case, effect);
  await ports.cases.complete(inHand.effect);
  return { kind: "done" };
}

async function post(ports: Ports, theCase: Case, effect: Effect & { kind: "tell" }): Promise<void> {
  const { person, occasion } = effect;
  const outcome = await ports.chat.post(person, await cardOn(ports, theCase, occasion));
  if (outcome.kind === "unreachable") {
    ports.logger.warn("chat.unreachable", { caseId: theCase.id, person, why: outcome.why });
    return;
  }
  if (occasion.kind === "approval-wanted") {
    const purpose = approvalPurpose(theCase.stage, occasion.text);
    await ports.chatBook.rememberCard({ caseId: theCase.id, purpose, person, at: outcome.at });
  }
}

// A question that has been settled while its card waited would only confuse.
function isStillTrue(theCase: Case, { occasion, person }: Effect & { kind: "tell" }): boolean {
  if (occasion.kind === "approval-wanted") {
    return theCase.status === "awaiting-approval" && theCase.submission?.text === occasion.text;
  }
  if (occasion.kind === "assigned") return theCase.officer?.id === person;
  return true;
}

/** What an approval card stands for: one stage's letter with exactly this content. */
export function approvalPurpose(stage: number, text: TextHash): string {
  return `approval:${stage}:${text}`;
}
