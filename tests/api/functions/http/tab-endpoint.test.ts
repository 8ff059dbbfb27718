import { describe, expect, it } from "vitest";
import { tabEndpoint } from "#api/functions/http/tab-endpoint.ts";
import { call } from "./call.ts";

const file = (text: string, type: string) => ({ content: new TextEncoder().encode(text), type });

const built = new Map([
  ["index.html", file("<!doctype html>", "text/html; charset=utf-8")],
  ["assets/main-1a2b.js", file("start()", "text/javascript")],
  ["favicon.svg", file("<svg/>", "image/svg+xml")],
]);

const open = (path: string, files = built) => call(tabEndpoint(files), { params: { path } });

describe("the tab", () => {
  it.each(["", "index.html", "my-cases", "cases/CMP-7K3Q-9D", "triage/CMP-7K3Q-9D/"])(
    "answers the page at /%s, which finds its own way",
    async (path) => {
      const response = await open(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe("<!doctype html>");
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("cache-control")).toBe("no-cache");
    },
  );

  it("may be kept for ever where its name says what is in it, and is asked for anew elsewhere", async () => {
    const asset = await open("assets/main-1a2b.js");
    expect(await asset.text()).toBe("start()");
    expect(asset.headers.get("content-type")).toBe("text/javascript");
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await open("favicon.svg")).headers.get("cache-control")).toBe("no-cache");
  });

  it("says that an asset is missing, and lets nobody remember it", async () => {
    const response = await open("assets/main-9z9z.js");
    expect(response.status).toBe(404);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toBe("");
  });

  it.each(["../package.json", "..%2fhost.json", "/etc/passwd"])(
    "opens nothing that was not built: %s",
    async (path) => {
      expect(await (await open(path)).text()).toBe("<!doctype html>");
    },
  );

  it("that was never built is missing everywhere", async () => {
    expect((await open("my-cases", new Map())).status).toBe(404);
  });

  it("is framed by Teams alone, runs its own scripts alone and tells nobody where it was opened", async () => {
    for (const path of ["", "assets/main-1a2b.js"]) {
      const { headers } = await open(path);
      const policy = new Map(
        (headers.get("content-security-policy") ?? "").split("; ").map((directive) => {
          const [name = "", ...sources] = directive.split(" ");
          return [name, sources.join(" ")];
        }),
      );
      expect(policy.get("default-src")).toBe("'none'");
      expect(policy.get("script-src")).toBe("'self'");
      expect(policy.get("base-uri")).toBe("'none'");
      expect(policy.get("form-action")).toBe("'none'");
      expect(policy.get("frame-ancestors")).toBe(
        "'self' https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com",
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    }
  });
});
