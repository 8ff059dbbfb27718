import { ListedCase } from "../../domain/case/listed-case.ts";
import type { ViewKey } from "../../domain/case/view-keys.ts";
import type { CaseViews, ViewPage } from "../../services/ports/case-views.ts";
import { longJson, readLongJson } from "./long-json.ts";
import type { PartitionedTable } from "./partitioned-table.ts";

// Greater than any character a row key of ours uses, so that a whole partition is one range.
const afterEverything = "~";

/** The lists of every screen in Azure Tables. */
export class TableCaseViews implements CaseViews {
  readonly #table: PartitionedTable;

  constructor(table: PartitionedTable) {
    this.#table = table;
  }

  async put(keys: readonly ViewKey[], listed: ListedCase): Promise<void> {
    const content = longJson(listed);
    await Promise.all(
      keys.map(({ partition, row }) =>
        this.#table.put({ partitionKey: partition, rowKey: row, ...content }),
      ),
    );
  }

  async remove(keys: readonly ViewKey[]): Promise<void> {
    await Promise.all(keys.map(({ partition, row }) => this.#table.remove(partition, row)));
  }

  async list(partition: string, page: { limit: number; after?: string }): Promise<ViewPage> {
    const rows = await this.#table.range(partition, {
      // The smallest key after the last one read.
      from: page.after === undefined ? " " : `${page.after} `,
      before: afterEverything,
      limit: page.limit + 1,
    });
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1)?.rowKey;
    return {
      cases: shown.map((row) => ListedCase.parse(readLongJson(row))),
      rows: shown.map(({ rowKey }) => rowKey),
      ...(rows.length > page.limit && last !== undefined ? { next: last } : {}),
    };
  }
}
