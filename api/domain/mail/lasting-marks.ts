import { shortFingerprint } from "./campaign.ts";
import { headerOf, type IncomingMail } from "./incoming-mail.ts";
import { newTextOf } from "./new-text.ts";
import { spamSign } from "./spam.ts";

const mostOthers = 20;

/** What triage wants to know of a first message and could not read from its words later. */
export type LastingMarks = {
  readonly fingerprint?: string;
  readonly spamSign?: string;
  /** The addresses it was sent to besides the mailbox. */
  readonly alsoTo?: readonly string[];
};

/** The marks a case keeps of the mail that began it: what it is recognised by, a filter's verdict, and who else has it. */
export function lastingMarks(mail: IncomingMail): LastingMarks {
  const { subject, text } = mail;
  const answers = headerOf(mail, "in-reply-to") !== "";
  const fingerprint = shortFingerprint(newTextOf({ subject, text, answers }).text);
  const spam = spamSign(mail);
  const alsoTo = others(mail);
  return {
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(spam === undefined ? {} : { spamSign: spam }),
    ...(alsoTo.length === 0 ? {} : { alsoTo }),
  };
}

function others({ mailbox, from, to, cc }: IncomingMail): string[] {
  const known = new Set(["", mailbox, from.email].map((each) => each.toLowerCase()));
  const addresses = new Set([...to, ...cc].map((each) => each.toLowerCase()));
  return [...addresses].filter((each) => !known.has(each)).slice(0, mostOthers);
}
