import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { PersonId } from "../../domain/people/actor.ts";
import type { WordsKeys } from "../../services/ports/words-keys.ts";
import type { PartitionedTable } from "./partitioned-table.ts";

const partitionKey = "words-keys";

const Row = z.object({ key: z.string() });

/** People's keys for their unsaved words in Azure Tables, a row for each person. */
export class TableWordsKeys implements WordsKeys {
  readonly #table: PartitionedTable;

  constructor(table: PartitionedTable) {
    this.#table = table;
  }

  async keyOf(person: PersonId): Promise<string> {
    const kept = await this.#find(person);
    if (kept !== undefined) return kept;
    const key = randomBytes(32).toString("hex");
    const outcome = await this.#table.insert({ partitionKey, rowKey: person, key });
    if (outcome === "inserted") return key;
    const others = await this.#find(person);
    if (others === undefined) throw new Error("A key for unsaved words was there and is gone.");
    return others;
  }

  async #find(person: PersonId): Promise<string | undefined> {
    const row = await this.#table.find(partitionKey, person);
    return row === undefined ? undefined : Row.parse(row).key;
  }
}
