import type { CaseId, MailKey } from "../case/vocabulary.ts";

// Crockford's alphabet: no letter that can be misread as a digit over the phone.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const hexDigitsPerReference = 8;

/** How many references one mail can fall back to when an earlier one is another mail's case. */
export const referenceAttempts = 8;

/**
 * The reference of the case that a mail begins, such as `CMP-7K3Q-9D`: derived from the mail's
 * identity, so that logging it again finds the same case. `attempt` (0-7) moves on when the
 * reference already belongs to another mail.
 */
export function referenceFor(key: MailKey, attempt: number): CaseId {
  const at = attempt * hexDigitsPerReference;
  let bits = Number.parseInt(key.slice(at, at + hexDigitsPerReference), 16);
  let letters = "";
  for (let index = 0; index < 6; index += 1) {
    letters = alphabet.charAt(bits % 32) + letters;
    bits = Math.floor(bits / 32);
  }
  return written(letters);
}

const pattern = /\bCMP[- ]?[0-9A-HJKMNP-TV-Z]{4}[- ]?[0-9A-HJKMNP-TV-Z]{2}\b/gi;

/** The case references quoted in a text, in the order they appear. */
export function referencesIn(text: string): CaseId[] {
  const found = text.match(pattern) ?? [];
  return [...new Set(found.map((each) => written(each.toUpperCase().replace(/^CMP|[- ]/g, ""))))];
}

function written(letters: string): CaseId {
  return `CMP-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Whether a text is exactly one case reference, as routes and cards carry it. */
export function isReference(text: string): boolean {
  return /^CMP-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/.test(text);
}
