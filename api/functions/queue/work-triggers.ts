import { app, type StorageQueueHandler } from "@azure/functions";
import { z } from "zod";
import type { WatchNews } from "../../services/ports/work-queue.ts";

export type Work = {
  readonly syncMailbox: (mailbox: string) => Promise<unknown>;
  readonly watchMailbox: (mailbox: string, news: WatchNews) => Promise<unknown>;
  readonly takeInMail: (mail: { mailbox: string; graphId: string }) => Promise<unknown>;
  readonly drainCase: (caseId: string) => Promise<unknown>;
};

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
export function registerWorkTriggers(queues: WorkQueueNames, work: Work): void {
  for (const { name, ...trigger } of workTriggers(queues, work)) {
    app.storageQueue(name, { connection, ...trigger });
  }
}

/** The queues' workers. Whatever throws is delivered again, and in the end set aside as poison. */
export function workTriggers(queues: WorkQueueNames, work: Work): WorkTrigger[] {
  return [
    {
      name: "mailbox-sync",
      queueName: queues.sync,
      handler: worker(Sync, ({ mailbox, watch }) =>
        watch === undefined ? work.syncMailbox(mailbox) : work.watchMailbox(mailbox, watch),
      ),
    },
    {
      name: "mail-intake",
      queueName: queues.intake,
      handler: worker(Intake, (mail) => work.takeInMail(mail)),
    },
    {
      name: "case-drain",
      queueName: queues.drain,
      handler: worker(Drain, ({ caseId }) => work.drainCase(caseId)),
    },
  ];
}

// The host parses a message that looks like JSON before it hands it over.
function worker<T>(schema: z.ZodType<T>, run: (work: T) => Promise<unknown>): StorageQueueHandler {
  return async (message) => {
    const content: unknown = typeof message === "string" ? JSON.parse(message) : message;
    await run(schema.parse(content));
  };
}
