import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TableClient } from "@azure/data-tables";
import { BlobServiceClient } from "@azure/storage-blob";
import { QueueClient } from "@azure/storage-queue";
import { afterEach, describe, expect, it } from "vitest";
import { type Azurite, startAzurite } from "#local/azurite/azurite.ts";

const running: Azurite[] = [];
const start = async (options?: Parameters<typeof startAzurite>[0]): Promise<Azurite> => {
  const azurite = await startAzurite(options);
  running.push(azurite);
  return azurite;
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const table = ({ connectionString }: Azurite): TableClient =>
  TableClient.fromConnectionString(connectionString, "cases", { allowInsecureConnection: true });

describe("Azurite as a child process", () => {
  afterEach(async () => {
    await Promise.all(running.splice(0).map((azurite) => azurite.stop()));
  });

  it("serves blobs, queues and tables on free ports to the SDKs the app uses", async () => {
    const azurite = await start();
    await table(azurite).createTable();
    const queue = new QueueClient(azurite.connectionString, "intake");
    await queue.create();
    const blobs = BlobServiceClient.fromConnectionString(azurite.connectionString);
    await blobs.getContainerClient("mail").create();
    expect((await queue.peekMessages()).peekedMessageItems).toEqual([]);
  });

  it("keeps what was written in its folder across a stop and a start", async () => {
    const folder = mkdtempSync(join(tmpdir(), "azurite-"));
    try {
      const first = await start({ folder });
      await table(first).createTable();
      await table(first).createEntity({ partitionKey: "WBC-1", rowKey: "state", kept: true });
      await first.stop();
      const second = await start({ folder });
      expect(await table(second).getEntity("WBC-1", "state")).toMatchObject({ kept: true });
      await second.stop();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("shows a delayed message when the estate's clock has passed its time", async () => {
    const azurite = await start({ offsetMs: 1000 });
    const queue = new QueueClient(azurite.connectionString, "drains");
    await queue.create();
    await queue.sendMessage("later", { visibilityTimeout: 3600 });
    expect((await queue.receiveMessages()).receivedMessageItems).toHaveLength(0);
    await azurite.moveClock(2 * 3_600_000);
    expect((await queue.receiveMessages()).receivedMessageItems).toHaveLength(1);
  });

  it("is gone when it has been stopped, and can be stopped twice", async () => {
    const azurite = await start();
    await azurite.stop();
    await azurite.stop();
    expect(isAlive(azurite.pid)).toBe(false);
  });

  it("says in Azurite's words why it could not start", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const blobs = typeof address === "object" && address !== null ? address.port : 0;
    await expect(start({ ports: { blobs, queues: 0, tables: 0 } })).rejects.toThrow("EADDRINUSE");
    taken.close();
  });

  it("dies with its parent, even one that is killed", async () => {
    const parent = fork(fileURLToPath(new URL("parent.ts", import.meta.url)), {
      execArgv: ["--import", "tsx"],
    });
    const [{ pid }] = (await once(parent, "message")) as [{ pid: number }];
    expect(isAlive(pid)).toBe(true);
    parent.kill("SIGKILL");
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  });
});
