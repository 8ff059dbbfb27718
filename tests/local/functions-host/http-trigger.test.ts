import { request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FunctionsHost } from "#local/functions-host/functions-host.ts";
import { type FixtureApp, fixtureApp } from "./fixture-app.ts";

describe("HTTP functions in the host", () => {
  let app: FixtureApp;
  let host: FunctionsHost;
  const call = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(`${host.url}${path}`, init);

  beforeAll(async () => {
    app = fixtureApp("http-app.mjs");
    host = await app.start({
      settings: { COUNCIL_NAME: "Wexcombe" },
      hostJson: { extensions: { http: { customHeaders: { "X-Frame-Options": "DENY" } } } },
    });
  });
  afterAll(() => app.remove());

  it("are found by their route under the prefix, with parameters and the query", async () => {
    const response = await call("/api/items/Bins/7?sort=due");
    expect(await response.json()).toEqual({
      params: { category: "Bins", id: "7" },
      query: { sort: "due" },
    });
  });

  it("leave out an optional parameter that the request leaves out", async () => {
    expect(await (await call("/api/ITEMS/bins")).json()).toMatchObject({
      params: { category: "bins" },
    });
  });

  it("take the rest of the path, its parts decoded", async () => {
    expect(await (await call("/api/files/a/b%20c.css")).text()).toBe("a/b c.css");
  });

  it.each([
    ["a value against the constraint", "/api/items/bins/seven"],
    ["too long a path", "/api/items/bins/7/more"],
    ["a path outside the prefix", "/items/bins"],
    ["a method of another function", "/api/echo"],
  ])("are not found by %s", async (_, path) => {
    expect((await call(path)).status).toBe(404);
  });

  it("get the body byte for byte and header names in lower case", async () => {
    const body = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const response = await call("/api/echo?x=1", {
      method: "POST",
      body,
      headers: { "X-Agent": "desk" },
    });
    expect(response.status).toBe(201);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(body);
    expect(response.headers.get("x-url")).toBe(`${host.url}/api/echo?x=1`);
    expect(response.headers.get("x-names")).toContain("x-agent");
  });

  it("get no body that came in chunks of unsaid length, as in Azure", async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = request(`${host.url}/api/echo`, { method: "POST" }, (response) =>
        resolve(text(response)),
      );
      sent.on("error", reject);
      sent.write("some");
      sent.end("thing");
    });
    expect(answer).toBe("");
  });

  it("answer 204 when they return nothing", async () => {
    const response = await call("/api/silent", { method: "DELETE" });
    expect(response.status).toBe(204);
  });

  it("answer an empty 500 when they throw, and the host's log tells why", async () => {
    const response = await call("/api/broken");
    expect(response.status).toBe(500);
    expect(await response.text()).toBe("");
    const [line] = app.logged("broken failed");
    expect(line).toMatchObject({ level: "error", method: "GET" });
    expect(String(line?.error)).toContain("a fault in the app");
    expect(app.logged("function.log")).toContainEqual(
      expect.objectContaining({ function: "broken", message: "about to break" }),
    );
  });

  it("log one line for each run, without the request", async () => {
    await call("/api/files/private-name");
    expect(app.logged("file succeeded").at(-1)).toMatchObject({ method: "GET" });
    expect(JSON.stringify(app.logged("file succeeded"))).not.toContain("private-name");
  });

  it("pass through the app's invocation hooks", async () => {
    expect((await call("/api/items/bins")).headers.get("x-inputs")).toBe("1");
  });

  it("carry the headers that host.json adds", async () => {
    expect((await call("/api/items/bins")).headers.get("x-frame-options")).toBe("DENY");
  });

  it("see their app's folder, UTC and the settings they were given, not this machine's", async () => {
    const seen = (await (await call("/api/surroundings")).json()) as Record<string, unknown>;
    expect(seen).toMatchObject({ folder: app.folder, zone: "UTC", dateIsDate: true });
    expect(seen.settings).toContain("COUNCIL_NAME");
    expect(seen.settings).not.toContain("VITEST");
  });
});

describe("an app the host cannot run", () => {
  let app: FixtureApp;
  afterEach(() => app.remove());

  it("is refused with the names of two functions whose routes overlap", async () => {
    app = fixtureApp("overlapping-app.mjs");
    await expect(app.start()).rejects.toThrow(
      'The routes of functions "oneCase" (api/cases/{id}) and "searchCases" (api/cases/search) overlap',
    );
  });

  it.each([
    ["keyed-app.mjs", 'Function "keyed" wants a key (authLevel function)'],
    ["throwing-app.mjs", "TENANT_ID is not set"],
    ["queue-app.mjs", 'Function "work" needs the app setting WORK_QUEUE'],
    ["hub-app.mjs", 'Function "hub": this host has no eventHubTrigger'],
  ])("is refused with the reason: %s", async (main, reason) => {
    app = fixtureApp(main);
    await expect(app.start()).rejects.toThrow(reason);
  });

  it("is refused when host.json is wrong, with the place", async () => {
    app = fixtureApp("http-app.mjs");
    const start = app.start({ hostJson: { extensions: { queues: { batchSize: 99 } } } });
    await expect(start).rejects.toThrow("extensions.queues.batchSize");
  });
});

describe("a CommonJS app", () => {
  it("runs as one of ES modules does", async () => {
    const app = fixtureApp("common-js-app.cjs");
    const host = await app.start({ hostJson: { extensions: { http: { routePrefix: "" } } } });
    expect(await (await fetch(`${host.url}/hello`)).text()).toBe("hello");
    await app.remove();
  });
});
