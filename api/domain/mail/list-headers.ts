import { headerOf, type IncomingMail } from "./incoming-mail.ts";

/** Headers that only programs which pass on what people write to a list put on a mail. */
const discussionHeaders = [
  "mailing-list",
  "list-subscribe",
  "x-mailing-list",
  "x-beenthere",
  "x-mailman-version",
  "x-ml-name",
  "x-list",
  "x-listserver",
  "x-listar-version",
  "x-google-group-id",
];

/** Whether a program that passes on what people write to a list has left its marks on a mail. */
export function isFromDiscussion(mail: IncomingMail): boolean {
  return discussionHeaders.some((name) => headerOf(mail, name) !== "");
}

/** Whether a mail reached its reader through a list, of whatever kind. */
export function cameThroughList(mail: IncomingMail): boolean {
  const readers = new Set(mail.to.map((each) => each.toLowerCase()));
  return (
    isFromDiscussion(mail) ||
    ["list-id", "list-post", "resent-from"].some((name) => headerOf(mail, name) !== "") ||
    /\bowner-|-(owner|admin|bounces|request)@/i.test(headerOf(mail, "sender")) ||
    // What is written to a list is answered to it.
    mail.replyTo.some((each) => readers.has(each.toLowerCase()))
  );
}
