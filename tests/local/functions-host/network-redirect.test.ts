import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);

describe("the redirected network of a process", () => {
  let server: Server;
  let outcomes: Record<string, { answer?: string; error?: string }>;

  beforeAll(async () => {
    server = createServer((request, response) => {
      void text(request).then((body) => {
        const { method = "", url = "", headers } = request;
        response.end([method, url, headers.authorization, body].filter(Boolean).join(" "));
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const callers = fileURLToPath(new URL("fixtures/callers.mjs", import.meta.url));
    const { stdout } = await run(process.execPath, [callers, `http://127.0.0.1:${port}`]);
    outcomes = JSON.parse(stdout) as typeof outcomes;
  });
  afterAll(() => server.close());

  it.each([
    ["fetchText", "GET /graph.microsoft.com/v1.0/me?$top=1 Bearer abc"],
    ["fetchRequest", "POST /graph.microsoft.com/v1.0/users Bearer abc text"],
    ["namedGet", "GET /graph.microsoft.com/v1.0/me?$top=1 Bearer abc"],
    ["namedRequestByUrl", "POST /graph.microsoft.com/v1.0/users Bearer abc text"],
    [
      "optionsWithCallback",
      "POST /login.microsoftonline.com/tenant/oauth2/v2.0/token Bearer abc text",
    ],
  ])("carries %s to the emulated host, with its token and body", (name, answer) => {
    expect(outcomes[name]).toEqual({ answer });
  });

  it.each(["loopback", "loopbackRequest"])("leaves %s as it is", (name) => {
    expect(outcomes[name]).toEqual({ answer: "GET /direct" });
  });

  it.each([
    ["foreignFetch", "https://www.example.org:"],
    ["foreignGet", "https://www.example.org:"],
    ["foreignAddress", "http://192.0.2.7:"],
    ["unencrypted", "http://graph.microsoft.com:"],
  ])("fails %s with an error that names the host and no more", (name, host) => {
    const { error } = outcomes[name] ?? {};
    expect(error).toContain(`The local estate does not reach ${host}`);
    expect(error).not.toContain("secret");
  });
});
