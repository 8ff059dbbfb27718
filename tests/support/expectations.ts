import { expect } from "vitest";
import type { ViewKey } from "#api/domain/case/view-keys.ts";
import type { StoredCase } from "#api/services/ports/case-store.ts";
import { linesOf } from "#api/services/lists/refresh-views.ts";
import type { Council } from "./council.ts";
import type { TestRow } from "./test-storage.ts";

/** The references of all cases there are. */
export async function caseIds(council: Council): Promise<string[]> {
  const rows = await council.storage.rows("cases");
  return rows.filter(({ rowKey }) => rowKey === "state").map(({ partitionKey }) => partitionKey);
}

export async function onlyCase(council: Council): Promise<StoredCase> {
  const [caseId, ...others] = await caseIds(council);
  expect(others, "there is exactly one case").toEqual([]);
  return storedCase(council, caseId ?? "none");
}

export async function storedCase(council: Council, caseId: string): Promise<StoredCase> {
  const stored = await council.process().cases.find(caseId);
  if (stored === undefined) throw new Error(`There is no case ${caseId}.`);
  return stored;
}

export async function ledgerRows(council: Council): Promise<TestRow[]> {
  const rows = await council.storage.rows("mail");
  return rows.filter(({ partitionKey }) => /^\d/.test(partitionKey));
}

/** What must hold of every case whenever nothing is under way: nothing owed, and lists that say what it says. */
export async function expectQuiet(council: Council): Promise<void> {
  expect(council.queue.waiting, "nothing waits").toEqual([]);
  expect(council.queue.poison, "nothing was given up").toEqual([]);
  const ports = council.process();
  await ports.holidays.catchUp();
  const expected = new Map<string, string>();
  for (const caseId of await caseIds(council)) {
    expect(await ports.cases.pendingEffects(caseId), `${caseId} owes nothing`).toEqual([]);
    const stored = await storedCase(council, caseId);
    for (const { key, listed } of linesOf(ports, stored.case)) {
      expected.set(nameOf(key), JSON.stringify(listed));
    }
  }
  const shown = (await council.storage.rows("views")).map((row) => {
    const name = nameOf({ partition: row.partitionKey, row: row.rowKey });
    return row.json0 === expected.get(name) ? name : `${name}, but not as the case is`;
  });
  expect(shown.toSorted(), "the lists hold every case once").toEqual(
    [...expected.keys()].toSorted(),
  );
}

function nameOf({ partition, row }: ViewKey): string {
  return `${partition} ${row}`;
}

/** Invariant I8: none of these words ever reached a log line or a queue message. */
export function expectNothingPersonal(council: Council, words: readonly string[]): void {
  const written = [...council.log, ...council.queue.sent].join("\n").toLowerCase();
  const found = words.filter((word) => written.includes(word.toLowerCase()));
  expect(found, "words that belong to a person, in log lines or queue messages").toEqual([]);
}
