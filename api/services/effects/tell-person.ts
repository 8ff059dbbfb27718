import type { Case } from "../../domain/case/case.ts";
import { isStillPledged } from "../../domain/case/reminders/rules.ts";
import type { Effect } from "../../domain/case/effects.ts";
import type { Occasion } from "../../domain/case/occasion.ts";
import { maySee } from "../../domain/case/may-see.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { purposeOf, type Question } from "../../domain/case/question.ts";
import { standInsToday } from "../away/stand-ins.ts";
import { cardOn, type Said } from "../telling/case-cards.ts";
import type { PostOutcome } from "../ports/chat.ts";
import type { Ports } from "../ports/ports.ts";
import {
  forgetStep,
  noteProgress,
  type EffectInHand,
  type EffectOutcome,
} from "./effect-in-hand.ts";
import { mailboxOf } from "./letter-target.ts";
import { sendMail } from "./send-mail.ts";

type Tell = Effect & { kind: "tell" };

/**
 * Tells one person something in chat. Posting cannot be made idempotent (platform: a lost answer and
 * a retry make two cards): a nudge whose outcome is unknown counts as given, a question is asked again.
 */
export async function tellPerson(
  ports: Ports,
  inHand: EffectInHand,
  effect: Tell,
): Promise<EffectOutcome> {
  if (isStillTrue(ports, inHand.stored.case, effect)) {
    const outcome = await tell(ports, inHand, effect);
    if (outcome.kind === "later") return outcome;
  }
  await ports.cases.complete(inHand.effect);
  return { kind: "done" };
}

async function tell(ports: Ports, inHand: EffectInHand, effect: Tell): Promise<EffectOutcome> {
  const { step } = inHand.effect.progress;
  if (step === "posting") return { kind: "done" };
  if (step !== undefined) return write(ports, inHand, effect);
  const isNudge = effect.occasion.kind === "nudge" || effect.occasion.kind === "reminder";
  if (isNudge) await noteProgress(ports, inHand, { step: "posting" });
  const outcome = await post(ports, inHand, effect);
  if (outcome.kind === "unreachable" && !isAboutEmail(effect)) return write(ports, inHand, effect);
  if (outcome.kind === "unknown" && !isNudge) {
    throw new Error("Teams did not say what became of a card.");
  }
  return { kind: "done" };
}

// An e-mail about e-mails to colleagues that do not arrive would come back in its turn, for ever.
function isAboutEmail({ occasion }: Tell): boolean {
  return occasion.kind === "letter-undelivered" && occasion.letter === "notice";
}

async function post(ports: Ports, inHand: EffectInHand, effect: Tell): Promise<PostOutcome> {
  const { occasion } = effect;
  const theCase = inHand.stored.case;
  const said = await readerOf(ports, theCase, effect);
  if (said === undefined) return { kind: "unreachable", why: "They have left." };
  const person = said.reader.id;
  const card = await cardOn(ports, theCase, said);
  const outcome = await ports.chat.post(person, card).catch(async (fault: unknown) => {
    if (inHand.effect.progress.step === "posting") await forgetStep(ports, inHand);
    throw fault;
  });
  if (outcome.kind === "unreachable") {
    ports.logger.warn("chat.unreachable", { caseId: theCase.id, person, why: outcome.why });
  }
  const question = said.inPlaceOf === undefined ? questionIn(occasion, theCase.stage) : undefined;
  if (outcome.kind === "posted" && question !== undefined) {
    const purpose = purposeOf(question);
    await ports.chatBook.rememberCard({ caseId: theCase.id, purpose, person, at: outcome.at });
  }
  return outcome;
}

/** Whoever is meant, or their deputy while they are away; a letter was passed on to its deputy before. */
async function readerOf(
  ports: Ports,
  theCase: Case,
  { person, occasion }: Tell,
): Promise<Said | undefined> {
  const reader = await ports.directory.findPerson(person);
  if (reader === undefined) return undefined;
  if (occasion.kind === "approval-wanted") return { occasion, reader };
  const away = (await standInsToday(ports)).find((one) => one.person === person);
  const { deputy } = away ?? {};
  if (deputy === undefined || !maySee(theCase, deputy, policyNow(theCase))) {
    return { occasion, reader };
  }
  return { occasion, reader: deputy, inPlaceOf: reader.name };
}

function questionIn(occasion: Occasion, stage: number): Question | undefined {
  switch (occasion.kind) {
    case "approval-wanted":
      return { kind: "approval", stage, text: occasion.text };
    case "assigned":
      return { kind: "assignment" };
    case "information-wanted":
      return occasion.request === undefined
        ? undefined
        : { kind: "request", request: occasion.request };
    default:
      return undefined;
  }
}

/** Whoever has no chat with Redress is told by e-mail to look, and of the case only its reference. */
async function write(ports: Ports, inHand: EffectInHand, effect: Tell): Promise<EffectOutcome> {
  const person = (await readerOf(ports, inHand.stored.case, effect))?.reader;
  if (person === undefined) return { kind: "done" };
  const { id, replyTo } = inHand.stored.case;
  const mailbox = replyTo?.mailbox ?? mailboxOf(ports, inHand.stored.case);
  const outcome = await sendMail(ports, inHand, {
    to: { mailbox, address: person.mail },
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
function isStillTrue({ calendar }: Ports, theCase: Case, { occasion, person }: Tell): boolean {
  if (occasion.kind === "approval-wanted") {
    const { status, submission } = theCase;
    return (
      status === "awaiting-approval" &&
      submission?.text === occasion.text &&
      submission.approver === person
    );
  }
  if (occasion.kind === "reminder") {
    return isStillPledged(theCase, occasion, { policy: policyNow(theCase), calendar });
  }
  if (occasion.kind === "assigned") return theCase.officer?.id === person;
  return true;
}
