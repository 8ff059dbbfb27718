import type { Effect } from "../../domain/case/effects.ts";
import { acknowledgementLetter, letterSubject } from "../../domain/letters/letters.ts";
import { letterFactsOf } from "../letter-facts.ts";
import type { Ports } from "../ports/ports.ts";
import { record, type EffectInHand, type EffectOutcome } from "./effect-in-hand.ts";
import { letterTarget } from "./letter-target.ts";
import { sendMail } from "./send-mail.ts";

/** Acknowledges a stage in the citizen's own thread, once. */
export async function acknowledge(
  ports: Ports,
  inHand: EffectInHand,
  { key, stage }: Effect & { kind: "acknowledge" },
): Promise<EffectOutcome> {
  const theCase = inHand.stored.case;
  const to = letterTarget(ports, theCase);
  if (to === undefined || isSetAsideUnsent(inHand)) {
    await ports.cases.complete(inHand.effect);
    return { kind: "done" };
  }
  const letter = acknowledgementLetter(theCase, letterFactsOf(ports, theCase));
  const outcome = await sendMail(ports, inHand, {
    to,
    subject: letterSubject(theCase),
    text: letter,
    approved: false,
  });
  if (outcome.kind === "later") return outcome;
  if (outcome.kind === "needs-a-person") {
    await record(ports, inHand, {
      actionId: `problem-${key}`,
      command: { type: "record-sending-problem", stage, why: outcome.why },
      completes: true,
    });
    return { kind: "done" };
  }
  const { internetMessageId } = outcome;
  const text = await ports.texts.put(theCase.id, letter);
  await record(ports, inHand, {
    actionId: key,
    command: { type: "record-acknowledgement", stage, internetMessageId, text },
    completes: true,
  });
  return { kind: "done" };
}

// Spam and duplicates hear nothing more; what may have left already is settled like any other.
function isSetAsideUnsent({ stored, effect }: EffectInHand): boolean {
  const { status, type, outcome } = stored.case;
  const isSetAside = status === "closed" && type === undefined && outcome === "not-a-complaint";
  return isSetAside && effect.progress.step === undefined;
}
