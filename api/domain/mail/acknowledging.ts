import { hasNullSender } from "./delivery-report.ts";
import { headerOf, type IncomingMail } from "./incoming-mail.ts";
import { withoutReplyPrefix } from "./mail-lines.ts";
import { newTextOf } from "./new-text.ts";
import { spamSign } from "./spam.ts";

/** How many mails of one address are acknowledged by themselves in a day: more is a loop or a flood. */
export const mostAcknowledgementsADay = 5;

export const tooManyToday = `${mostAcknowledgementsADay} mails to this address were acknowledged today.`;

/** Where the answer to a mail goes, as its writer asks. */
export function answerAddresses({ replyTo, from }: IncomingMail): readonly string[] {
  const asked = replyTo.length > 0 ? replyTo : [from.email];
  return [...new Set(asked.map((email) => email.toLowerCase()))].filter((email) => email !== "");
}

/**
 * Why nobody should be written to before a person has looked at a mail; nothing for most mails. A
 * machine's answer must not go to a list, to ourselves, or to whoever a forger names (RFC 3834).
 */
export function whyNotAcknowledged(
  mail: IncomingMail,
  ownMailboxes: readonly string[],
): string | undefined {
  const [address, ...others] = answerAddresses(mail);
  if (address === undefined) return "It names no address to answer.";
  if (!saysAnything(mail)) return "It has no words and no attachment.";
  if (others.length > 0) return "It asks for answers to several addresses.";
  if (ownMailboxes.some((own) => own.toLowerCase() === address)) {
    return "Its answer would come back to the council.";
  }
  if (hasNullSender(mail) || takesNoAnswers.test(address)) {
    return "It was sent from an address that takes no answers.";
  }
  if (isOfList(mail)) return "It came through a mailing list.";
  return spamSign(mail) ?? whyUnwanted(mail);
}

/**
 * Why nobody should be written to before a person has looked, from where a mail lay when it was read. It
 * is judged like any other; but who put it there may have meant that nobody should answer.
 */
export function whyUnwanted({ foundIn }: Pick<IncomingMail, "foundIn">): string | undefined {
  return foundIn === undefined ? undefined : unwanted[foundIn];
}

const unwanted: Readonly<Record<NonNullable<IncomingMail["foundIn"]>, string>> = {
  "junk-email": "It lay in Junk Email when Redress read it.",
  "deleted-items": "It had been deleted before Redress read it.",
  "recoverable-items": "It had been deleted for good before Redress read it.",
};

const takesNoAnswers =
  /^(?:no[-._]?reply|do[-._]?not[-._]?reply|noreply[\w.+-]*|mailer-daemon|postmaster|bounces?)@/i;

function isOfList(mail: IncomingMail): boolean {
  return (
    headerOf(mail, "list-id") !== "" ||
    /^(?:bulk|list|junk)$/i.test(headerOf(mail, "precedence").trim())
  );
}

function saysAnything(mail: IncomingMail): boolean {
  const { subject, text } = mail;
  const answers = headerOf(mail, "in-reply-to") !== "";
  const words = `${withoutReplyPrefix(subject).subject}\n${newTextOf({ subject, text, answers }).text}`;
  return mail.attachments.length > 0 || /[\p{L}\d]/u.test(words);
}
