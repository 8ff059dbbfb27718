import { afterAll, beforeAll } from "vitest";
import { openStorage, type Storage } from "#api/adapters/storage.ts";
import { startAzurite, type Azurite } from "#local/azurite/azurite.ts";

/** An empty storage account for the tests of one file. */
export function useStorage(): {
  readonly storage: () => Storage;
  readonly azurite: () => Azurite;
} {
  let azurite: Azurite | undefined;
  let storage: Storage | undefined;
  beforeAll(async () => {
    azurite = await startAzurite();
    storage = await openStorage({ kind: "connection-string", value: azurite.connectionString });
  });
  afterAll(() => azurite?.stop());
  return { storage: () => opened(storage), azurite: () => opened(azurite) };
}

function opened<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("Storage is opened before the first test.");
  return value;
}
