import { policyNow } from "../../domain/case/policy-now.ts";
import { asksOf, purposeOf, type Question } from "../../domain/case/question.ts";
import type { Ports } from "../ports/ports.ts";
import { receiptFor } from "../questions/question-card.ts";
import type { EffectInHand, EffectOutcome } from "./effect-in-hand.ts";

/**
 * Turns every copy of a settled question's card into its receipt, whoever has it and on whatever device,
 * so that no stale button stays. A card whose reader is still asked, or asked again, stays as it is.
 */
export async function settleQuestion(
  ports: Ports,
  inHand: EffectInHand,
  question: Question,
): Promise<EffectOutcome> {
  const theCase = inHand.stored.case;
  const standing = await ports.chatBook.cardsOf(theCase.id, purposeOf(question));
  const policy = policyNow(theCase);
  for (const card of standing) {
    const person = await ports.directory.findPerson(card.person);
    if (person !== undefined && asksOf(theCase, question, { person, policy })) continue;
    await ports.chat.replace(card.person, card.at, await receiptFor(ports, theCase, question));
    await ports.chatBook.forgetCard(card);
  }
  await ports.cases.complete(inHand.effect);
  return { kind: "done" };
}
