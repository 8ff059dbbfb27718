import { app, type StorageQueueHandler } from "@azure/functions";
import { z } from "zod";
import type { Work } from "../../services/ports/work-queue.ts";

/** Does one message of work; `delivery` counts from 1 how often the message was handed out. */
export type PerformWork = (work: Work, delivery: number) => Promise<unknown>;

export type WorkQueueNames = {
  readonly sync: string;
  readonly intake: string;
  readonly drain: string;
};

const connection = "AzureWebJobsStorage";
const Sync = z.object({
  mailbox: z.string(),
  watch: z
    .object({
      why: z.enum(["due", "reauthorizationRequired", "subscriptionRemoved"]),
      subscription: z.string().optional(),
    })
    .optional(),
});
const Intake = z.object({ mailbox: z.string(), graphId: z.string() });
const Drain = z.object({ caseId: z.string() });

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
  const worker = <T extends object>(
    schema: z.ZodType<T>,
    workOf: (content: T) => Work,
  ): StorageQueueHandler => {
    return async (message, { triggerMetadata }) => {
      // The host parses a message that looks like JSON before it hands it over.
      const content: unknown = typeof message === "string" ? JSON.parse(message) : message;
      await perform(workOf(schema.parse(content)), deliveryIn(triggerMetadata));
    };
  };
  return [
    {
      name: "mailbox-sync",
      queueName: queues.sync,
      handler: worker(Sync, (content) => ({ queue: "sync", ...content })),
    },
    {
      name: "mail-intake",
      queueName: queues.intake,
      handler: worker(Intake, (content) => ({ queue: "intake", ...content })),
    },
    {
      name: "case-drain",
      queueName: queues.drain,
      handler: worker(Drain, (content) => ({ queue: "drain", ...content })),
    },
  ];
}

function deliveryIn(metadata: Readonly<Record<string, unknown>> | undefined): number {
  const count = Number(metadata?.dequeueCount);
  return Number.isInteger(count) && count > 0 ? count : 1;
}
