import { once } from "node:events";
import { request as httpRequest } from "node:http";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listenOnLoopback, type LoopbackServer } from "#local/microsoft/loopback.ts";
import { reverseProxy } from "#local/teams-shell/server/reverse-proxy.ts";

let host: LoopbackServer;
let shell: LoopbackServer;
/** Lets the slow answer of the host go on. */
let goOn: () => void;
let abandoned: Promise<void>;

beforeAll(async () => {
  const app = express();
  app.post("/api/echo", (request, response) => {
    response.set("Set-Cookie", ["a=1", "b=2"]).set("X-Seen", JSON.stringify(request.headers));
    response.status(418);
    request.pipe(response);
  });
  app.get("/api/slow", (_request, response) => {
    response.write("first ");
    goOn = () => response.end("second");
  });
  abandoned = new Promise((resolve) => {
    app.get("/api/endless", (_request, response) => {
      response.write("still here");
      response.on("close", resolve);
    });
  });
  app.get("/tab/assets/:name", (request, response) => {
    response.type("text/javascript").send(request.originalUrl);
  });
  host = await listenOnLoopback(app, 0);
  shell = await listenOnLoopback(express().use(["/tab", "/api"], reverseProxy(host.url)), 0);
});
afterAll(async () => {
  await shell.close();
  await host.close();
});

describe("what the shell passes on to the app", () => {
  it("keeps the path and its query", async () => {
    const response = await fetch(`${shell.url}/tab/assets/main.js?v=1%202`);

    expect(await response.text()).toBe("/tab/assets/main.js?v=1%202");
    expect(response.headers.get("content-type")).toContain("text/javascript");
  });

  it("keeps method, body, status and headers both ways", async () => {
    const response = await fetch(`${shell.url}/api/echo`, {
      method: "POST",
      headers: { authorization: "Bearer abc", "if-match": '"7"', "content-type": "text/plain" },
      body: "ünchanged",
    });

    expect(response.status).toBe(418);
    expect(await response.text()).toBe("ünchanged");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(JSON.parse(response.headers.get("x-seen") ?? "")).toMatchObject({
      authorization: "Bearer abc",
      "if-match": '"7"',
      host: new URL(shell.url).host,
    });
  });

  it("streams: the first part arrives before the app has written the second", async () => {
    const response = await fetch(`${shell.url}/api/slow`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();

    expect((await reader?.read())?.value).toBe("first ");
    goOn();
    expect((await reader?.read())?.value).toBe("second");
  });

  it("lets go of the app's answer when the page has gone away", async () => {
    const leaving = httpRequest(`${shell.url}/api/endless`).end();
    await once(leaving, "response");
    leaving.destroy();

    await abandoned;
  });
});

describe("when the app is down", () => {
  it("the page says so and where it was looked for", async () => {
    const gone = "http://127.0.0.1:9";
    const lonely = await listenOnLoopback(express().use("/tab", reverseProxy(gone)), 0);
    const response = await fetch(`${lonely.url}/tab/`);
    await lonely.close();

    expect(response.status).toBe(502);
    expect(await response.text()).toContain("Nothing answers at http://127.0.0.1:9.");
  });
});
