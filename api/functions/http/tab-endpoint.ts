import type { HttpResponseInit } from "@azure/functions";
import { registerEndpoints, type Endpoint } from "./endpoint.ts";

export type TabFile = { readonly content: Uint8Array; readonly type: string };

/** The built tab's files by path, such as `index.html` or `assets/main-1a2b.js`. */
export type TabFiles = ReadonlyMap<string, TabFile>;

// Platform 4.2: the hosts that may frame a tab; teams-js asks the CDN for its list of hosts.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' https://res.cdn.office.net https://*.static.microsoft",
  "connect-src 'self' https://res.cdn.office.net",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self' https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com",
].join("; ");

/** Serves the tab. */
export function registerTabEndpoint(files: TabFiles): void {
  registerEndpoints([tabEndpoint(files)]);
}

/** The tab from the app's own origin: one origin makes sign-in and CSP simple. */
export function tabEndpoint(files: TabFiles): Endpoint {
  return {
    name: "tab",
    method: "GET",
    route: "tab/{*path}",
    handler: ({ params }) => tabResponse(files, params.path ?? ""),
  };
}

function tabResponse(files: TabFiles, path: string): HttpResponseInit {
  const asset = files.get(path);
  if (asset !== undefined && path !== "index.html") {
    // Asset names carry a hash of their content.
    const keep = path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    return fileResponse(asset, keep);
  }
  const page = files.get("index.html");
  if (page === undefined || path.startsWith("assets/")) return missing;
  // Every other path is a page of the tab, which finds its way itself.
  return fileResponse(page, "no-cache");
}

// An asset that a deployment is about to bring must not be remembered as missing.
const missing = { status: 404, headers: { "Cache-Control": "no-store" } };

function fileResponse({ content, type }: TabFile, caching: string): HttpResponseInit {
  return {
    status: 200,
    body: content,
    headers: {
      "Content-Type": type,
      "Cache-Control": caching,
      "Content-Security-Policy": policy,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
    },
  };
}
