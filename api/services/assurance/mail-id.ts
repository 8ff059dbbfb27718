import { londonDate } from "../../domain/calendar/london-date.ts";
import type { MailKey } from "../../domain/case/vocabulary.ts";
import type { LedgerRow } from "../ports/ledger.ts";
import type { Ports } from "../ports/ports.ts";

/** By what people name a mail to the service: its day and its key, which is all the ledger needs to find it. */
export function mailId({ key, receivedAt }: { key: MailKey; receivedAt: string }): string {
  return `mail-${londonDate(receivedAt)}-${key}`;
}

/** The ledger's row of a mail that was named so. */
export async function findByMailId(ports: Ports, id: string): Promise<LedgerRow | undefined> {
  const [, day, key] = /^mail-(\d{4}-\d\d-\d\d)-([0-9a-f]{64})$/.exec(id) ?? [];
  if (day === undefined || key === undefined) return undefined;
  return ports.ledger.find(key, `${day}T12:00:00Z`);
}
