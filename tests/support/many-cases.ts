import { TableClient, type TransactionAction } from "@azure/data-tables";
import { longJson } from "#api/adapters/tables/long-json.ts";
import type { Case } from "#api/domain/case/case.ts";
import { sha256 } from "#api/services/digest.ts";
import type { ViewKey } from "#api/domain/case/view-keys.ts";
import { linesOf } from "#api/services/lists/refresh-views.ts";
import type { Council } from "./council.ts";
import { storeCase } from "./stored-case.ts";

const rowsPerTransaction = 100;
const transactionsAtOnce = 8;

/** Fills storage with many cases like one that a mail began, as if the council had used Redress for long. */
export async function storeManyCases(council: Council, count: number): Promise<void> {
  const { case: model } = await storeCase(council);
  const ports = council.process();
  const cases: TransactionAction[][] = [];
  const views = new Map<string, TransactionAction[]>();
  for (let n = 0; n < count; n += 1) {
    const one = numbered(model, n);
    const lines = linesOf(ports, one).filter(({ key }) => !isOfOne(key, one));
    const projection = { rows: lines.map(({ key }) => key), version: one.version };
    cases.push([
      ["create", { partitionKey: one.id, rowKey: "state", ...longJson(one) }],
      ["create", { partitionKey: one.id, rowKey: "state:views", ...longJson(projection) }],
    ]);
    for (const { key, listed } of lines) {
      const list = views.get(key.partition) ?? [];
      list.push(["create", { partitionKey: key.partition, rowKey: key.row, ...longJson(listed) }]);
      views.set(key.partition, list);
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

/** Whether only this one case is found there: such rows make no difference to what anybody reads. */
function isOfOne({ partition, row }: ViewKey, { complainant }: Case): boolean {
  return partition === "find" && !shared.some((start) => row.startsWith(start(complainant.name)));
}

const shared = [3, 5, 8].map(
  (length) => (name: string) => sha256(name.toLowerCase().slice(0, length)).slice(0, 16),
);

/** Cases of as many people, all of one household and of one surname. */
function numbered(model: Case, n: number): Case {
  const { complainant } = model;
  const writer = { ...complainant, name: `${complainant.name} ${n}`, email: `p${n}@example.org` };
  return { ...model, id: referenceNumber(n), complainant: writer };
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
