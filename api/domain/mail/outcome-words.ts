/** How each outcome of a mail is called in lists. */
export const outcomeTitles = {
  "new-case": "New cases",
  "follow-up": "Added to a case",
  machine: "Machine mail",
  "set-aside": "Set aside by a person",
} as const;

const machineReasons: Readonly<Record<string, string>> = {
  "own-mail": "Sent by this mailbox itself",
  loop: "Going round in a loop",
  "delivery-report": "A report on a mail that could not be delivered",
  "read-receipt": "A receipt for a mail that was read",
  "abuse-report": "A report from another mail system",
  "automatic-reply": "An automatic reply",
  "bulk-mail": "A newsletter or mailing list",
};

/** Why a mail that a person made a case of had none at first, in words for whoever sees to it next. */
export function whyNoCaseYet({
  outcome,
  reason,
  by,
}: {
  readonly outcome: keyof typeof outcomeTitles;
  readonly reason: string;
  readonly by?: { readonly name: string };
}): string {
  if (outcome === "set-aside") {
    const end = /[.!?]$/.test(reason) ? "" : ".";
    return `${by?.name ?? "Somebody"} had set it aside: ${reason}${end}`;
  }
  const words = reasonWords(reason);
  return `Redress had taken it for machine mail: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`;
}

/** The reason in the ledger as a sentence, whatever wrote it there. */
export function reasonWords(reason: string): string {
  return machineReasons[reason] ?? reason;
}
