import { londonDate, type CalendarDate } from "../calendar/london-date.ts";
import type { MailKey } from "../case/vocabulary.ts";

/** A mail younger than this may still be on its way through the queue: it is not missing. */
export const graceSeconds = 600;

/** What is counted of one day's mail in one mailbox; mail that is still on its way is counted apart. */
export type DayAccount = {
  readonly day: CalendarDate;
  readonly mailbox: string;
  readonly received: number;
  readonly accountedFor: number;
  readonly unaccounted: number;
  readonly arriving: number;
  /** How many mails ended in which way. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly checkedAt: string;
};

type Listed = { readonly key: MailKey; readonly mailbox: string; readonly receivedAt: string };
type Recorded = Listed & { readonly outcome: string };

/**
 * Counts mailbox against ledger, day by day. What the ledger has is accounted for even when somebody
 * has since deleted the mail or moved it; what only the mailbox has is missing once the grace is over.
 */
export function accountFor<Mail extends Listed>(counted: {
  readonly days: readonly CalendarDate[];
  readonly mailboxes: readonly string[];
  readonly listed: readonly Mail[];
  readonly recorded: readonly Recorded[];
  readonly now: string;
}): { readonly accounts: readonly DayAccount[]; readonly missing: readonly Mail[] } {
  const { days, listed, recorded, now } = counted;
  const known = new Set(recorded.map(({ key }) => key));
  // A copy of a mail in another folder is the same mail: it counts once.
  const copies = new Map(listed.toReversed().map((mail) => [mail.key, mail]));
  const unknown = [...copies.values()].toReversed().filter(({ key }) => !known.has(key));
  const missing = unknown.filter((mail) => isMissing(mail, now));
  const mailboxes = new Set([
    ...counted.mailboxes.map(nameOf),
    ...recorded.map(({ mailbox }) => nameOf(mailbox)),
  ]);
  const accounts = days.flatMap((day) =>
    [...mailboxes].map((mailbox): DayAccount => {
      const isOfDay = (mail: Listed) =>
        nameOf(mail.mailbox) === mailbox && londonDate(mail.receivedAt) === day;
      const rows = recorded.filter(isOfDay);
      const unaccounted = missing.filter(isOfDay).length;
      return {
        day,
        mailbox,
        received: rows.length + unaccounted,
        accountedFor: rows.length,
        unaccounted,
        arriving: unknown.filter(isOfDay).length - unaccounted,
        outcomes: tally(rows.map(({ outcome }) => outcome)),
        checkedAt: now,
      };
    }),
  );
  return { accounts, missing };
}

/** The sum of several days and mailboxes. */
export function totalOf(accounts: readonly Omit<DayAccount, "day" | "mailbox" | "checkedAt">[]) {
  const sum = (count: (account: (typeof accounts)[number]) => number): number =>
    accounts.reduce((total, account) => total + count(account), 0);
  const outcomes = new Set(accounts.flatMap((account) => Object.keys(account.outcomes)));
  return {
    received: sum(({ received }) => received),
    accountedFor: sum(({ accountedFor }) => accountedFor),
    unaccounted: sum(({ unaccounted }) => unaccounted),
    arriving: sum(({ arriving }) => arriving),
    outcomes: Object.fromEntries(
      [...outcomes].map((outcome) => [outcome, sum((account) => account.outcomes[outcome] ?? 0)]),
    ),
  };
}

/** The daily line, such as "1,204 received · 1,204 accounted for · 0 unaccounted". */
export function lineOf(count: {
  readonly received: number;
  readonly accountedFor: number;
  readonly unaccounted: number;
}): string {
  const words = (number: number): string => number.toLocaleString("en-GB");
  return `${words(count.received)} received · ${words(count.accountedFor)} accounted for · ${words(count.unaccounted)} unaccounted`;
}

function isMissing({ receivedAt }: Listed, now: string): boolean {
  return Date.parse(now) - Date.parse(receivedAt) >= graceSeconds * 1000;
}

function nameOf(mailbox: string): string {
  return mailbox.toLowerCase();
}

function tally(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
