import {
  daemonAddress,
  daemonName,
  reportOpening,
  reportSubject,
  reportWords,
} from "./delivery-report-words.ts";
import { headerOf, type IncomingMail } from "./incoming-mail.ts";
import { beginningOf, isForward, withoutReplyPrefix } from "./mail-lines.ts";

/** How much of a report is read for the words that give it away. */
const readCharacters = 4000;
const openingCharacters = 300;

/**
 * Whether a mail reports that another one was not, or not yet, delivered. Standard marks decide
 * alone; words and senders only together, so that nobody who writes about a bounce is taken for one.
 */
export function isDeliveryReport(mail: IncomingMail): boolean {
  if (hasStandardMark(mail)) return true;
  if (isForward(mail.subject)) return false;
  const text = beginningOf(mail.text, readCharacters);
  const { subject } = withoutReplyPrefix(mail.subject);
  const bySubject = reportSubject.test(subject);
  const byWords = reportWords.test(text);
  if (isMailerDaemon(mail)) return true;
  if (isDaemonLike(mail) || hasNullSender(mail)) return bySubject || byWords || returnsMail(mail);
  if (reportOpening.test(text)) return true;
  return (
    bySubject && reportWords.test(openingOf(text)) && !withoutReplyPrefix(mail.subject).prefixed
  );
}

/** Whether the mail was sent from nowhere, as reports and automatic replies are (RFC 5321 4.5.5). */
export function hasNullSender(mail: IncomingMail): boolean {
  return mail.headers.some(
    ({ name, value }) =>
      name.toLowerCase() === "return-path" &&
      /^\s*(<\s*>|<?mailer-daemon(@[^\s>]*)?>?)\s*$/i.test(value),
  );
}

function hasStandardMark(mail: IncomingMail): boolean {
  const type = headerOf(mail, "content-type").toLowerCase();
  if (/report-type\s*=\s*"?delivery-status/.test(type)) return true;
  if (headerOf(mail, "x-failed-recipients") !== "") return true;
  // Exchange writes it without a value.
  if (mail.headers.some(({ name }) => /^x-ms-exchange-message-is-ndr$/i.test(name))) return true;
  const attached = mail.attachments.some(({ type: each }) =>
    /^message\/(global-)?delivery-status/i.test(each),
  );
  if (attached) return !isForward(mail.subject) || hasNullSender(mail);
  return (
    type.startsWith("multipart/report") && !/report-type\s*=\s*"?(disposition|feedback)/.test(type)
  );
}

function isMailerDaemon(mail: IncomingMail): boolean {
  return (
    /^"?mailer[-_.]?daemon/i.test(mail.from.email) || /^mailer[-_ ]daemon$/i.test(mail.from.name)
  );
}

function isDaemonLike(mail: IncomingMail): boolean {
  return daemonAddress.test(mail.from.email) || daemonName.test(mail.from.name);
}

function returnsMail(mail: IncomingMail): boolean {
  return mail.attachments.some(({ type }) => /^(message\/rfc822|text\/rfc822-headers)/i.test(type));
}

// A person who tells of a bounce greets or explains first; a machine begins with its report.
function openingOf(text: string): string {
  const opening = beginningOf(text.trimStart(), openingCharacters);
  return /^(hi|hello|dear|good (morning|afternoon|evening)|i |my |we )\b(?!\. this is)/i.test(
    opening,
  )
    ? ""
    : opening;
}
