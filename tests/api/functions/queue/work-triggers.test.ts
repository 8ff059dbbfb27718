import { InvocationContext } from "@azure/functions";
import { describe, expect, it } from "vitest";
import { workTriggers, type Work } from "#api/functions/queue/work-triggers.ts";

const queues = { sync: "sync-queue", intake: "intake-queue", drain: "drain-queue" };

/** Delivers a message to a queue, and tells what was done. */
async function deliver(queueName: string, message: unknown, work: Partial<Work> = {}) {
  const done: unknown[] = [];
  const doing = (name: string) => (what: unknown) => Promise.resolve(done.push([name, what]));
  const triggers = workTriggers(queues, {
    syncMailbox: doing("sync"),
    watchMailbox: (mailbox, news) => doing("watch")({ mailbox, news }),
    takeInMail: doing("take in"),
    drainCase: doing("drain"),
    ...work,
  });
  const trigger = triggers.find((one) => one.queueName === queueName);
  await trigger?.handler(message, new InvocationContext());
  return done;
}

describe("a message of work", () => {
  it.each([
    [
      queues.sync,
      { mailbox: "complaints@wexcombe.gov.uk" },
      ["sync", "complaints@wexcombe.gov.uk"],
    ],
    [
      queues.sync,
      { mailbox: "m", watch: { why: "subscriptionRemoved", subscription: "s1" } },
      ["watch", { mailbox: "m", news: { why: "subscriptionRemoved", subscription: "s1" } }],
    ],
    [queues.intake, { mailbox: "m", graphId: "g" }, ["take in", { mailbox: "m", graphId: "g" }]],
    [queues.drain, { caseId: "CMP-7K3Q-9D" }, ["drain", "CMP-7K3Q-9D"]],
  ])("in %s is done, whether the host has parsed it or not", async (queue, message, done) => {
    expect(await deliver(queue, message)).toEqual([done]);
    expect(await deliver(queue, JSON.stringify(message))).toEqual([done]);
  });

  it.each([["no JSON"], [{ caseId: 7 }], [{}], [null]])(
    "that nobody of us wrote is refused, so that the host sets it aside: %j",
    async (message) => {
      await expect(deliver(queues.drain, message)).rejects.toThrow();
    },
  );

  it("whose work fails is refused, so that the host delivers it again", async () => {
    const away = new Error("storage is away");
    const failing = { drainCase: () => Promise.reject(away) };
    await expect(deliver(queues.drain, { caseId: "CMP-7K3Q-9D" }, failing)).rejects.toBe(away);
  });
});
