/**
 * What went wrong, in words, from the kinds of an error and its causes, such as `Error < RestError 503`.
 * A message of an error may quote what a person wrote, so only kinds and statuses are ever kept of it.
 */
export function failureWords(kinds: string): string {
  if (kinds.includes("MailboxBusy")) return "The mailbox could not be reached.";
  const refusal = /GraphError (\d{3})/.exec(kinds);
  if (refusal) return `Microsoft 365 refused it (${refusal[1]}).`;
  const storage = /RestError(?: (\d{3}))?/.exec(kinds);
  if (storage) return `Storage could not be used (${storage[1] ?? "no answer"}).`;
  if (/ZodError|SyntaxError/.test(kinds)) return "It is not in a form that Redress can read.";
  const last = kinds.split(" < ").at(-1);
  return `A fault in Redress (${last === undefined || last === "" ? "of no kind" : last}).`;
}
