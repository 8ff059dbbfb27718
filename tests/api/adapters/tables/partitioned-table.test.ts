import { Readable } from "node:stream";
import { TableClient } from "@azure/data-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PartitionedTable, type Row } from "#api/adapters/tables/partitioned-table.ts";
import { startAzurite, type Azurite } from "#local/azurite/azurite.ts";

let azurite: Azurite;
let table: PartitionedTable;

beforeAll(async () => {
  azurite = await startAzurite();
  table = new PartitionedTable(clientOf(azurite.connectionString, "things"));
  await table.create();
});
afterAll(() => azurite.stop());

function clientOf(connectionString: string, name: string): TableClient {
  return TableClient.fromConnectionString(connectionString, name, {
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
  });
}

const row = (partitionKey: string, rowKey: string, word = "one"): Row => ({
  partitionKey,
  rowKey,
  word,
});
const words = (rows: readonly Row[]) => rows.map(({ rowKey }) => rowKey);

describe("one row", () => {
  it("that is not there is nothing, not an error", async () => {
    expect(await table.find("none", "none")).toBeUndefined();
    await table.remove("none", "none");
  });

  it("is inserted once", async () => {
    expect(await table.insert(row("insert", "a"))).toBe("inserted");
    expect(await table.insert(row("insert", "a", "two"))).toBe("exists");
    expect(await table.find("insert", "a")).toMatchObject({ word: "one" });
  });

  it("is replaced only as it was read", async () => {
    await table.put(row("replace", "a"));
    const read = await table.find("replace", "a");
    const etag = read?.etag ?? "";
    const next = await table.replace(row("replace", "a", "two"), etag);
    expect(next).toBeTypeOf("string");
    expect(await table.replace(row("replace", "a", "three"), etag)).toBeUndefined();
    expect(await table.find("replace", "a")).toMatchObject({ word: "two", etag: next });
  });

  it("that has gone is not brought back by replacing it", async () => {
    await table.put(row("gone", "a"));
    const etag = (await table.find("gone", "a"))?.etag ?? "";
    await table.remove("gone", "a");
    expect(await table.replace(row("gone", "a"), etag)).toBeUndefined();
    expect(await table.find("gone", "a")).toBeUndefined();
  });

  it("loses the properties that a replacement leaves out", async () => {
    await table.put({ ...row("whole", "a"), extra: "old" });
    await table.put(row("whole", "a"));
    expect(await table.find("whole", "a")).not.toHaveProperty("extra");
  });

  it.each(["quote ' in it", "100 % sure", "é🙂"])("may be called “%s”", async (key) => {
    await table.put(row(key, key));
    expect(await table.find(key, key)).toMatchObject({ word: "one" });
    expect(words(await table.range(key, { from: " ", before: "￿" }))).toEqual([key]);
  });
});

describe("a range", () => {
  beforeAll(async () => {
    for (const key of ["a", "b", "c", "d"]) await table.put(row("range", key));
    await table.put(row("range2", "b"));
  });

  it("holds the rows from its beginning to before its end, of its partition alone, in order", async () => {
    expect(words(await table.range("range", { from: "b", before: "d" }))).toEqual(["b", "c"]);
  });

  it("stops at its limit", async () => {
    expect(words(await table.range("range", { from: "a", before: "z", limit: 3 }))).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("is read to its end, beyond the thousand rows that one answer holds", async () => {
    const keys = Array.from({ length: 1010 }, (_, n) => String(n).padStart(4, "0"));
    for (let from = 0; from < keys.length; from += 100) {
      const part = keys.slice(from, from + 100).map((key) => row("long", key));
      await table.transact(part.map((entity) => ["create", entity]));
    }
    expect(words(await table.range("long", { from: "0", before: "9" }))).toEqual(keys);
  });

  it("is read on when an answer is empty and more follows, as Azure's may be", async () => {
    const found = { ...row("p", "a"), etag: "e" };
    const client = { listEntities: () => ({ byPage: () => Readable.from([[], [found], []]) }) };
    const azure = new PartitionedTable(client as unknown as TableClient);
    expect(await azure.range("p", { from: "a", before: "z" })).toEqual([found]);
    expect(await azure.range("p", { from: "a", before: "z", limit: 1 })).toEqual([found]);
  });
});

describe("a transaction", () => {
  it("writes all of its rows and answers their ETags in order", async () => {
    const etags = await table.transact([
      ["create", row("all", "a")],
      ["create", row("all", "b")],
    ]);
    const rows = await table.range("all", { from: "a", before: "z" });
    expect(etags).toEqual(rows.map(({ etag }) => etag));
  });

  it.each([
    ["409 when a row exists", 409, ["create", row("tx-409", "taken")]],
    [
      "412 when a row has changed",
      412,
      [
        "update",
        row("tx-412", "taken"),
        "Replace",
        { etag: "W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"" },
      ],
    ],
    ["404 when a row has gone", 404, ["delete", { partitionKey: "tx-404", rowKey: "gone" }]],
  ] as const)("is refused with %s, and writes none of its rows", async (_words, status, action) => {
    const partition = `tx-${status}`;
    await table.put(row(partition, "taken"));
    const outcome = await table.transact([["create", row(partition, "new")], [...action]]);
    expect(outcome).toBe(status);
    expect(words(await table.range(partition, { from: "a", before: "z" }))).toEqual(["taken"]);
  });
});

it("throws, with the cause, when storage does not answer", async () => {
  const nowhere = azurite.connectionString.replace(
    /TableEndpoint=[^;]+/,
    "TableEndpoint=http://127.0.0.1:9/devstoreaccount1",
  );
  const away = new PartitionedTable(clientOf(nowhere, "things"));
  await expect(away.find("a", "b")).rejects.toMatchObject({
    message: "Table storage failed to read.",
    cause: { name: "RestError" },
  });
  await expect(away.transact([["create", row("a", "b")]])).rejects.toThrow("failed to transact");
});
