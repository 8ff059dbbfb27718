import PostalMime, { type Email } from "postal-mime";
import { plainTextOf } from "./plain-text-of-html.ts";

/** Beyond this nobody reads on to decide whether a mail needs a case. */
const mostCharacters = 20_000;

export type MailText = {
  readonly from: string;
  readonly subject: string;
  readonly sentAt?: string;
  readonly text: string;
  readonly cut: boolean;
};

/** A kept mail as plain text; one that no parser can read is shown as it arrived. */
export async function mailText(raw: Uint8Array): Promise<MailText> {
  const { from, subject, date, text, html } = await parsed(raw);
  const words = text ?? (html && plainTextOf(html)) ?? new TextDecoder("latin1").decode(raw);
  return {
    from: [from?.name, from?.address && `<${from.address}>`].filter(Boolean).join(" "),
    subject: subject ?? "",
    ...(isInstant(date) ? { sentAt: date } : {}),
    text: words.slice(0, mostCharacters),
    cut: words.length > mostCharacters,
  };
}

async function parsed(raw: Uint8Array): Promise<Partial<Email>> {
  try {
    return await PostalMime.parse(raw);
  } catch {
    return {};
  }
}

function isInstant(date: string | undefined): date is string {
  return date !== undefined && !Number.isNaN(Date.parse(date));
}
