import type { TransactionAction } from "@azure/data-tables";
import { ownOrder } from "../../domain/case/list-orders.ts";
import { ListedCase } from "../../domain/case/listed-case.ts";
import type { ViewKey } from "../../domain/case/view-keys.ts";
import type { CaseViews, PageAsked, ViewLine, ViewPage } from "../../services/ports/case-views.ts";
import { longJson, readLongJson } from "./long-json.ts";
import type { PartitionedTable, Row } from "./partitioned-table.ts";

/** Azure's own ceiling on one transaction. */
const mostRows = 100;

/** What happens to one row: it is written, or it goes. */
type Change = { readonly row: string; readonly written?: Row };

/** The lists of every screen in Azure Tables. */
export class TableCaseViews implements CaseViews {
  readonly #table: PartitionedTable;

  constructor(table: PartitionedTable) {
    this.#table = table;
  }

  async change(lines: readonly ViewLine[], gone: readonly ViewKey[]): Promise<void> {
    const changes = new Map<string, Map<string, Change>>();
    const note = ({ partition, row }: ViewKey, written?: Row) => {
      const rows = changes.get(partition) ?? new Map<string, Change>();
      changes.set(partition, rows.set(row, written === undefined ? { row } : { row, written }));
    };
    for (const key of gone) note(key);
    for (const { key, listed } of lines) {
      note(key, { partitionKey: key.partition, rowKey: key.row, ...longJson(listed) });
    }
    await Promise.all(
      [...changes].map(([partition, rows]) => this.#changeList(partition, [...rows.values()])),
    );
  }

  async #changeList(partition: string, changes: readonly Change[]): Promise<void> {
    for (let from = 0; from < changes.length; from += mostRows) {
      const some = changes.slice(from, from + mostRows);
      const done = await this.#table.transact(some.map((each) => actionOf(partition, each)));
      // A row that is to go and was never written stops the others: then each goes by itself.
      if (typeof done === "number") await this.#changeOneByOne(partition, some);
    }
  }

  async #changeOneByOne(partition: string, changes: readonly Change[]): Promise<void> {
    await Promise.all(
      changes.map(({ row, written }) =>
        written === undefined ? this.#table.remove(partition, row) : this.#table.put(written),
      ),
    );
  }

  async list(partition: string, page: PageAsked): Promise<ViewPage> {
    const { limit, after, stretch = ownOrder } = page;
    // The smallest key after the last one read.
    const next = after === undefined ? "" : `${after} `;
    const rows = await this.#table.range(partition, {
      from: next > stretch.from ? next : stretch.from,
      before: stretch.before,
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1)?.rowKey;
    return {
      cases: shown.map((row) => ListedCase.parse(readLongJson(row))),
      rows: shown.map(({ rowKey }) => rowKey),
      ...(rows.length > limit && last !== undefined ? { next: last } : {}),
    };
  }
}

// Platform: a delete in a transaction cannot carry an ETag; what goes is nobody's to keep.
function actionOf(partitionKey: string, { row, written }: Change): TransactionAction {
  return written === undefined
    ? ["delete", { partitionKey, rowKey: row }]
    : ["upsert", written, "Replace"];
}
