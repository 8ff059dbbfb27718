import {
  absent,
  answeringSubject,
  answerLikeSubject,
  comesBack,
  noAnswers,
  receipt,
  statesAutomatic,
} from "./automatic-reply-words.ts";
import { hasNullSender } from "./delivery-report.ts";
import { headerOf, type IncomingMail } from "./incoming-mail.ts";
import { cameThroughList } from "./list-headers.ts";
import { domainOf } from "./mail-domain.ts";
import { beginningOf, withoutReplyPrefix } from "./mail-lines.ts";
import { newTextOf } from "./new-text.ts";
import { speaksOfSelf } from "./personal-words.ts";

const readCharacters = 1500;
/** How much evidence makes a machine of a sender that does not say so. */
const enough = 4;

/** Headers that only automatic answers carry, whatever their value. */
const answeringHeaders = [
  "x-autoreply",
  "x-autorespond",
  "x-autoresponder",
  "x-autoreply-from",
  "x-autoreply-domain",
  "x-mail-autoreply",
  "x-auto-reply-from",
  "x-ms-exchange-generated-message-source-autoreply",
];

/** Whether a machine answered in somebody's place: an absence note, a receipt of what was sent, a vacation message. */
export function isAutomaticReply(mail: IncomingMail): boolean {
  if (saysItIsAutomatic(mail)) return true;
  if (answeringHeaders.some((name) => headerOf(mail, name) !== "")) return true;
  const { subject, prefixed } = withoutReplyPrefix(mail.subject);
  const names = [subject, withoutTag(subject)];
  if (!prefixed && names.some((each) => answeringSubject.test(each))) return !complains(mail);
  return soundsAutomatic(mail, {
    prefixed,
    isNamed: names.some((each) => answerLikeSubject.test(each)),
  });
}

// People write the name of such an answer above what they think of it.
function complains(mail: IncomingMail): boolean {
  const text = beginningOf(mail.text, readCharacters);
  return speaksOfSelf(text) && weighWords(text) === 0 && !comesBack.test(text);
}

// Lists put their name before the subject.
function withoutTag(subject: string): string {
  return subject.replace(/^\[[^\]]{1,40}\]\s+(?=\S)/, "");
}

/** RFC 3834: anything but “no”; a form that speaks for a person is that person's mail. */
function saysItIsAutomatic(mail: IncomingMail): boolean {
  const submitted = headerOf(mail, "auto-submitted").trim().toLowerCase();
  const precedence = headerOf(mail, "precedence").trim().toLowerCase();
  if (precedence === "auto_reply" || precedence === "auto-reply") return true;
  if (submitted === "" || /^no\b/.test(submitted)) return false;
  return !(submitted.startsWith("auto-generated") && speaksForSomebody(mail));
}

function speaksForSomebody(mail: IncomingMail): boolean {
  const sender = mail.from.email.toLowerCase();
  const [reader] = mail.replyTo;
  const automatedLists = ["list-id", "list-unsubscribe", "precedence", "in-reply-to", "references"];
  return (
    reader !== undefined &&
    domainOf(reader) !== domainOf(sender) &&
    !/no-?reply|do-?not-?reply/i.test(reader) &&
    automatedLists.every((name) => headerOf(mail, name) === "")
  );
}

type SubjectSigns = { readonly prefixed: boolean; readonly isNamed: boolean };

// Without a mark, several things have to agree: people go away, and complain of automatic answers.
function soundsAutomatic(mail: IncomingMail, { prefixed, isNamed }: SubjectSigns): boolean {
  const answers = prefixed || headerOf(mail, "in-reply-to") !== "";
  const { text } = newTextOf({
    subject: mail.subject,
    text: beginningOf(mail.text, 4 * readCharacters),
    answers,
  });
  const words = weighWords(text);
  const sending = weighSending(mail);
  if (words === 0 && sending < enough) return false;
  // Who answers an automatic answer keeps its subject.
  const name = isNamed && !prefixed ? 3 : 0;
  return words + name + sending + (answers ? 1 : 0) >= enough;
}

function weighWords(text: string): number {
  const read = beginningOf(text, readCharacters);
  const isAbsent = absent.test(beginningOf(read, 400));
  const isNote = isAbsent && text.length < readCharacters && comesBack.test(read);
  return (
    (statesAutomatic.test(read) && (isAbsent || !speaksOfSelf(read)) ? 2 : 0) +
    [isAbsent, isNote, receipt.test(read), noAnswers.test(read)].filter(Boolean).length
  );
}

function weighSending(mail: IncomingMail): number {
  const isBulk =
    /^(bulk|junk)$/i.test(headerOf(mail, "precedence").trim()) && !cameThroughList(mail);
  const suppresses = /\b(all|oof|autoreply)\b/i.test(headerOf(mail, "x-auto-response-suppress"));
  return (hasNullSender(mail) ? 3 : 0) + (isBulk || suppresses ? 1 : 0);
}
