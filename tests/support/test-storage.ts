import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import { TableClient, TableServiceClient } from "@azure/data-tables";
import { openStorage, type Storage } from "#api/adapters/storage.ts";
import { startAzurite } from "#local/azurite/azurite.ts";
import { seedDirectory } from "#local/seed.ts";

/** What a scenario fills; the directory stays. */
const scenarioTables = ["cases", "views", "mail", "conversations", "sync"] as const;
export type ScenarioTable = (typeof scenarioTables)[number];

export type TestRow = {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly [property: string]: unknown;
};

/** One Azurite in memory with the council's directory in it. */
export type TestStorage = Storage & {
  readonly connectionString: string;
  /** Moves Azurite's own time, so that a delayed message becomes visible. */
  readonly moveClock: (offsetMs: number) => Promise<void>;
  /** Makes the scenario's tables new. */
  readonly empty: () => Promise<void>;
  /** Every row of a table, as no code of the product may read it. */
  readonly rows: (table: ScenarioTable) => Promise<TestRow[]>;
  /** The requests that reached Azurite while something ran, such as `GET /cases()`. */
  readonly requestsOf: (run: () => Promise<unknown>) => Promise<string[]>;
  readonly stop: () => Promise<void>;
};

export async function startTestStorage(): Promise<TestStorage> {
  const azurite = await startAzurite();
  const { connectionString } = azurite;
  const storage = await openStorage({ kind: "connection-string", value: connectionString });
  await seedDirectory(connectionString);
  const insecure = { allowInsecureConnection: true };
  const service = TableServiceClient.fromConnectionString(connectionString, insecure);
  const everything = async (table: ScenarioTable): Promise<TestRow[]> => {
    const client = TableClient.fromConnectionString(connectionString, table, insecure);
    const rows: TestRow[] = [];
    for await (const row of client.listEntities<TestRow>()) rows.push(row);
    return rows;
  };
  return {
    ...storage,
    connectionString,
    moveClock: azurite.moveClock,
    stop: azurite.stop,
    rows: everything,
    requestsOf: (run) => requestsTo(connectionString, run),
    empty: async () => {
      await Promise.all(
        scenarioTables.map(async (table) => {
          await service.deleteTable(table);
          await service.createTable(table);
        }),
      );
    },
  };
}

/** Counts on the wire: whatever a library does of its own accord is counted too. */
async function requestsTo(
  connectionString: string,
  run: () => Promise<unknown>,
): Promise<string[]> {
  const places = [...connectionString.matchAll(/Endpoint=http:\/\/([^/]+)/g)].map(([, at]) => at);
  const requests: string[] = [];
  const note = (message: unknown): void => {
    const { request } = message as { request: ClientRequest };
    if (!places.includes(String(request.getHeader("host")))) return;
    const path = decodeURIComponent(request.path.replace(/^\/devstoreaccount1/, ""));
    requests.push(`${request.method} ${path}`);
  };
  subscribe("http.client.request.start", note);
  try {
    await run();
  } finally {
    unsubscribe("http.client.request.start", note);
  }
  return requests;
}
