import type { Effect } from "../../domain/case/effects.ts";
import { letterSubject } from "../../domain/letters/letters.ts";
import { commitOrThrow } from "../commit-command.ts";
import type { EffectInHand, EffectOutcome } from "../drain-case.ts";
import type { Ports } from "../ports/ports.ts";
import { sendMail } from "./send-mail.ts";

/** Sends the approved response: exactly the text whose hash was approved, and only once. */
export async function sendResponse(
  ports: Ports,
  inHand: EffectInHand,
  effect: Effect & { kind: "send-response" },
): Promise<EffectOutcome> {
  const { caseId } = inHand.effect;
  const stored = await ports.cases.find(caseId);
  if (stored === undefined) throw new Error(`${caseId} owes a response and does not exist.`);
  const theCase = stored.case;
  const outcome = await sendMail(ports, inHand, {
    to: theCase.replyTo,
    subject: letterSubject(theCase),
    text: await ports.texts.get(caseId, effect.text),
    approved: true,
  });
  if (outcome.kind === "later") return outcome;
  const system = { caseId, actor: { kind: "system" }, answer: "", before: stored } as const;
  if (outcome.kind === "needs-a-person") {
    await commitOrThrow(ports, {
      ...system,
      actionId: `problem-${effect.key}`,
      command: () => ({ type: "record-sending-problem", stage: effect.stage, why: outcome.why }),
    });
    // The effect stays, so that nobody forgets the letter; only a person can settle it.
    await ports.cases.advance(inHand.effect, {
      ...inHand.effect.progress,
      step: "needs-a-person",
    });
    return { kind: "done" };
  }
  await ports.threads.remember([outcome.internetMessageId], caseId);
  await commitOrThrow(ports, {
    ...system,
    actionId: effect.key,
    completes: inHand.effect,
    command: () => ({
      type: "record-response-sent",
      stage: effect.stage,
      text: effect.text,
      internetMessageId: outcome.internetMessageId,
    }),
  });
  return { kind: "done" };
}
