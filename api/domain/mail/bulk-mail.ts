import { headerOf, type IncomingMail } from "./incoming-mail.ts";
import { cameThroughList, isFromDiscussion } from "./list-headers.ts";
import { domainOf } from "./mail-domain.ts";
import { withoutReplyPrefix } from "./mail-lines.ts";

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
  const bySender = senderOfBulk.test(mail.from.email);
  if (isSomebodys(mail, bySender)) return false;
  const listPost = headerOf(mail, "list-post").trim();
  if (listPost !== "") return /^<?no\b/i.test(listPost) && headerOf(mail, "list-id") !== "";
  if (isFromDiscussion(mail)) return false;
  const byProgram = bySender || campaignHeaders.some((name) => headerOf(mail, name) !== "");
  const precedence = headerOf(mail, "precedence").trim();
  if (headerOf(mail, "list-unsubscribe") === "") {
    return bySender && headerOf(mail, "list-id") !== "" && /^(bulk|list|junk)$/i.test(precedence);
  }
  return byProgram || (/^(bulk|junk)$/i.test(precedence) && !cameThroughList(mail));
}

function isSomebodys(mail: IncomingMail, bySender: boolean): boolean {
  return isForm(mail) || (answersSomebody(mail) && !bySender);
}

// A website's form is answered to whoever filled it in.
function isForm(mail: IncomingMail): boolean {
  const listed = ["list-id", "precedence", "list-unsubscribe-post"];
  const domain = domainOf(mail.from.email);
  return (
    mail.replyTo.some((each) => domainOf(each) !== domain && !senderOfBulk.test(each)) &&
    listed.every((name) => headerOf(mail, name) === "")
  );
}

function answersSomebody(mail: IncomingMail): boolean {
  return (
    headerOf(mail, "in-reply-to") !== "" ||
    headerOf(mail, "references") !== "" ||
    withoutReplyPrefix(mail.subject).prefixed
  );
}
