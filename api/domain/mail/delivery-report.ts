import {
  daemonAddress,
  daemonName,
  notedBounce,
  reportOpening,
  reportSubject,
  reportWords,
  returnedField,
  statusWords,
  technicalWords,
} from "./delivery-report-words.ts";
import { headerOf, type IncomingMail } from "./incoming-mail.ts";
import { beginningOf, isForward, withoutReplyPrefix } from "./mail-lines.ts";
import { speaksOfSelf } from "./personal-words.ts";

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
  if (isMailerDaemon(mail) || notedBounce.test(mail.text)) return true;
  const text = beginningOf(mail.text, readCharacters);
  const { subject, prefixed } = withoutReplyPrefix(mail.subject);
  const bySubject = reportSubject.test(subject);
  if (hasNullSender(mail) || daemonName.test(mail.from.name)) {
    return bySubject || reportWords.test(text) || carries(mail, returnedPart);
  }
  return soundsReported(mail, text, { bySubject, prefixed });
}

type SubjectSigns = { readonly bySubject: boolean; readonly prefixed: boolean };

// Whoever looks after the mail of a village is called postmaster as well.
function soundsReported(mail: IncomingMail, text: string, subject: SubjectSigns): boolean {
  const opening = openingOf(text);
  if (speaksOfSelf(opening)) return false;
  if (daemonAddress.test(mail.from.email)) {
    const says = subject.bySubject || reportWords.test(opening);
    return (says && !subject.prefixed) || isTechnical(mail, unquoted(text));
  }
  if (subject.prefixed && headerOf(mail, "in-reply-to") !== "") return false;
  return (
    reportOpening.test(text) ||
    (subject.bySubject && !subject.prefixed && isTechnical(mail, text) && namesSomebody(mail, text))
  );
}

// A report says whom the mail did not reach; people tell of letters and parcels.
function namesSomebody(mail: IncomingMail, text: string): boolean {
  const own = mail.from.email.toLowerCase();
  const named = text.match(/[\w.+-]{1,64}@[\w.-]{1,190}\w/g) ?? [];
  return (
    carries(mail, returnedPart) ||
    statusWords.test(text) ||
    takesNoAnswers(mail) ||
    named.some((each) => each.toLowerCase() !== own)
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
  if (hasNullSender(mail) && carries(mail, statusPart)) return true;
  return (
    type.startsWith("multipart/report") && !/report-type\s*=\s*"?(disposition|feedback)/.test(type)
  );
}

function isMailerDaemon(mail: IncomingMail): boolean {
  return (
    /^"?mailer[-_.]?daemon/i.test(mail.from.email) || /^mailer[-_ ]daemon$/i.test(mail.from.name)
  );
}

const statusPart = /^message\/(global-)?delivery-status/i;
const returnedPart = /^(message\/(rfc822|(global-)?delivery-status)|text\/rfc822-headers)/i;

function carries(mail: IncomingMail, part: RegExp): boolean {
  return mail.attachments.some(({ type }) => part.test(type));
}

/** Whether a mail says what mail systems say of a mail, and people only when they quote it. */
function isTechnical(mail: IncomingMail, text: string): boolean {
  if (carries(mail, returnedPart)) return true;
  const fields = text.match(returnedField) ?? [];
  const isTold = technicalWords.test(text) || fields.length >= 3 || takesNoAnswers(mail);
  return isTold && reportWords.test(openingOf(text));
}

function takesNoAnswers(mail: IncomingMail): boolean {
  return /^(no-?reply|do-?not-?reply)([+._-].*)?@/i.test(mail.from.email);
}

function unquoted(text: string): string {
  return text.replace(/^[ \t]*>.*$/gm, "");
}

// A person who tells of a bounce greets first; a machine begins with its report.
function openingOf(text: string): string {
  const opening = beginningOf(text.trimStart(), openingCharacters);
  return /^(hi|hello|dear|good (morning|afternoon|evening))\b(?!\. this is)/i.test(opening)
    ? ""
    : opening;
}
