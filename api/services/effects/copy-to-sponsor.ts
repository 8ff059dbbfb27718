import type { Case } from "../../domain/case/case.ts";
import type { Effect } from "../../domain/case/effects.ts";
import { maySee } from "../../domain/case/may-see.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import type { Sponsor } from "../../domain/case/sponsors/facts.ts";
import { sponsorCopy } from "../../domain/letters/letters.ts";
import type { Ports } from "../ports/ports.ts";
import { officerOrTeam } from "../telling/whom-to-tell.ts";
import { record, type EffectInHand, type EffectOutcome } from "./effect-in-hand.ts";
import { enclosuresOf } from "./enclose.ts";
import { mailboxOf } from "./letter-target.ts";
import { sendMail } from "./send-mail.ts";

/** Sends a copy of an answer to somebody who speaks for the person, once, as long as the person agrees. */
export async function copyToSponsor(
  ports: Ports,
  inHand: EffectInHand,
  { key, sponsor: id, stage, text }: Effect & { readonly kind: "copy-to-sponsor" },
): Promise<EffectOutcome> {
  const theCase = inHand.stored.case;
  const sponsor = theCase.sponsors.find((one) => one.id === id);
  const address = sponsor && (await addressOf(ports, theCase, sponsor));
  // Whoever wrote for the person, from their own address, has the answer itself.
  const isAnswered = address?.toLowerCase() === theCase.complainant.email?.toLowerCase();
  if (sponsor === undefined || address === undefined || isAnswered) {
    await ports.cases.complete(inHand.effect);
    return { kind: "done" };
  }
  const answer = await ports.texts.get(theCase.id, text);
  const outcome = await sendMail(ports, inHand, {
    to: { mailbox: theCase.replyTo?.mailbox ?? mailboxOf(ports, theCase), address },
    ...sponsorCopy(theCase, { council: ports.settings.council, name: sponsor.name, answer }),
    approved: true,
    files: enclosuresOf(ports, theCase, text),
  });
  if (outcome.kind === "later") return outcome;
  const { name } = sponsor;
  if (outcome.kind === "sent") {
    const command = { type: "record-sponsor-copied", sponsor: id, name, stage } as const;
    await record(ports, inHand, { actionId: key, command, completes: true });
    return { kind: "done" };
  }
  const { why } = outcome;
  const reader = { id: sponsor.person ?? "", name };
  const to = await officerOrTeam(ports, theCase);
  const command = { type: "record-undelivered", letter: "notice", stage, why, reader, to } as const;
  await record(ports, inHand, { actionId: `problem-${key}`, command, completes: true });
  return { kind: "done" };
}

// What only some may know of does not go to a councillor who is none of them; nor anything without leave.
async function addressOf(
  { directory }: Ports,
  theCase: Case,
  { consent, person: id, email }: Sponsor,
): Promise<string | undefined> {
  if (!consent) return undefined;
  if (id === undefined) return email;
  const person = await directory.findPerson(id);
  return person !== undefined && maySee(theCase, person, policyNow(theCase))
    ? person.mail
    : undefined;
}
