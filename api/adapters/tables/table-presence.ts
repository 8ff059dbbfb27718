import { z } from "zod";
import type { CaseId } from "../../domain/case/vocabulary.ts";
import type { Presence, Present } from "../../services/ports/presence.ts";
import type { PartitionedTable } from "./partitioned-table.ts";

const Row = z.object({ rowKey: z.string(), name: z.string(), at: z.string() });

const everybody = { from: " ", before: "~" };

/** Who is at a draft, in Azure Tables: a partition for each case and a row for each person. */
export class TablePresence implements Presence {
  readonly #table: PartitionedTable;

  constructor(table: PartitionedTable) {
    this.#table = table;
  }

  async note(caseId: CaseId, { id, name, at }: Present): Promise<readonly Present[]> {
    const partitionKey = `writing:${caseId}`;
    const [rows] = await Promise.all([
      this.#table.range(partitionKey, everybody),
      this.#table.put({ partitionKey, rowKey: id, name, at }),
    ]);
    return rows.map((row) => {
      const { rowKey, ...noted } = Row.parse(row);
      return { id: rowKey, ...noted };
    });
  }
}
