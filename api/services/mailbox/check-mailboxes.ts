import { accountFor, lineOf, totalOf, type DayAccount } from "../../domain/assurance/account.ts";
import { windowsOf, type Walk, type Window, type Windows } from "../../domain/assurance/windows.ts";
import { daysFrom } from "../../domain/calendar/days-from.ts";
import { londonDate, type CalendarDate } from "../../domain/calendar/london-date.ts";
import { addDays } from "../../domain/calendar/periods.ts";
import type { MailKey } from "../../domain/case/vocabulary.ts";
import { followUnaccounted } from "../assurance/follow-unaccounted.ts";
import { mailKeyOf } from "../digest.ts";
import { findAnsweredSince, saveAnsweredSince } from "./mailbox-state.ts";
import type { ListedMail } from "../ports/mailbox.ts";
import type { Ports } from "../ports/ports.ts";

/** The first walk of a mailbox begins a month back; its first day was only partly in it. */
const firstDaysAnswered = 30;
const lastCheck = "mailboxes-checked";

/** When the mailboxes were last checked against the ledger, and which days that covered. */
export type CheckDone = {
  readonly at: string;
  readonly recent: Window;
  readonly older?: Window;
  readonly walk: Walk;
  /** Mailboxes that could not be listed, so that nothing is known of them. */
  readonly unlisted: readonly string[];
};

/** What a check counted in the recent days. */
export type MailboxCheck = {
  readonly received: number;
  readonly accountedFor: number;
  readonly unaccounted: number;
  /** Mails so new that they may still be on their way. */
  readonly arriving: number;
  readonly words: string;
  readonly done: CheckDone;
};

type Mail = ListedMail & { readonly key: MailKey };

/**
 * The proof of invariant I1: the mailboxes are listed anew, not by delta, and every mail is looked for in
 * the ledger; today and the week before, and of the older days a week more at each check. What is missing
 * is queued to be taken in again, and raised when that did not help.
 */
export async function checkMailboxes(ports: Ports): Promise<MailboxCheck> {
  const at = ports.clock.now().toISOString();
  const today = londonDate(at);
  const mailboxes = await mailboxesAnswered(ports, today);
  const { recent, older, walk } = await windowsNow(ports, today, mailboxes);
  const counted = await count(ports, { window: recent, mailboxes, at });
  const before = older && (await count(ports, { window: older, mailboxes, at }));
  await ports.assurance.saveDays([...counted.accounts, ...(before?.accounts ?? [])]);
  await followUnaccounted(ports, [...counted.missing, ...(before?.missing ?? [])]);
  const unlisted = [...new Set([...counted.unlisted, ...(before?.unlisted ?? [])])];
  const done: CheckDone = { at, recent, walk, unlisted, ...(older === undefined ? {} : { older }) };
  await ports.sync.set(lastCheck, JSON.stringify(done));
  const total = totalOf(counted.accounts);
  const words = lineOf(total);
  ports.logger.info("mailboxes.checked", {
    received: total.received,
    unaccounted: total.unaccounted,
    unlisted: unlisted.length,
  });
  return { ...total, words, done };
}

/** The last check there was. */
export async function lastMailboxCheck(ports: Ports): Promise<CheckDone | undefined> {
  const saved = await ports.sync.get(lastCheck);
  return saved === undefined ? undefined : (JSON.parse(saved) as CheckDone);
}

type AnsweredMailbox = { readonly address: string; readonly since: CalendarDate };

// Mail from before Redress looked at a mailbox is not its own: nobody must be answered a year late.
function mailboxesAnswered(ports: Ports, today: CalendarDate): Promise<AnsweredMailbox[]> {
  return Promise.all(
    ports.settings.mailboxes.map(async ({ address }) => {
      const saved = await findAnsweredSince(ports, address);
      const since = saved ?? addDays(today, -firstDaysAnswered);
      if (saved === undefined) await saveAnsweredSince(ports, address, since);
      return { address, since };
    }),
  );
}

async function windowsNow(
  ports: Ports,
  today: CalendarDate,
  mailboxes: readonly AnsweredMailbox[],
): Promise<Windows> {
  const [earliest = today] = mailboxes.map(({ since }) => since).toSorted();
  return windowsOf({ today, earliest, walk: (await lastMailboxCheck(ports))?.walk });
}

type Counted = {
  readonly accounts: readonly DayAccount[];
  readonly missing: readonly Mail[];
  readonly unlisted: readonly string[];
};

// Listed before the ledger is read: a mail that is taken in between the two is then in both.
async function count(
  ports: Ports,
  asked: {
    readonly window: Window;
    readonly mailboxes: readonly AnsweredMailbox[];
    readonly at: string;
  },
): Promise<Counted> {
  const { window, at } = asked;
  const lists = await Promise.all(
    asked.mailboxes.map(async (mailbox) => {
      const mails = await list(ports, mailbox, window);
      return { address: mailbox.address, mails };
    }),
  );
  const listed = lists.filter(({ mails }) => mails !== undefined);
  const unlisted = lists.filter(({ mails }) => mails === undefined).map(({ address }) => address);
  const days = daysFrom(window.first, window.last);
  const recorded = await ports.ledger.receivedOn(days);
  const { accounts, missing } = accountFor({
    days,
    mailboxes: listed.map(({ address }) => address),
    listed: listed.flatMap(({ mails }) => mails ?? []),
    // What a mailbox holds that could not be asked is not known, so nothing is said of it.
    recorded: recorded.filter(({ mailbox }) => !unlisted.includes(mailbox.toLowerCase())),
    now: at,
  });
  return { accounts, missing, unlisted };
}

async function list(
  ports: Ports,
  { address, since }: AnsweredMailbox,
  window: Window,
): Promise<Mail[] | undefined> {
  const first = since > window.first ? since : window.first;
  const mails: Mail[] = [];
  if (first > window.last) return mails;
  // London's days begin and end up to an hour away from those of UTC.
  const from = `${addDays(first, -1)}T22:00:00Z`;
  const until = `${addDays(window.last, 1)}T02:00:00Z`;
  try {
    for await (const mail of ports.mailbox.listSince(address, from, until)) {
      const day = londonDate(mail.receivedAt);
      if (day < first || day > window.last) continue;
      const { isInInbox: _anywhere, ...listed } = mail;
      mails.push({ ...listed, key: mailKeyOf(address, mail.internetMessageId) });
    }
    return mails;
  } catch (cause) {
    ports.logger.error("mailbox.not-listed", {}, cause);
    return undefined;
  }
}
