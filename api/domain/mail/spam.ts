import { headerOf, type IncomingMail } from "./incoming-mail.ts";

const spamConfidence = 5;

/**
 * Why a filter on the way took the mail for spam, or nothing. It is a suggestion: filters are wrong
 * about people who are angry, so a person looks before anything is set aside.
 */
export function spamSign(mail: Pick<IncomingMail, "headers">): string | undefined {
  if (
    /^yes\b/i.test(headerOf(mail, "x-spam-flag")) ||
    /^yes\b/i.test(headerOf(mail, "x-spam-status"))
  ) {
    return "The mail filter marked it as spam.";
  }
  const confidence = Number.parseInt(headerOf(mail, "x-ms-exchange-organization-scl"), 10);
  const verdict = /\bSFV:(SPM|SKB)\b/.test(headerOf(mail, "x-forefront-antispam-report"));
  return confidence >= spamConfidence || verdict
    ? "Exchange is confident that it is spam."
    : undefined;
}
