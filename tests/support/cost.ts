import { StorageWorkQueue } from "#api/adapters/queues/storage-work-queue.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import { estate } from "#local/estate.ts";
import type { Council } from "./council.ts";
import { storageRequestsOf, type StorageRequest } from "./storage-requests.ts";

/** What a piece of work asked of the world, counted on the wire. */
export type Cost = {
  /** Of tables, blobs and queues. */
  readonly storage: readonly StorageRequest[];
  /** Such as `POST /v1.0/users/…/send`. */
  readonly graph: readonly string[];
  /** Leases of a slot for Graph: by the time that goes by, and not by the work that is done. */
  readonly leases: number;
};

/** Runs a piece of work and counts what it asked of storage and of Graph. */
export async function costOf(council: Council, work: () => Promise<unknown>): Promise<Cost> {
  let graph: string[] = [];
  const storage = await storageRequestsOf(council.storage.connectionString, async () => {
    graph = await council.microsoft.requestsOf(work);
  });
  return {
    storage: storage.filter((request) => !isLease(request)),
    graph,
    leases: storage.filter(isLease).length,
  };
}

function isLease({ service, asked }: StorageRequest): boolean {
  return service === "blob" && asked.startsWith("PUT /leases/");
}

/**
 * A process that has been at work for a moment: it has the directory, a token, a slot for Graph and the folders
 * of the mailbox at hand.
 * Its queues are storage's own, so that every message is counted too.
 */
export async function warmProcess(council: Council): Promise<Ports> {
  const queue = new StorageWorkQueue(council.storage.queues);
  const ports = Object.assign(council.process(), { queue });
  await ports.directory.services();
  await ports.mailbox.findMarked(estate.mailbox, "nothing");
  // Which folder is which is asked once.
  await ports.mailbox
    .listSince(estate.mailbox, "2100-01-01T00:00:00Z")
    [Symbol.asyncIterator]()
    .next();
  return ports;
}

/** Whether the platform asked, to hand a message over to the app and to put it out of the queue afterwards. */
export function isHandover({ service, asked }: StorageRequest): boolean {
  return service === "queue" && /^(GET|DELETE) /.test(asked);
}

/** The queries and look-ups among the requests. */
export function queriesOf({ storage }: Cost): StorageRequest[] {
  return storage.filter(({ service, asked }) => service === "table" && asked.startsWith("GET "));
}

export function rowsReadBy({ storage }: Cost): number {
  return storage.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
}
