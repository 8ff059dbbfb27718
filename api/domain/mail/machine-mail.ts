import { isAutomaticReply } from "./automatic-reply.ts";
import { isBulkMail } from "./bulk-mail.ts";
import { isDeliveryReport } from "./delivery-report.ts";
import { headerOf, type IncomingMail } from "./incoming-mail.ts";
import { beginningOf } from "./mail-lines.ts";
import { speaksOfSelf } from "./personal-words.ts";

export type MachineReason =
  | "own-mail"
  | "loop"
  | "delivery-report"
  | "read-receipt"
  | "abuse-report"
  | "automatic-reply"
  | "bulk-mail";

/** No mail passes so many servers unless two of them send it to and fro. */
const mostHops = 40;

/** Why a mail was sent by a machine (RFC 3834 and common practice), or nothing for a person's mail. */
export function machineReason(mail: IncomingMail): MachineReason | undefined {
  if (mail.from.email.toLowerCase() === mail.mailbox.toLowerCase()) return "own-mail";
  if (isLooping(mail)) return "loop";
  if (isDeliveryReport(mail)) return "delivery-report";
  if (isReadReceipt(mail)) return "read-receipt";
  if (isAbuseReport(mail)) return "abuse-report";
  if (isAutomaticReply(mail)) return "automatic-reply";
  if (isBulkMail(mail)) return "bulk-mail";
  return undefined;
}

function isLooping(mail: IncomingMail): boolean {
  const hops = mail.headers.filter(({ name }) => name.toLowerCase() === "received").length;
  return (
    hops > mostHops || headerOf(mail, "x-loop").toLowerCase().includes(mail.mailbox.toLowerCase())
  );
}

const receiptSubject =
  /^\s*(read|not read|deleted|gelesen|ungelesen|nicht gelesen|lu|non lu|leído|no leído|letto|non letto|gelezen|niet gelezen|lida|lido|przeczytano|läst|lest|læst|luettu|přečteno|прочитано|прочтено|已读|開封済み|읽음|read[- ]receipt|return receipt( \(displayed\))?|disposition notification|(message )?(disposition|read) notification|lesebestätigung|accusé de (réception|lecture)|confirmation de lecture|confirmación de lectura|conferma di lettura|leesbevestiging|potwierdzenie (przeczytania|odczytu)|уведомление о прочтении)\s*(:|-|\()/iu;
const receiptWords =
  /(?<!\p{L})(your message\b[^]{0,400}\bwas (read|deleted|displayed|opened)( without being read)? on\b|this is a (return|read) receipt for|the message (sent|that you sent)|no guarantee that the message has been read|ihre nachricht[^]{0,400}wurde (gelesen|am)|a été (lu|affiché)|has been (displayed|read)|fue leído|è stat[oa] lett|is gelezen)/iu;

/** Somebody's mail program says that a mail of ours was opened (RFC 8098). */
function isReadReceipt(mail: IncomingMail): boolean {
  const type = headerOf(mail, "content-type").toLowerCase();
  if (/report-type\s*=\s*"?disposition-notification/.test(type)) return true;
  const attached = mail.attachments.some((each) =>
    /^message\/disposition-notification/i.test(each.type),
  );
  return (
    attached ||
    (receiptSubject.test(mail.subject) &&
      receiptWords.test(beginningOf(mail.text, 600)) &&
      !speaksOfSelf(mail.text, 600))
  );
}

/** A provider passes on that somebody called a mail of ours spam (RFC 5965). */
function isAbuseReport(mail: IncomingMail): boolean {
  const type = headerOf(mail, "content-type").toLowerCase();
  if (/report-type\s*=\s*"?feedback-report/.test(type)) return true;
  if (mail.attachments.some((each) => /^message\/feedback-report/i.test(each.type))) return true;
  return /^\s*complaint about message from \d{1,3}(\.\d{1,3}){3}\b/i.test(mail.subject);
}
