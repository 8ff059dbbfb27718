import type { LedgerPage } from "../../contract/assurance.ts";
import { daysFrom } from "../../domain/calendar/days-from.ts";
import {
  isCalendarDate,
  shortDate,
  shortMoment,
  type CalendarDate,
} from "../../domain/calendar/london-date.ts";
import { addDays } from "../../domain/calendar/periods.ts";
import { outcomeTitles, reasonWords } from "../../domain/mail/outcome-words.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { mayOpenCases, mayReadMail } from "../lists/pages.ts";
import type { LedgerRow } from "../ports/ledger.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { mayLogMail } from "./log-as-complaint.ts";
import { mailId } from "./mail-id.ts";

export type LedgerAsked = {
  readonly from: string;
  readonly to: string;
  readonly outcome?: string;
  /** Where the page before ended. */
  readonly after?: string;
};

const pageSize = 50;
const mostDays = 31;
/** One page reads no more days than this, even if they are empty. */
const daysAPage = 10;

/** The rows behind a number of the page, newest first: a stretch of days, and one outcome when asked. */
export async function listLedger(
  ports: Ports,
  person: Person,
  asked: LedgerAsked,
): Promise<Result<LedgerPage, Refusal>> {
  if (!isUnderstood(asked)) {
    return refused({ kind: "bad-request", message: "Open this list from the Assurance page." });
  }
  const { rows, next } = await pageOf(ports, asked);
  return ok({
    title: titleOf(asked),
    rows: rows.map((row) => presentRow(person, row)),
    ...(next === undefined ? {} : { next: `${next.day}_${next.skip}` }),
  });
}

function isUnderstood({ from, to, outcome }: LedgerAsked): boolean {
  if (!isCalendarDate(from) || !isCalendarDate(to)) return false;
  return to <= addDays(from, mostDays) && (outcome === undefined || outcome in outcomeTitles);
}

async function pageOf(
  ports: Ports,
  { from, to, outcome, after }: LedgerAsked,
): Promise<{ readonly rows: readonly LedgerRow[]; readonly next?: Place }> {
  const start = placeOf(after) ?? { day: to, skip: 0 };
  const rows: LedgerRow[] = [];
  const days = daysFrom(from, start.day < to ? start.day : to).toReversed();
  for (const [index, day] of days.entries()) {
    if (index === daysAPage || rows.length === pageSize) return { rows, next: { day, skip: 0 } };
    const skip = day === start.day ? start.skip : 0;
    const left = (await rowsOf(ports, day, outcome)).slice(skip);
    const shown = left.slice(0, pageSize - rows.length);
    rows.push(...shown);
    if (shown.length < left.length) return { rows, next: { day, skip: skip + shown.length } };
  }
  return { rows };
}

type Place = { readonly day: CalendarDate; readonly skip: number };

function placeOf(after: string | undefined): Place | undefined {
  const [, day, skip] = /^(\d{4}-\d\d-\d\d)_(\d{1,6})$/.exec(after ?? "") ?? [];
  return day === undefined ? undefined : { day, skip: Number(skip) };
}

async function rowsOf(
  ports: Ports,
  day: CalendarDate,
  outcome: string | undefined,
): Promise<LedgerRow[]> {
  const rows = await ports.ledger.receivedOn([day]);
  return rows
    .filter((row) => outcome === undefined || row.outcome === outcome)
    .toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt) || (a.key < b.key ? -1 : 1));
}

function titleOf({ from, to, outcome }: LedgerAsked): string {
  const what =
    outcome === undefined ? "All mail" : outcomeTitles[outcome as keyof typeof outcomeTitles];
  const when = from === to ? shortDate(from) : `${shortDate(from)} to ${shortDate(to)}`;
  return `${what}, ${when}`;
}

function presentRow(person: Person, row: LedgerRow): LedgerPage["rows"][number] {
  const { receivedAt, recordedAt, mailbox, outcome, reason, by, caseId } = row;
  return {
    id: mailId(row),
    receivedAt,
    mailbox,
    outcome,
    outcomeTitle: outcomeTitles[outcome],
    reason: reasonWords(reason),
    ...(by === undefined ? {} : { by: `${by.name}, ${shortMoment(recordedAt)}` }),
    ...(caseId === undefined ? {} : { caseId }),
    mayOpenCase: mayOpenCases(person),
    // What belongs to a case is read there, by those who may see that case.
    readable: caseId === undefined && mayReadMail(person),
    loggable: mayLogMail(person, row),
  };
}
