import type { Effect } from "../../domain/case/effects.ts";
import { approvalReceipt } from "../case-cards.ts";
import type { EffectInHand, EffectOutcome } from "../drain-case.ts";
import type { Ports } from "../ports/ports.ts";
import { approvalPurpose } from "./tell-person.ts";

/** Turns every copy of a settled approval card into its receipt, so that no stale button stays. */
export async function settleApproval(
  ports: Ports,
  inHand: EffectInHand,
  effect: Effect & { kind: "settle-approval" },
): Promise<EffectOutcome> {
  const { caseId } = inHand.effect;
  const stored = await ports.cases.find(caseId);
  if (stored === undefined) throw new Error(`${caseId} has a card to settle and does not exist.`);
  const standing = await ports.chatBook.cardsOf(caseId, approvalPurpose(effect.stage, effect.text));
  const receipt = await approvalReceipt(ports, stored.case);
  for (const card of standing) {
    await ports.chat.replace(card.person, card.at, receipt);
    await ports.chatBook.forgetCard(card);
  }
  await ports.cases.complete(inHand.effect);
  return { kind: "done" };
}
