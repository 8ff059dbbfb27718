import { shortMoment } from "../../domain/calendar/london-date.ts";
import { outcomeTitles } from "../../domain/mail/outcome-words.ts";
import type { LedgerRow } from "../ports/ledger.ts";

/** What became of a mail, for a person who comes too late to decide it. */
export function whatBecame({ outcome, by, caseId, recordedAt }: LedgerRow): string {
  const when = shortMoment(recordedAt);
  if (outcome === "set-aside") return `${by?.name ?? "Somebody"} set it aside ${when}.`;
  if (caseId !== undefined && by !== undefined) return `${by.name} logged it as ${caseId} ${when}.`;
  if (caseId !== undefined) return `It was taken in ${when} and belongs to ${caseId}.`;
  return `It was taken in ${when}: ${outcomeTitles[outcome].toLowerCase()}.`;
}
