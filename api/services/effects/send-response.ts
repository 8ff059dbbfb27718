import type { Effect } from "../../domain/case/effects.ts";
import { letterSubject } from "../../domain/letters/letters.ts";
import type { Ports } from "../ports/ports.ts";
import { noteProgress, record, type EffectInHand, type EffectOutcome } from "./effect-in-hand.ts";
import { sendMail } from "./send-mail.ts";

/** Sends the approved response: exactly the text whose hash was approved, and only once. */
export async function sendResponse(
  ports: Ports,
  inHand: EffectInHand,
  { key, stage, text }: Effect & { kind: "send-response" },
): Promise<EffectOutcome> {
  const theCase = inHand.stored.case;
  const outcome = await sendMail(ports, inHand, {
    to: theCase.replyTo,
    subject: letterSubject(theCase),
    text: await ports.texts.get(theCase.id, text),
    approved: true,
  });
  if (outcome.kind === "later") return outcome;
  if (outcome.kind === "needs-a-person") {
    await record(ports, inHand, {
      actionId: `problem-${key}`,
      command: { type: "record-sending-problem", stage, why: outcome.why },
      completes: false,
    });
    // The effect stays, so that nobody forgets the letter; only a person can settle it.
    await noteProgress(ports, inHand, { step: "needs-a-person" });
    return { kind: "done" };
  }
  const { internetMessageId } = outcome;
  await ports.threads.remember([internetMessageId], theCase.id);
  await record(ports, inHand, {
    actionId: key,
    command: { type: "record-response-sent", stage, text, internetMessageId },
    completes: true,
  });
  return { kind: "done" };
}
