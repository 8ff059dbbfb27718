import { InvocationContext } from "@azure/functions";
import { describe, expect, it } from "vitest";
import { workTriggers, type PerformWork } from "#api/functions/queue/work-triggers.ts";

const queues = { sync: "sync-queue", intake: "intake-queue", drain: "drain-queue" };

/** Delivers a message to a queue for the second time, and tells what was asked to be done. */
async function deliver(
  queueName: string,
  message: unknown,
  perform: PerformWork = () => Promise.resolve(),
) {
  const done: unknown[] = [];
  const triggers = workTriggers(queues, (work, delivery) => {
    done.push([work, delivery]);
    return perform(work, delivery);
  });
  const trigger = triggers.find((one) => one.queueName === queueName);
  const context = new InvocationContext({ triggerMetadata: { dequeueCount: 2 } });
  await trigger?.handler(message, context);
  return done;
}

describe("a message of work", () => {
  it.each([
    ["sync", queues.sync, { mailbox: "complaints@wexcombe.gov.uk" }],
    [
      "sync",
      queues.sync,
      { mailbox: "m", watch: { why: "subscriptionRemoved", subscription: "s1" } },
    ],
    ["intake", queues.intake, { mailbox: "m", graphId: "g" }],
    ["drain", queues.drain, { caseId: "CMP-7K3Q-9D" }],
  ])("of %s in %s is done, whether the host has parsed it or not", async (name, queue, message) => {
    const done = [[{ queue: name, ...message }, 2]];
    expect(await deliver(queue, message)).toEqual(done);
    expect(await deliver(queue, JSON.stringify(message))).toEqual(done);
  });

  it.each([["no JSON"], [{ caseId: 7 }], [{}], [null]])(
    "that nobody of us wrote is refused, so that the host sets it aside: %j",
    async (message) => {
      await expect(deliver(queues.drain, message)).rejects.toThrow();
    },
  );

  it("whose work fails is refused, so that the host delivers it again", async () => {
    const away = new Error("storage is away");
    const failing = () => Promise.reject(away);
    await expect(deliver(queues.drain, { caseId: "CMP-7K3Q-9D" }, failing)).rejects.toBe(away);
  });
});
