import { headerOf, type IncomingMail } from "./incoming-mail.ts";

const senderOfBulk =
  /^(no-?reply|do-?not-?reply|newsletters?|news|marketing|mailings?|e?bulletins?|updates?|notifications?|offers?|info-?mail|campaigns?|digest)([+._-].*)?@/i;
const campaignHeaders = [
  "x-campaign",
  "x-campaignid",
  "x-campaign-id",
  "x-mailchimp-campaign-id",
  "x-mc-user",
  "x-sg-eid",
  "x-csa-complaints",
  "x-mailer-recptid",
  "x-mailgun-tag",
  "x-govdelivery",
  "feedback-id",
  "list-unsubscribe-post",
  "x-feedback-id",
  "x-ses-outgoing-bulk",
];

/**
 * Whether a mail went to many at once: a newsletter or a notification, never a person's post to a
 * list, nor a person whose mail merely travelled through one.
 */
export function isBulkMail(mail: IncomingMail): boolean {
  // A list people write to tells how to post to it.
  if (/mailto:/i.test(headerOf(mail, "list-post"))) return false;
  if (headerOf(mail, "in-reply-to") !== "" && !senderOfBulk.test(mail.from.email)) return false;
  const precedence = /^(bulk|list|junk)$/i.test(headerOf(mail, "precedence").trim());
  const signs = [
    headerOf(mail, "list-unsubscribe") !== "",
    precedence,
    headerOf(mail, "list-id") !== "",
    campaignHeaders.some((name) => headerOf(mail, name) !== ""),
    senderOfBulk.test(mail.from.email),
  ];
  const [unsubscribes = false] = signs;
  const count = signs.filter(Boolean).length;
  return unsubscribes ? count >= 2 : precedence && count >= 3;
}
