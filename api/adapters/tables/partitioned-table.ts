import { odata, RestError, type TableClient, type TransactionAction } from "@azure/data-tables";

export type Row = {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly [property: string]: unknown;
};

export type StoredRow = Row & { readonly etag: string };

/** A stretch of one partition, in row key order: `from` is included, `before` is not. */
export type Range = { readonly from: string; readonly before: string; readonly limit?: number };

/** Azure's own ceiling on one answer; asking for more is refused there. */
const mostRowsPerAnswer = 1000;

/**
 * One Azure table that can only be asked by partition: no scan, no update without an ETag, no
 * property filter. 404, 409 and 412 are answers; everything else throws.
 */
export class PartitionedTable {
  readonly #client: TableClient;

  constructor(client: TableClient) {
    this.#client = client;
  }

  /** Makes the table once; an existing one is left alone. */
  async create(): Promise<void> {
    await this.#client.createTable();
  }

  async find(partitionKey: string, rowKey: string): Promise<StoredRow | undefined> {
    try {
      return stored(await this.#client.getEntity(partitionKey, rowKey));
    } catch (cause) {
      if (statusOf(cause) === 404) return undefined;
      throw failed("read", cause);
    }
  }

  /** The rows of a range; an answer may be short or empty and still go on, so every page is read. */
  async range(partitionKey: string, range: Range): Promise<StoredRow[]> {
    const filter = odata`PartitionKey eq ${partitionKey} and RowKey ge ${range.from} and RowKey lt ${range.before}`;
    const limit = range.limit ?? Number.POSITIVE_INFINITY;
    const rows: StoredRow[] = [];
    const pages = this.#client
      .listEntities({ queryOptions: { filter } })
      .byPage({ maxPageSize: Math.min(limit, mostRowsPerAnswer) });
    try {
      for await (const page of pages) {
        rows.push(...page.map(stored));
        if (rows.length >= limit) return rows.slice(0, limit);
      }
    } catch (cause) {
      throw failed("list", cause);
    }
    return rows;
  }

  async insert(row: Row): Promise<"inserted" | "exists"> {
    try {
      await this.#client.createEntity({ ...row });
      return "inserted";
    } catch (cause) {
      if (statusOf(cause) === 409) return "exists";
      throw failed("insert", cause);
    }
  }

  /** Replaces a row only if nobody has touched it; the new ETag, or nothing when they have. */
  async replace(row: Row, etag: string): Promise<string | undefined> {
    try {
      const { etag: next } = await this.#client.updateEntity({ ...row }, "Replace", { etag });
      return next ?? "";
    } catch (cause) {
      if (statusOf(cause) === 412 || statusOf(cause) === 404) return undefined;
      throw failed("replace", cause);
    }
  }

  async put(row: Row): Promise<void> {
    try {
      await this.#client.upsertEntity({ ...row }, "Replace");
    } catch (cause) {
      throw failed("put", cause);
    }
  }

  async remove(partitionKey: string, rowKey: string): Promise<void> {
    try {
      await this.#client.deleteEntity(partitionKey, rowKey);
    } catch (cause) {
      if (statusOf(cause) !== 404) throw failed("remove", cause);
    }
  }

  /**
   * All or nothing within one partition (at most 100 rows). The ETags of the rows written, in the
   * order given, or the status that refused it: 409 a row exists, 412 a row changed, 404 a row is gone.
   */
  async transact(actions: TransactionAction[]): Promise<readonly string[] | 404 | 409 | 412> {
    try {
      const { subResponses } = await this.#client.submitTransaction(actions);
      return subResponses.map(({ etag }) => etag ?? "");
    } catch (cause) {
      const status = statusOf(cause);
      if (status === 404 || status === 409 || status === 412) return status;
      throw failed("transact", cause);
    }
  }
}

function stored(entity: Record<string, unknown>): StoredRow {
  const { partitionKey, rowKey, etag } = entity;
  if (typeof partitionKey !== "string" || typeof rowKey !== "string" || typeof etag !== "string") {
    throw new Error("A table row came back without its keys.");
  }
  return { ...entity, partitionKey, rowKey, etag };
}

function statusOf(cause: unknown): number | undefined {
  return cause instanceof RestError ? cause.statusCode : undefined;
}

function failed(what: string, cause: unknown): Error {
  return new Error(`Table storage failed to ${what}.`, { cause });
}
