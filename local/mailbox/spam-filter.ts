import type { MailHeader } from "./stored-message.ts";

/** From this spam confidence level on, Exchange delivers to Junk Email. */
const junkFrom = 5;

/** Whether Exchange, or a filter before it whose mark it follows here, takes a mail for spam. */
export function isSpam(headers: readonly MailHeader[]): boolean {
  const valueOf = (name: string): string =>
    headers.find((header) => header.name.toLowerCase() === name)?.value ?? "";
  return (
    Number.parseInt(valueOf("x-ms-exchange-organization-scl"), 10) >= junkFrom ||
    /\bSFV:(SPM|SKB)\b/.test(valueOf("x-forefront-antispam-report")) ||
    /^yes\b/i.test(valueOf("x-spam-flag"))
  );
}
