import { londonDate, longDate } from "../../domain/calendar/london-date.ts";
import type { Case } from "../../domain/case/case.ts";
import type { Effect } from "../../domain/case/effects.ts";
import type { OwnLetter } from "../../domain/case/own-letters/facts.ts";
import { isStillToSay } from "../../domain/case/own-letters/rules.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { letter, letterSubject } from "../../domain/letters/letters.ts";
import { notAComplaint, remedyChanged } from "../../domain/letters/templates/own-letters.ts";
import type { Ports } from "../ports/ports.ts";
import { officerOrTeam } from "../telling/whom-to-tell.ts";
import { record, type EffectInHand, type EffectOutcome } from "./effect-in-hand.ts";
import { letterTarget } from "./letter-target.ts";
import { sendMail, type Sent } from "./send-mail.ts";

/** Writes a letter from the case in the person's own thread, once; where no mail can go, somebody is asked to post it. */
export async function writeLetter(
  ports: Ports,
  inHand: EffectInHand,
  { key, about }: Effect & { readonly kind: "write-letter" },
): Promise<EffectOutcome> {
  const theCase = inHand.stored.case;
  const isUnsent = inHand.effect.progress.step === undefined;
  const words = await wordsOf(ports, theCase, about);
  if (words === undefined || (isUnsent && !isStillToSay(theCase, about))) {
    await ports.cases.complete(inHand.effect);
    return { kind: "done" };
  }
  // Whose words were kept, somebody has read: nothing else leaves.
  const outcome = await send(ports, inHand, { text: words, approved: "text" in about });
  if (outcome.kind === "later") return outcome;
  const text = await ports.texts.put(theCase.id, words);
  if (outcome.kind === "sent") {
    const { internetMessageId } = outcome;
    const command = { type: "record-letter-sent", about, internetMessageId, text } as const;
    await record(ports, inHand, { actionId: key, command, completes: true });
    return { kind: "done" };
  }
  const to = await officerOrTeam(ports, theCase);
  const { letter: which, stage } = about;
  const { why } = outcome;
  const command = { type: "record-undelivered", letter: which, stage, why, text, to } as const;
  await record(ports, inHand, { actionId: `problem-${key}`, command, completes: true });
  return { kind: "done" };
}

async function send(
  ports: Ports,
  inHand: EffectInHand,
  words: { readonly text: string; readonly approved: boolean },
): Promise<Sent> {
  const theCase = inHand.stored.case;
  const to = letterTarget(ports, theCase);
  if (to === undefined) {
    return { kind: "needs-a-person", why: "The person has no e-mail address. Post the letter." };
  }
  return sendMail(ports, inHand, { to, subject: letterSubject(theCase), ...words });
}

async function wordsOf(ports: Ports, theCase: Case, about: OwnLetter): Promise<string | undefined> {
  if ("text" in about) return ports.texts.get(theCase.id, about.text);
  const paragraphs = await paragraphsOf(ports, theCase, about);
  return paragraphs && letter(theCase, ports.settings, paragraphs);
}

async function paragraphsOf(
  { directory }: Ports,
  theCase: Case,
  about: Exclude<OwnLetter, { readonly text: string }>,
): Promise<string[] | undefined> {
  const policy = policyNow(theCase);
  if (about.letter === "remedy-changed") {
    const remedy = theCase.remedies.find(({ id }) => id === about.remedy);
    if (remedy?.undeliverable === undefined) return undefined;
    const { what, due, undeliverable } = remedy;
    return remedyChanged(theCase, policy, { what, due: longDate(due), ...undeliverable });
  }
  const { caseType, service: id } = about;
  if (caseType === "complaint") return undefined;
  const services = await directory.services();
  return notAComplaint(theCase, policy, {
    caseType,
    service: services.find((one) => one.id === id)?.name ?? "the service it is about",
    receivedOn: longDate(londonDate(theCase.receivedAt)),
  });
}
