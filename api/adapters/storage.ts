import { ManagedIdentityApplication } from "@azure/msal-node";
import { TableClient } from "@azure/data-tables";
import { BlobServiceClient } from "@azure/storage-blob";
import { type QueueClient, QueueServiceClient } from "@azure/storage-queue";
import { PartitionedTable } from "./tables/partitioned-table.ts";
import { queueNames, type Queues } from "./queues/storage-work-queue.ts";

export type StorageSettings =
  | { readonly kind: "connection-string"; readonly value: string }
  | {
      readonly kind: "managed-identity";
      readonly accountName: string;
      readonly clientId: string;
    };

const tableNames = ["cases", "views", "mail", "people", "conversations", "sync"] as const;
type TableName = (typeof tableNames)[number];

const containerNames = ["texts", "evidence", "leases"] as const;
type ContainerName = (typeof containerNames)[number];

/** The tables, queues and blob containers of one storage account. */
export type Storage = {
  readonly tables: Readonly<Record<TableName, PartitionedTable>>;
  readonly queues: Queues;
  readonly containers: Readonly<
    Record<ContainerName, ReturnType<BlobServiceClient["getContainerClient"]>>
  >;
};

/** Connects to storage and makes what is missing in it; safe to call at every start. */
export async function openStorage(settings: StorageSettings): Promise<Storage> {
  const { table, queues, blobs } = clientsFor(settings);
  const storage: Storage = {
    tables: record(tableNames, (name) => new PartitionedTable(table(name))),
    queues: {
      sync: queues.getQueueClient(queueNames.sync),
      intake: queues.getQueueClient(queueNames.intake),
      drain: queues.getQueueClient(queueNames.drain),
      poison: {
        sync: queues.getQueueClient(`${queueNames.sync}-poison`),
        intake: queues.getQueueClient(`${queueNames.intake}-poison`),
        drain: queues.getQueueClient(`${queueNames.drain}-poison`),
      },
    },
    containers: record(containerNames, (name) => blobs.getContainerClient(name)),
  };
  await Promise.all([
    ...Object.values(storage.tables).map((one) => one.create()),
    ...queuesOf(storage.queues).map((one) => one.createIfNotExists()),
    ...Object.values(storage.containers).map((one) => one.createIfNotExists()),
  ]);
  return storage;
}

function queuesOf({ poison, ...queues }: Queues): QueueClient[] {
  return [...Object.values(queues), ...Object.values(poison)];
}

function clientsFor(settings: StorageSettings) {
  if (settings.kind === "connection-string") {
    const { value } = settings;
    // Only an emulator on this very machine may be spoken to without TLS.
    const allowInsecureConnection = /TableEndpoint=http:\/\/127\.0\.0\.1[:/]/.test(value);
    return {
      table: (name: string) =>
        TableClient.fromConnectionString(value, name, { allowInsecureConnection }),
      queues: QueueServiceClient.fromConnectionString(value),
      blobs: BlobServiceClient.fromConnectionString(value),
    };
  }
  const credential = managedIdentity(settings.clientId);
  const host = (service: string) => `https://${settings.accountName}.${service}.core.windows.net`;
  return {
    table: (name: string) => new TableClient(host("table"), name, credential),
    queues: new QueueServiceClient(host("queue"), credential),
    blobs: new BlobServiceClient(host("blob"), credential),
  };
}

function managedIdentity(clientId: string) {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
  });
  return {
    getToken: async () => {
      const resource = "https://storage.azure.com/";
      const { accessToken, expiresOn } = await identity.acquireToken({ resource });
      return { token: accessToken, expiresOnTimestamp: expiresOn?.getTime() ?? 0 };
    },
  };
}

function record<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}
