import { type DequeuedMessageItem, QueueClient } from "@azure/storage-queue";
import type { Activity } from "./activity.ts";
import type { AppFunction } from "./function-app.ts";
import type { QueueSettings } from "./host-json.ts";
import type { HostLog } from "./host-log.ts";
import type { Invoke } from "./invoke.ts";
import { createQueuePoller, type QueuePoller } from "./queue-poller.ts";
import { createQueueWork, hiddenSeconds, reason } from "./queue-work.ts";
import type { BindingSettings } from "./settings.ts";

/** One queue function, fed from its queue; pausing holds back new messages, those received are finished. */
export type QueueListener = Omit<QueuePoller, "start"> & {
  start(): Promise<void>;
  /** Whether a request for messages is under way, which could bring work. */
  readonly isReceiving: boolean;
  /** Whether a message waits that could be received now. */
  hasVisible(): Promise<boolean>;
};

type QueueListenerOptions = {
  readonly bindings: BindingSettings;
  readonly settings: QueueSettings;
  readonly invoke: Invoke;
  readonly activity: Activity;
  readonly log: HostLog;
};

/** Feeds one queue function with Azure's rules for batches, retries and poison; throws when its queue is not named. */
export function createQueueListener(
  fn: AppFunction,
  { bindings, settings, invoke, activity, log }: QueueListenerOptions,
): QueueListener {
  const name = bindings.text(fn, fn.trigger.binding, "queueName");
  const connection = bindings.connectionString(fn, fn.trigger.binding);
  const queue = new QueueClient(connection, name);
  const poison = new QueueClient(connection, `${name}-poison`);
  const work = createQueueWork({ fn, queue, poison, settings, invoke, log });
  let inFlight = 0;
  let isReceiving = false;

  const handle = async (message: DequeuedMessageItem): Promise<void> => {
    inFlight += 1;
    try {
      await work(message);
    } catch (error) {
      // Its next delivery settles it: the message is only hidden, not gone.
      log("warning", "queue.message-not-settled", { queue: name, error: reason(error) });
    } finally {
      inFlight -= 1;
    }
  };

  const receive = async (): Promise<number> => {
    if (inFlight > settings.newBatchThreshold) return 0;
    isReceiving = true;
    try {
      const { receivedMessageItems } = await queue.receiveMessages({
        numberOfMessages: settings.batchSize,
        visibilityTimeout: hiddenSeconds,
      });
      for (const message of receivedMessageItems) void activity.track(() => handle(message));
      return receivedMessageItems.length;
    } catch (error) {
      log("warning", "queue.not-reached", { queue: name, error: reason(error) });
      return 0;
    } finally {
      isReceiving = false;
    }
  };

  const poller = createQueuePoller({ receive, longestRestMs: settings.maxPollingInterval });
  return {
    ...poller,
    async start() {
      await queue.createIfNotExists();
      poller.start();
    },
    get isReceiving() {
      return isReceiving;
    },
    async hasVisible() {
      return (await queue.peekMessages()).peekedMessageItems.length > 0;
    },
  };
}
