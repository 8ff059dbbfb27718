import type { Effect } from "../../domain/case/effects.ts";
import { approvalReceipt } from "../case-cards.ts";
import type { Ports } from "../ports/ports.ts";
import type { EffectInHand, EffectOutcome } from "./effect-in-hand.ts";
import { approvalPurpose } from "./tell-person.ts";

/** Turns every copy of a settled approval card into its receipt, so that no stale button stays. */
export async function settleApproval(
  ports: Ports,
  inHand: EffectInHand,
  effect: Effect & { kind: "settle-approval" },
): Promise<EffectOutcome> {
  const theCase = inHand.stored.case;
  // The same letter waits again: its cards are questions once more.
  const { status, submission } = theCase;
  if (status === "awaiting-approval" && submission?.text === effect.text) {
    await ports.cases.complete(inHand.effect);
    return { kind: "done" };
  }
  const purpose = approvalPurpose(effect.stage, effect.text);
  const standing = await ports.chatBook.cardsOf(theCase.id, purpose);
  const receipt = await approvalReceipt(ports, theCase);
  for (const card of standing) {
    await ports.chat.replace(card.person, card.at, receipt);
    await ports.chatBook.forgetCard(card);
  }
  await ports.cases.complete(inHand.effect);
  return { kind: "done" };
}
