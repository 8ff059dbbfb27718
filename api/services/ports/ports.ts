import type { Calendar } from "../../domain/calendar/working-days.ts";
import type { KnownHolidays } from "../calendar/known-holidays.ts";
import type { AssuranceBook } from "./assurance-book.ts";
import type { BankHolidayFeed } from "./bank-holiday-feed.ts";
import type { CaseStore } from "./case-store.ts";
import type { CaseViews } from "./case-views.ts";
import type { Chat } from "./chat.ts";
import type { ChatBook } from "./chat-book.ts";
import type { Clock } from "./clock.ts";
import type { Directory } from "./directory.ts";
import type { Ledger, Threads } from "./ledger.ts";
import type { Logger } from "./logger.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Paper } from "./paper.ts";
import type { Presence } from "./presence.ts";
import type { SyncState } from "./sync-state.ts";
import type { Evidence, Texts } from "./texts.ts";
import type { WordsKeys } from "./words-keys.ts";
import type { WorkQueue } from "./work-queue.ts";

/** A mailbox the council gave Redress, and the procedure that what is written to it starts under. */
export type SharedMailbox = { readonly address: string; readonly policy: string };

/** What the council decided once: it changes by configuration, not by a person's action. */
export type Settings = {
  readonly council: string;
  /** The lines of the council's address, as its letters on paper print them. */
  readonly councilAddress: readonly string[];
  /** The one origin of tab and API, without a trailing slash. */
  readonly publicUrl: string;
  readonly mailboxes: readonly SharedMailbox[];
  /** A mailbox that must be refused to Redress, if the council named one. */
  readonly controlMailbox?: string;
  /** The procedure a new case starts under that no mailbox brought. */
  readonly defaultPolicy: string;
  /** The procedures the council follows, by id; the one new cases start under is among them. */
  readonly policies: readonly string[];
};

/** Everything the services reach the world through. */
export type Ports = {
  readonly settings: Settings;
  /** What this process counts by now; changes when it looks again. */
  readonly calendar: Calendar;
  readonly holidays: KnownHolidays;
  readonly bankHolidayFeed: BankHolidayFeed;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly cases: CaseStore;
  readonly views: CaseViews;
  readonly texts: Texts;
  readonly evidence: Evidence;
  readonly ledger: Ledger;
  readonly threads: Threads;
  readonly assurance: AssuranceBook;
  readonly directory: Directory;
  readonly mailbox: Mailbox;
  readonly queue: WorkQueue;
  readonly chat: Chat;
  readonly chatBook: ChatBook;
  readonly sync: SyncState;
  readonly presence: Presence;
  readonly wordsKeys: WordsKeys;
  readonly paper: Paper;
};
