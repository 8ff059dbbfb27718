import type { Case } from "../../domain/case/case.ts";
import type { Ports } from "../ports/ports.ts";
import type { Letter } from "./send-mail.ts";

/** Where a letter to the person goes: their own thread, else their address; nowhere without either. */
export function letterTarget(ports: Ports, theCase: Case): Letter["to"] | undefined {
  if (theCase.replyTo !== undefined) return theCase.replyTo;
  const { email } = theCase.complainant;
  return email === undefined ? undefined : { mailbox: mailboxOf(ports, theCase), address: email };
}

/** The mailbox that mails of no thread leave from: that of the case's procedure, else the council's first. */
export function mailboxOf({ settings }: Ports, { policy }: Case): string {
  const { mailboxes } = settings;
  const mailbox = mailboxes.find((one) => one.policy === policy.id) ?? mailboxes[0];
  if (mailbox === undefined) throw new Error("Redress has no mailbox to send from.");
  return mailbox.address;
}
