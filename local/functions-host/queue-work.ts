import { type DequeuedMessageItem, type QueueClient, RestError } from "@azure/storage-queue";
import type { CoreValue } from "./core-api.ts";
import type { AppFunction } from "./function-app.ts";
import type { HostLog } from "./host-log.ts";
import type { QueueSettings } from "./host-json.ts";
import type { Invoke } from "./invoke.ts";
import { decodeMessage } from "./queue-messages.ts";

/** As in Azure: a received message stays hidden this long, and longer while its function runs. */
export const hiddenSeconds = 600;

type QueueWorkOptions = {
  readonly fn: AppFunction;
  readonly queue: QueueClient;
  readonly poison: QueueClient;
  readonly settings: QueueSettings;
  readonly invoke: Invoke;
  readonly log: HostLog;
};

/** Returns what becomes of a received message: run and deleted, given back to be tried again, or set aside as poison. */
export function createQueueWork({ fn, queue, poison, settings, invoke, log }: QueueWorkOptions) {
  const setAside = async (message: DequeuedMessageItem, receipt: string, why: string) => {
    log("warning", `${fn.name} poisoned`, { why, dequeueCount: message.dequeueCount });
    await poison.createIfNotExists();
    await poison.sendMessage(message.messageText);
    await queue.deleteMessage(message.messageId, receipt);
  };

  return async (message: DequeuedMessageItem): Promise<void> => {
    const { dequeueCount, messageId, popReceipt } = message;
    if (dequeueCount > settings.maxDequeueCount) {
      await setAside(message, popReceipt, "tried too often");
      return;
    }
    const text = decodeMessage(message.messageText, settings.messageEncoding);
    if (text === undefined) {
      await setAside(message, popReceipt, `not in ${settings.messageEncoding}`);
      return;
    }
    const hiding = keepHidden(queue, message, log);
    const { ok } = await invoke(fn, {
      input: { string: text },
      triggerMetadata: triggerMetadata(message, text),
      logged: { dequeueCount },
    });
    const receipt = await hiding.end();
    if (ok) await queue.deleteMessage(messageId, receipt);
    else if (dequeueCount >= settings.maxDequeueCount) await setAside(message, receipt, "failed");
    else {
      const seconds = settings.visibilityTimeout / 1000;
      await queue.updateMessage(messageId, receipt, undefined, seconds);
    }
  };
}

/** Renews the hiding of a message while its function runs; `end` gives the receipt that is valid then. */
function keepHidden(
  queue: QueueClient,
  { messageId, popReceipt }: DequeuedMessageItem,
  log: HostLog,
) {
  let receipt = Promise.resolve(popReceipt);
  const renew = async (current: string): Promise<string> => {
    const { popReceipt: renewed } = await queue.updateMessage(
      messageId,
      current,
      undefined,
      hiddenSeconds,
    );
    return renewed ?? current;
  };
  const renewal = setInterval(
    () => {
      receipt = receipt.then(async (current) => {
        try {
          return await renew(current);
        } catch (error) {
          log("warning", "queue.renewal-failed", { queue: queue.name, error: reason(error) });
          return current;
        }
      });
    },
    (hiddenSeconds * 1000) / 2,
  );
  return {
    end: () => {
      clearInterval(renewal);
      return receipt;
    },
  };
}

const triggerMetadata = (
  message: DequeuedMessageItem,
  text: string,
): Readonly<Record<string, CoreValue>> => ({
  QueueTrigger: { string: text },
  Id: { string: message.messageId },
  PopReceipt: { string: message.popReceipt },
  DequeueCount: { json: String(message.dequeueCount) },
  InsertionTime: { json: JSON.stringify(message.insertedOn) },
  ExpirationTime: { json: JSON.stringify(message.expiresOn) },
  NextVisibleTime: { json: JSON.stringify(message.nextVisibleOn) },
});

/** A storage error in one word where it has one. */
export const reason = (error: unknown): string =>
  error instanceof RestError ? (error.code ?? error.message) : String(error);
