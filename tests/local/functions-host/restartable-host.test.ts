import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePorts } from "#local/free-port.ts";
import {
  createRestartableHost,
  type RestartableHost,
} from "#local/functions-host/restartable-host.ts";
import { type FixtureApp, fixtureApp } from "./fixture-app.ts";

const deadline = { timeout: 20_000 };

describe("a functions host that is looked after", () => {
  let app: FixtureApp;
  let host: RestartableHost;
  let url: string;
  let told: string[];

  beforeEach(async () => {
    app = fixtureApp("crashing-app.mjs");
    const [port = 0] = await freePorts(1);
    url = `http://127.0.0.1:${String(port)}/api`;
    told = [];
    host = createRestartableHost({
      start: () => app.start({ port }),
      log: (line) => told.push(line),
    });
    await host.start();
  });
  afterEach(async () => {
    await host.stop();
    await app.remove();
  });

  const hello = (): Promise<string> =>
    fetch(`${url}/hello`).then(
      (response) => response.text(),
      () => "nobody",
    );
  const crash = async (): Promise<void> => {
    const before = await hello();
    await fetch(`${url}/crash`, { method: "POST" });
    await expect.poll(hello, deadline).not.toBe(before);
  };

  it("starts again after the app crashed its process, and says so", async () => {
    await crash();
    await expect.poll(hello, deadline).toContain("hello");
    expect(told).toEqual([
      "The functions host ended by itself (exit code 1). It is started again.",
    ]);
    const [line] = app.logged("host.crashed");
    expect(String(line?.error)).toContain("outside of every function");
  });

  it("stays down when it was killed, until it is started again", async () => {
    await host.kill();
    expect(await hello()).toBe("nobody");
    await host.restart();
    expect(await hello()).toContain("hello");
    expect(told).toEqual([]);
  });

  it("becomes another process when restarted", async () => {
    const before = await hello();
    await host.restart();
    expect(await hello()).not.toBe(before);
  });

  it("lives at the time the clock was moved to while it was starting", async () => {
    const day = 86_400_000;
    const [port = 0] = await freePorts(1);
    const moved = createRestartableHost({
      start: async () => {
        const starting = app.start({ port, offsetMs: 0 });
        await moved.moveClock(day);
        return starting;
      },
      log: () => undefined,
    });
    await moved.start();
    const now = await (await fetch(`http://127.0.0.1:${String(port)}/api/now`)).text();
    expect(Math.round((Date.parse(now) - Date.now()) / day)).toBe(1);
  });

  it("has nothing to do while it is down", async () => {
    await host.kill();
    await Promise.all([host.pause(), host.moveClock(1000), host.drain()]);
  });

  it("is given up when it crashes again and again", async () => {
    for (let crashes = 0; crashes < 4; crashes += 1) {
      await expect.poll(hello, deadline).toContain("hello");
      await crash();
    }
    expect(await host.lost).toContain("ended by itself");
    expect(await hello()).toBe("nobody");
  });
});
