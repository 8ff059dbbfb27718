import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { QueueClient } from "@azure/storage-queue";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Azurite, startAzurite } from "#local/azurite/azurite.ts";
import type { FunctionsHost } from "#local/functions-host/functions-host.ts";
import { type FixtureApp, fixtureApp } from "./fixture-app.ts";

const minute = 60_000;
const deadline = { timeout: 20_000 };

describe("queue functions in the host", () => {
  let azurite: Azurite;
  let app: FixtureApp;
  let queue: QueueClient;
  let queues = 0;
  let offsetMs = 0;

  beforeAll(async () => {
    azurite = await startAzurite();
  });
  afterAll(() => azurite.stop());
  beforeEach(() => {
    app = fixtureApp("queue-app.mjs");
    queues += 1;
    queue = new QueueClient(azurite.connectionString, `work-${String(queues)}`);
  });
  afterEach(() => app.remove());

  const start = (settings: object = {}): Promise<FunctionsHost> =>
    app.start({
      hostJson: { extensions: { queues: { messageEncoding: "none", ...settings } } },
      settings: { AzureWebJobsStorage: azurite.connectionString, WORK_QUEUE: queue.name },
      offsetMs,
    });
  const send = (item: object): Promise<unknown> => queue.sendMessage(JSON.stringify(item));
  const moveStorage = async (byMs: number): Promise<void> => {
    offsetMs += byMs;
    await azurite.moveClock(offsetMs);
  };
  const untilRecorded = (name: string, times: number): Promise<void> =>
    expect.poll(() => app.recorded(name).length, deadline).toBeGreaterThanOrEqual(times);
  const isEmpty = async (): Promise<boolean> =>
    (await queue.getProperties()).approximateMessagesCount === 0;

  it("run once for a message, read as JSON, which is then gone", async () => {
    const host = await start();
    await send({ mail: 7 });
    await untilRecorded("done", 1);
    await host.drain();
    expect(app.recorded("work")).toMatchObject([
      { item: { mail: 7 }, dequeueCount: 1, queueTrigger: { mail: 7 } },
    ]);
    expect(await isEmpty()).toBe(true);
  });

  it("read base64 when host.json does not say otherwise", async () => {
    const host = await start({ messageEncoding: undefined });
    await queue.sendMessage(Buffer.from('{"name":"Zoë"}').toString("base64"));
    await untilRecorded("done", 1);
    expect(app.recorded("work")).toMatchObject([{ item: { name: "Zoë" } }]);
    await host.drain();
  });

  it("never see a message that is not base64 when it should be: it is poison at once", async () => {
    await start({ messageEncoding: "base64" });
    await queue.sendMessage('{"sent":"as text"}');
    await expect.poll(() => app.logged("work poisoned").length, deadline).toBe(1);
    expect(app.recorded("work")).toEqual([]);
  });

  it("try a failing message as often as host.json allows and then set it aside as poison", async () => {
    await start({ maxDequeueCount: 3 });
    await send({ fail: true });
    await untilRecorded("poisoned", 1);
    expect(app.recorded("work").map(({ dequeueCount }) => dequeueCount)).toEqual([1, 2, 3]);
    expect(app.recorded("poisoned")).toMatchObject([{ item: { fail: true } }]);
    expect(await isEmpty()).toBe(true);
  });

  it("wait between tries as long as host.json says, by the estate's clock", async () => {
    const host = await start({ visibilityTimeout: "01:00:00" });
    await send({ fail: true });
    await untilRecorded("work", 1);
    await host.drain();
    expect(app.recorded("work")).toHaveLength(1);
    await moveStorage(61 * minute);
    await untilRecorded("work", 2);
  });

  it("get the messages of an output binding, one for each element", async () => {
    const host = await start();
    const body = JSON.stringify([{ n: 1 }, { n: 2 }]);
    await fetch(`${host.url}/api/order`, { method: "POST", body });
    await host.drain();
    expect(app.recorded("done").map(({ item }) => item)).toEqual(
      expect.arrayContaining([{ n: 1 }, { n: 2 }]),
    );
  });

  it("run no more at a time than batchSize and newBatchThreshold allow", async () => {
    const gate = join(app.folder, "gate");
    const host = await start({ batchSize: 2, newBatchThreshold: 1 });
    for (let n = 0; n < 8; n += 1) await send({ n, until: gate });
    await untilRecorded("work", 2);
    writeFileSync(gate, "");
    await host.drain();
    expect(app.recorded("done")).toHaveLength(8);
    expect(Math.max(...app.recorded("work").map(({ running }) => Number(running)))).toBeLessThan(4);
  });

  it("see a message again when the host was killed while it ran", async () => {
    const gate = join(app.folder, "gate");
    const host = await start();
    await send({ until: gate });
    await untilRecorded("work", 1);
    await host.kill();
    writeFileSync(gate, "");
    await moveStorage(11 * minute);
    await start();
    await untilRecorded("done", 1);
    expect(app.recorded("work").map(({ dequeueCount }) => dequeueCount)).toEqual([1, 2]);
  });

  it("are not given new messages while paused, and a pause ends when running ones have ended", async () => {
    const gate = join(app.folder, "gate");
    const host = await start({ batchSize: 1, newBatchThreshold: 0 });
    await send({ n: 1, until: gate });
    await untilRecorded("work", 1);
    const paused = host.pause();
    await send({ n: 2 });
    writeFileSync(gate, "");
    await paused;
    expect(app.recorded("done")).toMatchObject([{ item: { n: 1 } }]);
    await host.moveClock(offsetMs);
    expect(app.recorded("done")).toMatchObject([{ item: { n: 1 } }, { item: { n: 2 } }]);
  });

  it("tell the parent which one failed", async () => {
    const failed: string[] = [];
    await app.start({
      hostJson: { extensions: { queues: { messageEncoding: "none", maxDequeueCount: 1 } } },
      settings: { AzureWebJobsStorage: azurite.connectionString, WORK_QUEUE: queue.name },
      onFunctionFailed: (name) => failed.push(name),
    });
    await send({ fail: true });
    await expect.poll(() => failed, deadline).toEqual(["work"]);
  });
});
