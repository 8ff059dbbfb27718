import PostalMime, { type Address } from "postal-mime";
import type { MailSender } from "../case/vocabulary.ts";
import type { AttachedMail } from "./forwarded-mail.ts";
import { plainTextOf } from "./plain-text-of-html.ts";

/** Nobody passes on more mails than this at once as one complaint. */
const mostMails = 10;

/** The mails that a raw mail carries as attachments; none when it is too broken to be taken apart. */
export async function attachedMails(raw: Uint8Array): Promise<AttachedMail[]> {
  try {
    const { attachments } = await PostalMime.parse(raw, { forceRfc822Attachments: true });
    const mails = attachments.filter(
      ({ mimeType, filename }) => mimeType === "message/rfc822" || /\.eml$/i.test(filename ?? ""),
    );
    return await Promise.all(mails.slice(0, mostMails).map(({ content }) => mailIn(content)));
  } catch {
    // The mail is taken in as its sender's own, and stands in the evidence as it came.
    return [];
  }
}

async function mailIn(content: ArrayBuffer | Uint8Array | string): Promise<AttachedMail> {
  const { from, subject = "", text = "", html = "" } = await PostalMime.parse(content);
  const words = text.trim();
  return { from: senderOf(from), subject, text: words === "" ? plainTextOf(html) : words };
}

function senderOf(from: Address | undefined): MailSender {
  const { address: email = "", name = "" } = from ?? {};
  return { name: name === "" ? email : name, email };
}
