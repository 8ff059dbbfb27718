import type { Case } from "../../domain/case/case.ts";
import type { Effect } from "../../domain/case/effects.ts";
import type { TextHash } from "../../domain/case/events.ts";
import { cardOn } from "../case-cards.ts";
import type { EffectInHand, EffectOutcome } from "../drain-case.ts";
import type { Ports } from "../ports/ports.ts";
import { sendMail } from "./send-mail.ts";

/**
 * Tells one person something in chat. Posting cannot be made idempotent (platform: a lost answer and
 * a retry make two cards): a nudge whose outcome is unknown counts as given, a question is asked again.
 */
export async function tellPerson(
  ports: Ports,
  inHand: EffectInHand,
  effect: Effect & { kind: "tell" },
): Promise<EffectOutcome> {
  const { caseId } = inHand.effect;
  const stored = await ports.cases.find(caseId);
  if (stored === undefined) throw new Error(`${caseId} has something to tell and does not exist.`);
  if (isStillTrue(stored.case, effect)) {
    const told = await post(ports, stored.case, effect);
    const outcome = told ?? (await write(ports, inHand, { theCase: stored.case, effect }));
    if (outcome.kind === "later") return outcome;
  }
  await ports.cases.complete(inHand.effect);
  return { kind: "done" };
}

/** Posts the card; nothing when the person cannot be reached in chat. */
async function post(
  ports: Ports,
  theCase: Case,
  effect: Effect & { kind: "tell" },
): Promise<EffectOutcome | undefined> {
  const { person, occasion } = effect;
  const outcome = await ports.chat.post(person, await cardOn(ports, theCase, occasion));
  if (outcome.kind === "unreachable") {
    ports.logger.warn("chat.unreachable", { caseId: theCase.id, person, why: outcome.why });
    return undefined;
  }
  if (occasion.kind === "approval-wanted") {
    const purpose = approvalPurpose(theCase.stage, occasion.text);
    await ports.chatBook.rememberCard({ caseId: theCase.id, purpose, person, at: outcome.at });
  }
  return { kind: "done" };
}

/** Whoever has no chat with Redress is told by e-mail to look, and of the case only its reference. */
async function write(
  ports: Ports,
  inHand: EffectInHand,
  about: { theCase: Case; effect: Effect & { kind: "tell" } },
): Promise<EffectOutcome> {
  const person = await ports.directory.findPerson(about.effect.person);
  if (person === undefined) return { kind: "done" };
  const { id, replyTo } = about.theCase;
  const outcome = await sendMail(ports, inHand, {
    to: { mailbox: replyTo.mailbox, address: person.mail },
    subject: `${id} needs you in Redress`,
    text: `Dear ${person.name}\n\nRedress could not reach you in Teams chat about ${id}. Open Redress in Teams and look at the case; opening it once also lets Redress write to you there.`,
    approved: false,
  });
  if (outcome.kind === "needs-a-person") {
    ports.logger.error("person.not-told", { caseId: id, person: person.id });
  }
  return outcome.kind === "later" ? outcome : { kind: "done" };
}

// A question that has been settled while its card waited would only confuse.
function isStillTrue(theCase: Case, { occasion, person }: Effect & { kind: "tell" }): boolean {
  if (occasion.kind === "approval-wanted") {
    return theCase.status === "awaiting-approval" && theCase.submission?.text === occasion.text;
  }
  if (occasion.kind === "assigned") return theCase.officer?.id === person;
  return true;
}

/** What an approval card stands for: one stage's letter with exactly this content. */
export function approvalPurpose(stage: number, text: TextHash): string {
  return `approval:${stage}:${text}`;
}
