import type { Effect } from "../../domain/case/effects.ts";
import { letterSubject } from "../../domain/letters/letters.ts";
import type { Ports } from "../ports/ports.ts";
import { officerOrTeam } from "../telling/whom-to-tell.ts";
import { record, type EffectInHand, type EffectOutcome } from "./effect-in-hand.ts";
import { enclosuresOf } from "./enclose.ts";
import { letterTarget } from "./letter-target.ts";
import { sendMail, type Sent } from "./send-mail.ts";

type SendAgain = Effect & { readonly kind: "send-again" };

/** Sends a letter that came back to the mended address: the very words, and only once. */
export async function sendAgain(
  ports: Ports,
  inHand: EffectInHand,
  effect: SendAgain,
): Promise<EffectOutcome> {
  const outcome = await send(ports, inHand, effect);
  if (outcome.kind === "later") return outcome;
  const { key, letter, stage, text } = effect;
  if (outcome.kind === "sent") {
    const { internetMessageId } = outcome;
    const command = { type: "record-sent-again", letter, stage, text, internetMessageId } as const;
    await record(ports, inHand, { actionId: key, command, completes: true });
    return { kind: "done" };
  }
  const { why } = outcome;
  const to = await officerOrTeam(ports, inHand.stored.case);
  const command = { type: "record-undelivered", letter, stage, why, text, to } as const;
  await record(ports, inHand, { actionId: `problem-${key}`, command, completes: true });
  return { kind: "done" };
}

async function send(
  ports: Ports,
  inHand: EffectInHand,
  { letter, text }: SendAgain,
): Promise<Sent> {
  const theCase = inHand.stored.case;
  const to = letterTarget(ports, theCase);
  if (to === undefined) {
    return { kind: "needs-a-person", why: "The person has no e-mail address. Post the letter." };
  }
  return sendMail(ports, inHand, {
    to,
    subject: letterSubject(theCase),
    text: await ports.texts.get(theCase.id, text),
    files: enclosuresOf(ports, theCase, text),
    approved: letter === "response",
  });
}
