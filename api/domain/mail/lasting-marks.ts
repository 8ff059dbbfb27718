import { shortFingerprint } from "./campaign.ts";
import { headerOf, type IncomingMail } from "./incoming-mail.ts";
import { newTextOf } from "./new-text.ts";
import { spamSign } from "./spam.ts";

/** What triage wants to know of a first message and could not read from its words later. */
export type LastingMarks = { readonly fingerprint?: string; readonly spamSign?: string };

/** The marks a case keeps of the mail that began it: what it is recognised by, and a filter's verdict. */
export function lastingMarks(mail: IncomingMail): LastingMarks {
  const { subject, text } = mail;
  const answers = headerOf(mail, "in-reply-to") !== "";
  const fingerprint = shortFingerprint(newTextOf({ subject, text, answers }).text);
  const spam = spamSign(mail);
  return {
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(spam === undefined ? {} : { spamSign: spam }),
  };
}
