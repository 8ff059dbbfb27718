import type { DayAccount } from "../../domain/assurance/account.ts";
import type { CalendarDate } from "../../domain/calendar/london-date.ts";
import type { MailKey } from "../../domain/case/vocabulary.ts";
import type { ListedMail } from "./mailbox.ts";
import type { Work } from "./work-queue.ts";

/** A mail that the mailbox has and the ledger has not, from when a check found it until it is accounted for. */
export type UnaccountedMail = ListedMail & {
  readonly key: MailKey;
  readonly foundAt: string;
  /** When it was last queued to be taken in. */
  readonly queuedAt: string;
  /** Since when the complaints team should know: it was not taken in although it was queued again. */
  readonly raisedAt?: string;
};

/** A piece of work that failed, from its first failure until it is done or somebody sees to it. */
export type FailedWork = {
  readonly id: string;
  /** Absent when nobody can read what was asked for. */
  readonly work?: Work;
  readonly since: string;
  readonly lastAt: string;
  readonly attempts: number;
  /** Of the last failure the kinds of the error and its causes, and nothing that a person wrote. */
  readonly kinds?: string;
  /** Since when nothing tries it any more: the platform gave it up. */
  readonly givenUpAt?: string;
  /** The mail behind it, where the mailbox still has it. */
  readonly mail?: ListedMail & { readonly key: MailKey };
};

/** What the proof that nothing was lost is made of, apart from the ledger itself. */
export interface AssuranceBook {
  /** Keeps what a check counted of some days, in place of what was counted of them before. */
  saveDays(accounts: readonly DayAccount[]): Promise<void>;
  days(first: CalendarDate, last: CalendarDate): Promise<readonly DayAccount[]>;
  saveUnaccounted(mail: UnaccountedMail): Promise<void>;
  unaccounted(): Promise<readonly UnaccountedMail[]>;
  forgetUnaccounted(key: MailKey): Promise<void>;
  saveFailed(work: FailedWork): Promise<void>;
  findFailed(id: string): Promise<FailedWork | undefined>;
  failed(): Promise<readonly FailedWork[]>;
  forgetFailed(id: string): Promise<void>;
}
