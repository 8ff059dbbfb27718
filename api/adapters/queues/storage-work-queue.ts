import type { QueueClient } from "@azure/storage-queue";
import type { CaseId } from "../../domain/case/vocabulary.ts";
import type { MailHandle } from "../../services/ports/mailbox.ts";
import {
  workIn,
  type GivenUp,
  type WatchNews,
  type Work,
  type WorkQueue,
} from "../../services/ports/work-queue.ts";

/** The names of the queues, for those who put in and those who take out. */
export const queueNames = {
  sync: "mailbox-sync",
  intake: "mail-intake",
  drain: "case-drain",
} as const;

type QueueName = keyof typeof queueNames;

export type Queues = Readonly<Record<QueueName, QueueClient>> & {
  /** Where the Functions host puts what failed too often (`maxDequeueCount` in host.json). */
  readonly poison: Readonly<Record<QueueName, QueueClient>>;
};

const mostAtOnce = 32;
const hiddenSeconds = 300;

/** Messages hold ids only (invariant I8) and never expire before they are worked off. */
export class StorageWorkQueue implements WorkQueue {
  readonly #queues: Queues;

  constructor(queues: Queues) {
    this.#queues = queues;
  }

  syncMailbox(mailbox: string, delaySeconds?: number): Promise<void> {
    return put(this.#queues.sync, { mailbox }, delaySeconds);
  }

  watchMailbox(mailbox: string, watch: WatchNews, delaySeconds?: number): Promise<void> {
    return put(this.#queues.sync, { mailbox, watch }, delaySeconds);
  }

  takeIn({ mailbox, graphId }: MailHandle, delaySeconds?: number): Promise<void> {
    return put(this.#queues.intake, { mailbox, graphId }, delaySeconds);
  }

  drainCase(caseId: CaseId, delaySeconds: number): Promise<void> {
    return put(this.#queues.drain, { caseId }, delaySeconds);
  }

  async givenUp(): Promise<readonly GivenUp[]> {
    const names = ["sync", "intake", "drain"] as const;
    return (await Promise.all(names.map((name) => this.#givenUpIn(name)))).flat();
  }

  async #givenUpIn(name: QueueName): Promise<GivenUp[]> {
    const queue = this.#queues.poison[name];
    const { receivedMessageItems } = await queue.receiveMessages({
      numberOfMessages: mostAtOnce,
      visibilityTimeout: hiddenSeconds,
    });
    return receivedMessageItems.map(({ messageId, popReceipt, messageText }) => ({
      work: readableWork(name, messageText),
      id: messageId,
      forget: async () => {
        await queue.deleteMessage(messageId, popReceipt);
      },
    }));
  }
}

function readableWork(name: QueueName, text: string): Work | undefined {
  try {
    return workIn(name, text);
  } catch {
    // Nobody of us wrote it.
    return undefined;
  }
}

const neverExpires = -1;

async function put(queue: QueueClient, work: object, delaySeconds = 0): Promise<void> {
  await queue.sendMessage(JSON.stringify(work), {
    messageTimeToLive: neverExpires,
    visibilityTimeout: delaySeconds,
  });
}
