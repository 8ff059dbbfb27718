import { z } from "zod";
import type { DayAccount } from "../../domain/assurance/account.ts";
import type { CalendarDate } from "../../domain/calendar/london-date.ts";
import type { MailKey } from "../../domain/case/vocabulary.ts";
import { sha256 } from "../../services/digest.ts";
import type {
  AssuranceBook,
  FailedWork,
  UnaccountedMail,
} from "../../services/ports/assurance-book.ts";
import { Work } from "../../services/ports/work-queue.ts";
import { longJson, readLongJson } from "./long-json.ts";
import type { PartitionedTable } from "./partitioned-table.ts";

const Day = z.object({
  day: z.string(),
  mailbox: z.string(),
  received: z.number().int(),
  accountedFor: z.number().int(),
  unaccounted: z.number().int(),
  arriving: z.number().int(),
  outcomes: z.record(z.string(), z.number().int()),
  checkedAt: z.string(),
}) satisfies z.ZodType<DayAccount>;

const Mail = z.object({
  key: z.string(),
  mailbox: z.string(),
  graphId: z.string(),
  internetMessageId: z.string(),
  receivedAt: z.string(),
});

const Unaccounted = Mail.extend({
  foundAt: z.string(),
  queuedAt: z.string(),
  raisedAt: z.string().exactOptional(),
}) satisfies z.ZodType<UnaccountedMail>;

const Failed = z.object({
  id: z.string(),
  work: Work.exactOptional(),
  since: z.string(),
  lastAt: z.string(),
  attempts: z.number().int(),
  kinds: z.string().exactOptional(),
  givenUpAt: z.string().exactOptional(),
  mail: Mail.exactOptional(),
}) satisfies z.ZodType<FailedWork>;

/** What is unaccounted or has failed is never much; a page that lists more helps nobody. */
const mostRows = 1000;
const everything = { from: " ", before: "~", limit: mostRows };
const partitions = { days: "days", unaccounted: "unaccounted", failed: "failed" } as const;

/** The proof's own rows in Azure Tables: one partition for each of its lists. */
export class TableAssuranceBook implements AssuranceBook {
  readonly #table: PartitionedTable;

  constructor(table: PartitionedTable) {
    this.#table = table;
  }

  async saveDays(accounts: readonly DayAccount[]): Promise<void> {
    await Promise.all(
      accounts.map((account) =>
        // Keys may not hold every character that an address may.
        this.#put(partitions.days, `${account.day}_${sha256(account.mailbox)}`, account),
      ),
    );
  }

  async days(first: CalendarDate, last: CalendarDate): Promise<readonly DayAccount[]> {
    const rows = await this.#table.range(partitions.days, { from: first, before: `${last}~` });
    return rows.map((row) => Day.parse(readLongJson(row)));
  }

  saveUnaccounted(mail: UnaccountedMail): Promise<void> {
    return this.#put(partitions.unaccounted, mail.key, mail);
  }

  async unaccounted(): Promise<readonly UnaccountedMail[]> {
    const rows = await this.#table.range(partitions.unaccounted, everything);
    return rows.map((row) => Unaccounted.parse(readLongJson(row)));
  }

  forgetUnaccounted(key: MailKey): Promise<void> {
    return this.#table.remove(partitions.unaccounted, key);
  }

  saveFailed(work: FailedWork): Promise<void> {
    return this.#put(partitions.failed, work.id, work);
  }

  async findFailed(id: string): Promise<FailedWork | undefined> {
    const row = await this.#table.find(partitions.failed, id);
    return row === undefined ? undefined : Failed.parse(readLongJson(row));
  }

  async failed(): Promise<readonly FailedWork[]> {
    const rows = await this.#table.range(partitions.failed, everything);
    return rows.map((row) => Failed.parse(readLongJson(row)));
  }

  forgetFailed(id: string): Promise<void> {
    return this.#table.remove(partitions.failed, id);
  }

  #put(partitionKey: string, rowKey: string, content: object): Promise<void> {
    return this.#table.put({ partitionKey, rowKey, ...longJson(content) });
  }
}
