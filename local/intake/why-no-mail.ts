import { readHeader } from "../mailbox/mend-header.ts";
import { withoutPreamble } from "../mailbox/mend-mime.ts";

/** What other programs' files begin with; each says what to do instead. */
const otherFiles: readonly (readonly [start: string, reason: string])[] = [
  ["\xd0\xcf\x11\xe0", "It is an Outlook .msg file: export mails as .eml or mbox."],
  ["!BDN", "It is an Outlook .pst file: export mails as .eml or mbox."],
  ["PK\x03\x04", "It is a ZIP file: unpack it first."],
  ["\x1f\x8b", "It is a compressed file: unpack it first."],
  ["%PDF", "It is a PDF file, not a mail."],
];
const fields =
  /^(from|to|subject|date|received|message-id|return-path|sender|mime-version|content-type|delivered-to|reply-to|cc|x-[\w-]+)$/i;

/** Why a file holds no mail at all, in words; nothing when it does. */
export function whyNoMail(raw: Buffer): string | undefined {
  const start = raw.toString("latin1", 0, 8);
  const other = otherFiles.find(([begins]) => start.startsWith(begins));
  if (other !== undefined) return other[1];
  const mail = withoutPreamble(raw);
  if (mail.length === 0) return "The file is empty.";
  const head = readHeader(
    mail.subarray(0, 65_536).includes(0x0a) ? mail : withReturnsReplaced(mail),
  ).fields;
  return head.some(({ name }) => fields.test(name))
    ? undefined
    : "It has none of the header lines of a mail.";
}

function withReturnsReplaced(mail: Buffer): Buffer {
  return Buffer.from(mail.toString("latin1", 0, 65_536).replaceAll("\r", "\n"), "latin1");
}
