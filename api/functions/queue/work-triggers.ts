import { app, type StorageQueueHandler } from "@azure/functions";
import { workIn, type Work } from "../../services/ports/work-queue.ts";

/** Does one message of work; `delivery` counts from 1 how often the message was handed out. */
export type PerformWork = (work: Work, delivery: number) => Promise<unknown>;

export type WorkQueueNames = {
  readonly sync: string;
  readonly intake: string;
  readonly drain: string;
};

const connection = "AzureWebJobsStorage";
/** One queue and what works on its messages. */
export type WorkTrigger = {
  readonly name: string;
  readonly queueName: string;
  readonly handler: StorageQueueHandler;
};

/** Gives the queues' workers to the Functions host. */
export function registerWorkTriggers(queues: WorkQueueNames, perform: PerformWork): void {
  for (const { name, ...trigger } of workTriggers(queues, perform)) {
    app.storageQueue(name, { connection, ...trigger });
  }
}

/** The queues' workers. Whatever throws is delivered again, and in the end set aside as poison. */
export function workTriggers(queues: WorkQueueNames, perform: PerformWork): WorkTrigger[] {
  const trigger = (name: string, queue: Work["queue"]): WorkTrigger => ({
    name,
    queueName: queues[queue],
    handler: async (message, { triggerMetadata }) => {
      // The host parses a message that looks like JSON before it hands it over.
      const text = typeof message === "string" ? message : JSON.stringify(message);
      await perform(workIn(queue, text), deliveryIn(triggerMetadata));
    },
  });
  return [
    trigger("mailbox-sync", "sync"),
    trigger("mail-intake", "intake"),
    trigger("case-drain", "drain"),
  ];
}

function deliveryIn(metadata: Readonly<Record<string, unknown>> | undefined): number {
  const count = Number(metadata?.dequeueCount);
  return Number.isInteger(count) && count > 0 ? count : 1;
}
