import { z } from "zod";
import { sha256 } from "../../services/digest.ts";
import type { SyncState } from "../../services/ports/sync-state.ts";
import { longJson, readLongJson } from "./long-json.ts";
import type { PartitionedTable } from "./partitioned-table.ts";

/** Small facts by name, each in a partition of its own. */
export class TableSyncState implements SyncState {
  readonly #table: PartitionedTable;

  constructor(table: PartitionedTable) {
    this.#table = table;
  }

  async get(name: string): Promise<string | undefined> {
    const row = await this.#table.find(sha256(name), "value");
    return row === undefined
      ? undefined
      : z.object({ value: z.string() }).parse(readLongJson(row)).value;
  }

  async set(name: string, value: string): Promise<void> {
    await this.#table.put({
      partitionKey: sha256(name),
      rowKey: "value",
      name,
      ...longJson({ value }),
    });
  }
}
