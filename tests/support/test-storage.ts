import { TableClient, TableServiceClient } from "@azure/data-tables";
import { openStorage, type Storage } from "#api/adapters/storage.ts";
import { startAzurite } from "#local/azurite/azurite.ts";
import { seedDirectory } from "#local/seed.ts";
import { storageRequestsOf } from "./storage-requests.ts";

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
    requestsOf: async (run) =>
      (await storageRequestsOf(connectionString, run)).map(({ asked }) => asked),
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
