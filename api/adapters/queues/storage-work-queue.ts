import type { QueueClient } from "@azure/storage-queue";
import type { CaseId } from "../../domain/case/vocabulary.ts";
import type { MailHandle } from "../../services/ports/mailbox.ts";
import type { WorkQueue } from "../../services/ports/work-queue.ts";

/** The names of the queues, for those who put in and those who take out. */
export const queueNames = {
  sync: "mailbox-sync",
  intake: "mail-intake",
  drain: "case-drain",
} as const;

export type Queues = Readonly<Record<keyof typeof queueNames, QueueClient>>;

/** Messages hold ids only (invariant I8) and never expire before they are worked off. */
export class StorageWorkQueue implements WorkQueue {
  readonly #queues: Queues;

  constructor(queues: Queues) {
    this.#queues = queues;
  }

  syncMailbox(mailbox: string): Promise<void> {
    return put(this.#queues.sync, { mailbox });
  }

  takeIn({ mailbox, graphId }: MailHandle, delaySeconds?: number): Promise<void> {
    return put(this.#queues.intake, { mailbox, graphId }, delaySeconds);
  }

  drainCase(caseId: CaseId, delaySeconds: number): Promise<void> {
    return put(this.#queues.drain, { caseId }, delaySeconds);
  }
}

const neverExpires = -1;

async function put(queue: QueueClient, work: object, delaySeconds = 0): Promise<void> {
  await queue.sendMessage(JSON.stringify(work), {
    messageTimeToLive: neverExpires,
    visibilityTimeout: delaySeconds,
  });
}
