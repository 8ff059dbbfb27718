import { TableClient, type TransactionAction } from "@azure/data-tables";
import { longJson } from "#api/adapters/tables/long-json.ts";
import type { Case } from "#api/domain/case/case.ts";
import { listedCase } from "#api/domain/case/listed-case.ts";
import { viewKeysOf } from "#api/domain/case/view-keys.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import type { Council } from "./council.ts";
import { storeCase } from "./stored-case.ts";

const rowsPerTransaction = 100;
const transactionsAtOnce = 8;

/** Fills storage with many cases like one that a mail began, as if the council had used Redress for long. */
export async function storeManyCases(council: Council, count: number): Promise<void> {
  const { case: model } = await storeCase(council);
  const ports = council.process();
  const policy = policyOf(model.policy.id, model.policy.version);
  const context = { policy, calendar: ports.calendar, now: council.clock.now().toISOString() };
  const cases: TransactionAction[][] = [];
  const views = new Map<string, TransactionAction[]>();
  for (let n = 0; n < count; n += 1) {
    const one: Case = { ...model, id: referenceNumber(n) };
    const rows = viewKeysOf(one, context);
    const projection = { rows, version: one.version };
    cases.push([
      ["create", { partitionKey: one.id, rowKey: "state", ...longJson(one) }],
      ["create", { partitionKey: one.id, rowKey: "state:views", ...longJson(projection) }],
    ]);
    const line = longJson(listedCase(one, policy, ports.calendar));
    for (const { partition, row } of rows) {
      const list = views.get(partition) ?? [];
      list.push(["create", { partitionKey: partition, rowKey: row, ...line }]);
      views.set(partition, list);
    }
  }
  const lists = [...views.values()].flatMap((rows) =>
    Array.from({ length: Math.ceil(rows.length / rowsPerTransaction) }, (_, page) =>
      rows.slice(page * rowsPerTransaction, (page + 1) * rowsPerTransaction),
    ),
  );
  await submit(council, "cases", cases);
  await submit(council, "views", lists);
}

function referenceNumber(n: number): string {
  const digits = String(n).padStart(6, "0");
  return `CMP-${digits.slice(0, 4)}-${digits.slice(4)}`;
}

async function submit(
  council: Council,
  table: string,
  transactions: readonly TransactionAction[][],
): Promise<void> {
  const { connectionString } = council.storage;
  const insecure = { allowInsecureConnection: true };
  const client = TableClient.fromConnectionString(connectionString, table, insecure);
  const left = [...transactions];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      await client.submitTransaction(next);
    }
  };
  await Promise.all(Array.from({ length: transactionsAtOnce }, worker));
}
