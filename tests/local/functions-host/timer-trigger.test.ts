import { BlobServiceClient } from "@azure/storage-blob";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Azurite, startAzurite } from "#local/azurite/azurite.ts";
import type { FunctionsHost } from "#local/functions-host/functions-host.ts";
import { type FixtureApp, fixtureApp } from "./fixture-app.ts";

const hour = 3_600_000;
/** Five minutes past some hour: no timer is due by itself while a test runs. */
const fivePast = hour - (Date.now() % hour) + hour / 12;
const hours = (count: number): number => fivePast + count * hour;

describe("timer functions in the host", () => {
  let azurite: Azurite;
  let app: FixtureApp;

  beforeAll(async () => {
    azurite = await startAzurite();
  });
  afterAll(() => azurite.stop());
  beforeEach(async () => {
    app = fixtureApp("timer-app.mjs");
    // Where the host keeps when each timer ran last.
    await BlobServiceClient.fromConnectionString(azurite.connectionString)
      .getContainerClient("azure-webjobs-hosts")
      .deleteIfExists();
  });
  afterEach(() => app.remove());

  const start = (
    offsetMs = hours(0),
    settings: Record<string, string> = {},
  ): Promise<FunctionsHost> =>
    app.start({
      settings: { AzureWebJobsStorage: azurite.connectionString, ...settings },
      offsetMs,
    });

  it("wait for their time", async () => {
    const host = await start();
    await host.drain();
    expect([...app.recorded("hourly"), ...app.recorded("yearly")]).toEqual([]);
  });

  it("run once, past due, when the clock passes any number of their times", async () => {
    const host = await start();
    await host.moveClock(hours(5));
    expect(app.recorded("hourly")).toMatchObject([{ isPastDue: true }]);
    expect(app.recorded("yearly")).toEqual([]);
    await host.moveClock(hours(6));
    expect(app.recorded("hourly")).toHaveLength(2);
  });

  it("have run, and the queues they filled are worked off, when a move of the clock ends", async () => {
    const host = await start();
    await host.moveClock(hours(2));
    expect(app.recorded("chase")).toHaveLength(1);
  });

  it("see the estate's time as now", async () => {
    const host = await start(hours(24));
    await host.moveClock(hours(48));
    const [{ now } = {}] = app.recorded("hourly");
    expect(Math.round((Date.parse(String(now)) - Date.now() - fivePast) / hour)).toBe(48);
  });

  it("catch up once after their host was down when they were due", async () => {
    const first = await start();
    await first.stop();
    await start(hours(30));
    expect(app.recorded("hourly")).toMatchObject([{ isPastDue: true }]);
  });

  it("do not run again when their host is killed and started at the same time of the estate", async () => {
    const first = await start();
    await first.moveClock(hours(2));
    await first.kill();
    await (await start(hours(2))).drain();
    expect(app.recorded("hourly")).toHaveLength(1);
  });

  it("run at start-up only when they say so", async () => {
    await start(hours(0), { RUN_ON_STARTUP: "true" });
    expect(app.recorded("yearly")).toMatchObject([{ isPastDue: false }]);
    expect(app.recorded("hourly")).toEqual([]);
  });

  it("run by themselves at their time, not past due, again and again", async () => {
    await start(hours(0), { OFTEN: "* * * * * *" });
    await expect
      .poll(() => app.recorded("everySecond").length, { timeout: 20_000 })
      .toBeGreaterThan(1);
    // A busy machine may be late for one of them, never for all.
    expect(app.recorded("everySecond")).toContainEqual(
      expect.objectContaining({ isPastDue: false }),
    );
  });
});
