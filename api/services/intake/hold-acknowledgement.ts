import { londonDate } from "../../domain/calendar/london-date.ts";
import {
  answerAddresses,
  mostAcknowledgementsADay,
  tooManyToday,
  whyNotAcknowledged,
  whyUnwanted,
} from "../../domain/mail/acknowledging.ts";
import type { MailTaken } from "./mail-taken.ts";
import type { Ports } from "../ports/ports.ts";

/**
 * Why a new case is not acknowledged before a person has looked, if so. What is acknowledged counts
 * for its address, so that neither a loop nor a flood of forged mails makes the council write on and on.
 */
export async function whyHeld(ports: Ports, taken: MailTaken): Promise<string | undefined> {
  const { delivered, written, passedOn } = taken;
  const mailboxes = ports.settings.mailboxes.map((mailbox) => mailbox.address);
  const why =
    passedOn === undefined ? whyNotAcknowledged(delivered, mailboxes) : whyUnwanted(delivered);
  if (why !== undefined) return why;
  const [address = ""] = passedOn === undefined ? answerAddresses(delivered) : [written.from.email];
  const mayAnswer = await ports.ledger.countAnswer({
    address,
    day: londonDate(ports.clock.now().toISOString()),
    mail: delivered.key,
    most: mostAcknowledgementsADay,
  });
  return mayAnswer ? undefined : tooManyToday;
}
