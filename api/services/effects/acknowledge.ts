import { acknowledgementLetter, letterSubject } from "../../domain/letters/letters.ts";
import type { Effect } from "../../domain/case/effects.ts";
import { commitOrThrow } from "../commit-command.ts";
import type { EffectInHand, EffectOutcome } from "../drain-case.ts";
import { letterFactsOf } from "../letter-facts.ts";
import type { Ports } from "../ports/ports.ts";
import { sendMail } from "./send-mail.ts";

/** Acknowledges a stage in the citizen's own thread, once. */
export async function acknowledge(
  ports: Ports,
  inHand: EffectInHand,
  effect: Effect & { kind: "acknowledge" },
): Promise<EffectOutcome> {
  const { caseId } = inHand.effect;
  const stored = await ports.cases.find(caseId);
  if (stored === undefined)
    throw new Error(`${caseId} owes an acknowledgement and does not exist.`);
  const theCase = stored.case;
  const letter = acknowledgementLetter(theCase, letterFactsOf(ports, theCase));
  const outcome = await sendMail(ports, inHand, {
    to: theCase.replyTo,
    subject: letterSubject(theCase),
    text: letter,
    approved: false,
  });
  if (outcome.kind === "later") return outcome;
  const system = { caseId, actor: { kind: "system" }, answer: "", before: stored } as const;
  if (outcome.kind === "needs-a-person") {
    await commitOrThrow(ports, {
      ...system,
      actionId: `problem-${effect.key}`,
      completes: inHand.effect,
      command: () => ({ type: "record-sending-problem", stage: effect.stage, why: outcome.why }),
    });
    return { kind: "done" };
  }
  const text = await ports.texts.put(caseId, letter);
  await ports.threads.remember([outcome.internetMessageId], caseId);
  await commitOrThrow(ports, {
    ...system,
    actionId: effect.key,
    completes: inHand.effect,
    command: () => ({
      type: "record-acknowledgement",
      stage: effect.stage,
      internetMessageId: outcome.internetMessageId,
      text,
    }),
  });
  return { kind: "done" };
}
