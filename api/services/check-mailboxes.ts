import type { Assurance } from "../contract/assurance.ts";
import { daysFrom } from "../domain/calendar/days-from.ts";
import { londonDate } from "../domain/calendar/london-date.ts";
import { mailKeyOf } from "./digest.ts";
import type { LedgerRow } from "./ports/ledger.ts";
import type { ListedMail } from "./ports/mailbox.ts";
import type { Ports } from "./ports/ports.ts";

const windowDays = 7;
const millisecondsPerDay = 86_400_000;

const titles: Record<LedgerRow["outcome"], string> = {
  "new-case": "New cases",
  "follow-up": "Follow-ups to a case",
  machine: "Machine mail",
  "set-aside": "Set aside by a person",
};

/**
 * The proof of invariant I1 for the last seven days: the mailboxes are listed anew, not by delta, and
 * every mail is looked for in the ledger.
 */
export async function checkMailboxes(ports: Ports): Promise<Assurance> {
  const now = ports.clock.now();
  const since = londonDate(new Date(now.getTime() - windowDays * millisecondsPerDay).toISOString());
  const rows = await ports.ledger.receivedOn(daysFrom(since, londonDate(now.toISOString())));
  const known = new Set(rows.map(({ key }) => key));
  const missing: ListedMail[] = [];
  for (const { address: mailbox } of ports.settings.mailboxes) {
    for await (const mail of ports.mailbox.listSince(mailbox, `${since}T00:00:00Z`)) {
      if (!known.has(mailKeyOf(mailbox, mail.internetMessageId))) missing.push(mail);
    }
  }
  return report(rows, missing, { checkedAt: now.toISOString(), since });
}

function report(
  rows: readonly LedgerRow[],
  missing: readonly ListedMail[],
  span: { checkedAt: string; since: string },
): Assurance {
  const received = rows.length + missing.length;
  const count = (number: number): string => number.toLocaleString("en-GB");
  const outcomes = Object.keys(titles) as LedgerRow["outcome"][];
  return {
    ...span,
    received,
    accountedFor: rows.length,
    unaccounted: missing.length,
    words: `${count(received)} received · ${count(rows.length)} accounted for · ${count(missing.length)} unaccounted`,
    breakdown: outcomes.map((outcome) => ({
      outcome,
      title: titles[outcome],
      count: rows.filter((row) => row.outcome === outcome).length,
    })),
    missing: missing.map(({ internetMessageId, receivedAt }) => ({
      internetMessageId,
      receivedAt,
    })),
  };
}
