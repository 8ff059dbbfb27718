import { londonDate, longDate } from "../../domain/calendar/london-date.ts";
import type { Case } from "../../domain/case/case.ts";
import type { Effect } from "../../domain/case/effects.ts";
import type { CaseEvent } from "../../domain/case/events.ts";
import { isStillToPass } from "../../domain/case/own-letters/rules.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { passingOn, type PassedMessage } from "../../domain/letters/templates/passing-on.ts";
import type { Service } from "../../domain/people/actor.ts";
import type { Ports } from "../ports/ports.ts";
import { officerOrTeam } from "../telling/whom-to-tell.ts";
import { record, type EffectInHand, type EffectOutcome } from "./effect-in-hand.ts";
import { mailboxOf } from "./letter-target.ts";
import { sendMail, type Sent } from "./send-mail.ts";

type PassToService = Effect & { readonly kind: "pass-to-service" };

/** Passes what was no complaint on to its service by e-mail, once; where that cannot be, the team is told. */
export async function passToService(
  ports: Ports,
  inHand: EffectInHand,
  { key, service: id, caseType }: PassToService,
): Promise<EffectOutcome> {
  const theCase = inHand.stored.case;
  const isUnsent = inHand.effect.progress.step === undefined;
  const service = (await ports.directory.services()).find((one) => one.id === id);
  if (service === undefined || (isUnsent && !isStillToPass(theCase, { service: id, caseType }))) {
    await ports.cases.complete(inHand.effect);
    return { kind: "done" };
  }
  const mail = passingOn(theCase, {
    ...{ caseType, service: service.name, council: ports.settings.council },
    team: mailboxFor(ports, theCase),
    messages: await messagesOf(ports, theCase),
  });
  const outcome = await send(ports, inHand, { service, mail });
  if (outcome.kind === "later") return outcome;
  if (outcome.kind === "sent") {
    const text = await ports.texts.put(theCase.id, mail.text);
    const command = { type: "record-passed-on", service: id, text } as const;
    await record(ports, inHand, { actionId: key, command, completes: true });
    return { kind: "done" };
  }
  const to = await officerOrTeam(ports, theCase);
  const { stage } = theCase;
  const { why } = outcome;
  const reader = { id: "", name: service.name };
  const command = { type: "record-undelivered", letter: "notice", stage, why, reader, to } as const;
  await record(ports, inHand, { actionId: `problem-${key}`, command, completes: true });
  return { kind: "done" };
}

async function send(
  ports: Ports,
  inHand: EffectInHand,
  { service, mail }: { service: Service; mail: { subject: string; text: string } },
): Promise<Sent> {
  const theCase = inHand.stored.case;
  const byHand = "Pass it on to them yourselves.";
  // Who reads a service's mailbox, nobody here can know.
  if (theCase.access !== undefined || policyNow(theCase).restricted) {
    return { kind: "needs-a-person", why: `Only some may know of it. ${byHand}` };
  }
  const address = service.mail;
  if (address === undefined) {
    return { kind: "needs-a-person", why: `No address of ${service.name} is known. ${byHand}` };
  }
  const { email } = theCase.complainant;
  return sendMail(ports, inHand, {
    to: { mailbox: mailboxFor(ports, theCase), address },
    ...mail,
    approved: false,
    ...(email === undefined ? {} : { answersTo: email }),
  });
}

function mailboxFor(ports: Ports, theCase: Case): string {
  return theCase.replyTo?.mailbox ?? mailboxOf(ports, theCase);
}

async function messagesOf(ports: Ports, { id }: Case): Promise<PassedMessage[]> {
  const events = (await ports.cases.findWithHistory(id))?.events ?? [];
  const said = events.flatMap((event) => messageIn(event) ?? []);
  return Promise.all(
    said.map(async ({ text, receivedAt, files }) => ({
      text: await ports.texts.get(id, text),
      receivedOn: longDate(londonDate(receivedAt)),
      files,
    })),
  );
}

function messageIn(
  event: CaseEvent,
): { text: string; receivedAt: string; files: number } | undefined {
  if (event.type !== "case-logged" && event.type !== "correspondence-received") return undefined;
  if (event.mail !== undefined) {
    const { text, receivedAt, attachments } = event.mail;
    return { text, receivedAt, files: attachments.length };
  }
  if (event.type !== "case-logged" || event.text === undefined) return undefined;
  const { text, receivedAt, attachments = [] } = event;
  return { text, receivedAt, files: attachments.length };
}
