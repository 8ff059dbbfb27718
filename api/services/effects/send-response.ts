import type { Effect } from "../../domain/case/effects.ts";
import { letterSubject } from "../../domain/letters/letters.ts";
import type { Ports } from "../ports/ports.ts";
import { noteProgress, record, type EffectInHand, type EffectOutcome } from "./effect-in-hand.ts";
import { enclosuresOf } from "./enclose.ts";
import { letterTarget } from "./letter-target.ts";
import { sendMail, sentCopy, type Sent } from "./send-mail.ts";

type SendResponse = Effect & { readonly kind: "send-response" };

/** Sends the approved response: exactly the text whose hash was approved, and only once. */
export async function sendResponse(
  ports: Ports,
  inHand: EffectInHand,
  effect: SendResponse,
): Promise<EffectOutcome> {
  const { key, stage, text } = effect;
  const theCase = inHand.stored.case;
  if (theCase.status !== "sending") {
    // Somebody posted it meanwhile: it never leaves a second time.
    await ports.cases.complete(inHand.effect);
    return { kind: "done" };
  }
  const outcome = await sendApproved(ports, inHand, effect);
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
  await record(ports, inHand, {
    actionId: key,
    command: { type: "record-response-sent", stage, text, internetMessageId },
    completes: true,
  });
  return { kind: "done" };
}

async function sendApproved(
  ports: Ports,
  inHand: EffectInHand,
  { text, insteadOf = [] }: SendResponse,
): Promise<Sent> {
  const theCase = inHand.stored.case;
  const to = letterTarget(ports, theCase);
  if (to === undefined) {
    const why =
      "The person has no e-mail address. Post the approved letter, and record that you did.";
    return { kind: "needs-a-person", why };
  }
  for (const earlier of insteadOf) {
    const turnedUp = await sentCopy(ports, to.mailbox, `${theCase.id}:${earlier}`);
    if (turnedUp !== undefined) return turnedUp;
  }
  return sendMail(ports, inHand, {
    to,
    subject: letterSubject(theCase),
    text: await ports.texts.get(theCase.id, text),
    files: enclosuresOf(ports, theCase, text),
    approved: true,
  });
}
