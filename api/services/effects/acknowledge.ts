import type { Effect } from "../../domain/case/effects.ts";
import { acknowledgementLetter, letterSubject } from "../../domain/letters/letters.ts";
import { letterFactsOf } from "../letters/letter-facts.ts";
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
  if (to === undefined || isNoComplaintUnsent(inHand)) {
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

// What is no complaint is promised no answer to one: its own letter says what it is, and spam hears nothing.
// What may have left already is settled like any other.
function isNoComplaintUnsent({ stored, effect }: EffectInHand): boolean {
  const { status, outcome } = stored.case;
  return status === "closed" && outcome === "not-a-complaint" && effect.progress.step === undefined;
}
