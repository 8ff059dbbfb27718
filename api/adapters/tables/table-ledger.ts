import { z } from "zod";
import { londonDate } from "../../domain/calendar/london-date.ts";
import type { CaseId, MailKey, NamedPerson } from "../../domain/case/vocabulary.ts";
import { sha256 } from "../../services/digest.ts";
import type { AutomaticAnswer, Ledger, LedgerRow, Threads } from "../../services/ports/ledger.ts";
import type { PartitionedTable, Row, StoredRow } from "./partitioned-table.ts";

const Named = z.object({ id: z.string(), name: z.string() });

const LedgerRowStored = z.object({
  key: z.string(),
  mailbox: z.string(),
  internetMessageId: z.string(),
  receivedAt: z.string(),
  recordedAt: z.string(),
  outcome: z.enum(["new-case", "follow-up", "machine", "set-aside"]),
  caseId: z.string().exactOptional(),
  reason: z.string(),
  by: Named.exactOptional(),
  wanted: Named.exactOptional(),
  evidence: z.string().exactOptional(),
  channel: z.literal("web-form").exactOptional(),
}) satisfies z.ZodType<LedgerRow>;

const hexDigits = Array.from({ length: 16 }, (_, digit) => digit.toString(16));

/** The ledger in Azure Tables: a day's mail is spread over sixteen partitions by the key's first digit. */
export class TableLedger implements Ledger {
  readonly #table: PartitionedTable;

  constructor(table: PartitionedTable) {
    this.#table = table;
  }

  async find(key: MailKey, receivedAt: string): Promise<LedgerRow | undefined> {
    const row = await this.#table.find(...placeOf({ key, receivedAt }));
    return row === undefined ? undefined : ledgerRow(row);
  }

  async record(row: LedgerRow): Promise<"recorded" | "exists"> {
    const written = rowOf(row);
    if ((await this.#table.insert(written)) === "inserted") return "recorded";
    if (row.caseId === undefined) return "exists";
    const standing = await this.#table.find(written.partitionKey, written.rowKey);
    if (standing === undefined || !givesWay(ledgerRow(standing))) return "exists";
    const replaced = await this.#table.replace(written, standing.etag);
    return replaced === undefined ? this.record(row) : "recorded";
  }

  async want(mail: Pick<LedgerRow, "key" | "receivedAt">, by: NamedPerson): Promise<void> {
    const standing = await this.#table.find(...placeOf(mail));
    if (standing === undefined) return;
    const row = ledgerRow(standing);
    if (row.caseId !== undefined || row.wanted !== undefined) return;
    const replaced = await this.#table.replace(rowOf({ ...row, wanted: by }), standing.etag);
    if (replaced === undefined) await this.want(mail, by);
  }

  // A day has so many places. The first mail gets its own at once; others look which are free, and whoever takes
  // the same mail in again finds the place it has.
  async countAnswer({ address, day, mail, most }: AutomaticAnswer): Promise<boolean> {
    const partitionKey = `answered:${day}:${sha256(address.toLowerCase())}`;
    const places = Array.from({ length: most }, (_, place) => String(place));
    let free = places[Number.parseInt(mail.slice(0, 8), 16) % most];
    while (free !== undefined) {
      if ((await this.#table.insert({ partitionKey, rowKey: free, mail })) === "inserted")
        return true;
      const taken = await this.#table.range(partitionKey, { from: "0", before: ":" });
      if (taken.some((row) => row.mail === mail)) return true;
      free = places.find((place) => !taken.some(({ rowKey }) => rowKey === place));
    }
    return false;
  }

  async receivedOn(days: readonly string[]): Promise<readonly LedgerRow[]> {
    const partitions = days.flatMap((day) => hexDigits.map((digit) => `${day}:${digit}`));
    const rows = await Promise.all(
      partitions.map((partition) => this.#table.range(partition, { from: "0", before: "g" })),
    );
    return rows.flat().map(ledgerRow);
  }
}

/** Whether a case takes the place of what stands. */
function givesWay({ outcome, caseId, wanted }: LedgerRow): boolean {
  return caseId === undefined && (outcome === "set-aside" || wanted !== undefined);
}

// A property of a row cannot hold a person.
function rowOf({ by, wanted, ...row }: LedgerRow): Row {
  const [partitionKey, rowKey] = placeOf(row);
  return {
    ...{ partitionKey, rowKey, ...row },
    ...(by === undefined ? {} : { byId: by.id, byName: by.name }),
    ...(wanted === undefined ? {} : { wantedById: wanted.id, wantedByName: wanted.name }),
  };
}

function ledgerRow(row: StoredRow): LedgerRow {
  const { byId, byName, wantedById, wantedByName } = row;
  return LedgerRowStored.parse({
    ...row,
    ...(byId === undefined ? {} : { by: { id: byId, name: byName } }),
    ...(wantedById === undefined ? {} : { wanted: { id: wantedById, name: wantedByName } }),
  });
}

function placeOf({ key, receivedAt }: Pick<LedgerRow, "key" | "receivedAt">): [string, string] {
  return [partitionOf(key, londonDate(receivedAt)), key];
}

function partitionOf(key: MailKey, day: string): string {
  return `${day}:${key.slice(0, 1)}`;
}

const ThreadRow = z.object({ caseId: z.string(), sentFor: z.string().exactOptional() });

/** Which case a thread belongs to: one row for each message id and conversation id. */
export class TableThreads implements Threads {
  readonly #table: PartitionedTable;

  constructor(table: PartitionedTable) {
    this.#table = table;
  }

  async remember(ids: readonly string[], caseId: CaseId, sentFor?: string): Promise<void> {
    const led = { rowKey: "case", caseId, ...(sentFor === undefined ? {} : { sentFor }) };
    await Promise.all(ids.map((id) => this.#table.insert({ partitionKey: threadOf(id), ...led })));
  }

  async find(id: string): Promise<CaseId | undefined> {
    return (await this.findMail(id))?.caseId;
  }

  async findMail(id: string): Promise<{ caseId: CaseId; sentFor?: string } | undefined> {
    const row = await this.#table.find(threadOf(id), "case");
    return row === undefined ? undefined : ThreadRow.parse(row);
  }
}

// Message ids hold characters that keys may not, and are longer than a key may be.
function threadOf(id: string): string {
  return `thread:${sha256(id)}`;
}
