import type { Address } from "postal-mime";

/** What is shown of a mail that somebody passed on as a file. */
export type PassedOnMail = {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly sentAt?: string;
  readonly words: string;
  /** Names of what came with it. */
  readonly files: readonly string[];
};

/** More than this nobody reads in a dialog. */
const mostCharacters = 1_000_000;

/** Reads a mail that came as a file: its words, never its HTML. Throws when it is no mail. */
export async function readMail(file: Blob): Promise<PassedOnMail> {
  const { default: PostalMime } = await import("postal-mime");
  const { from, to, subject, date, text, html, attachments } = await PostalMime.parse(file);
  return {
    from: named(from === undefined ? [] : [from]),
    to: named(to ?? []),
    subject: subject ?? "",
    ...(date !== undefined && !Number.isNaN(Date.parse(date)) && { sentAt: date }),
    words: text ?? (await wordsIn(html ?? "")),
    files: attachments.flatMap(({ filename }) => filename ?? []),
  };
}

function named(addresses: readonly Address[]): string {
  return addresses
    .map(({ name, address }) => (address === undefined ? name : `${name} <${address}>`).trim())
    .join(", ");
}

/** A page's words with its links, and nothing of how it looks. */
async function wordsIn(html: string): Promise<string> {
  const { convert } = await import("html-to-text");
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: "img", format: "skip" },
      ...["h1", "h2", "h3"].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
    limits: { maxInputLength: mostCharacters, maxDepth: 100 },
  });
}
