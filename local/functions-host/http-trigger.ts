import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { CoreHttpRequest, CoreHttpResponse, CoreValue } from "./core-api.ts";
import type { AppFunction } from "./function-app.ts";
import type { HttpSettings } from "./host-json.ts";
import type { HostLog } from "./host-log.ts";
import type { Invoke } from "./invoke.ts";
import { matchRoute, overlap, parseRoute, type Route } from "./routes.ts";

type HttpOptions = {
  readonly functions: readonly AppFunction[];
  readonly settings: HttpSettings;
  /** On the loopback interface; 0 takes any free one. */
  readonly port: number;
  readonly invoke: Invoke;
  readonly log: HostLog;
};

type RoutedFunction = { readonly fn: AppFunction; readonly route: Route };
type Params = Readonly<Record<string, string>>;

/** Serves the app's HTTP functions for as long as the process lives; refuses templates that overlap or are unknown. */
export async function serveHttp(options: HttpOptions): Promise<{ url: string }> {
  const routed = routeFunctions(options.functions, options.settings.routePrefix);
  const server = createServer((request, response) => {
    answer(request, response, { ...options, routed }).catch((error: unknown) => {
      options.log("warning", "http.not-answered", { error: String(error) });
      response.destroy();
    });
  });
  server.listen(options.port, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${portOf(server)}` };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Gives every HTTP function its route under the prefix; throws, naming the functions, what cannot be served. */
function routeFunctions(
  functions: readonly AppFunction[],
  routePrefix: string,
): readonly RoutedFunction[] {
  const routed = functions.map((fn) => ({ fn, route: routeOf(fn, routePrefix) }));
  routed.forEach((one, index) => {
    const other = routed.slice(index + 1).find(({ route }) => overlap(one.route, route));
    if (other !== undefined) {
      throw new Error(
        `The routes of functions "${one.fn.name}" (${one.route.template}) and "${other.fn.name}" (${other.route.template}) overlap: some requests would match both.`,
      );
    }
  });
  return routed;
}

function routeOf({ name, trigger: { binding } }: AppFunction, prefix: string): Route {
  const { route, methods, authLevel } = binding;
  // Azure checks keys before it calls a function; this host keeps none, so it must not pretend to.
  if (authLevel !== "anonymous") {
    throw new Error(`Function "${name}" wants a key (authLevel ${String(authLevel)}): use tokens.`);
  }
  const template = [prefix, typeof route === "string" ? route : name].filter(Boolean).join("/");
  try {
    return parseRoute(template, Array.isArray(methods) ? methods.map(String) : []);
  } catch (cause) {
    throw new Error(`Function "${name}": ${cause instanceof Error ? cause.message : ""}`, {
      cause,
    });
  }
}

type Answering = Pick<HttpOptions, "invoke" | "settings"> & {
  readonly routed: readonly RoutedFunction[];
};

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { routed, invoke, settings }: Answering,
): Promise<void> {
  const { method = "GET", url = "/" } = request;
  const path = url.split("?", 1)[0] ?? "/";
  const found = firstMatch(routed, method, path);
  if (found === undefined) {
    request.resume();
    response.writeHead(404).end();
    return;
  }
  const http = coreRequest(request, found.params, await readBody(request));
  const outcome = await invoke(found.fn, { input: { http }, logged: { method } });
  for (const [name, value] of Object.entries(settings.customHeaders)) {
    response.setHeader(name, value);
  }
  if (!outcome.ok) response.writeHead(500).end();
  else if (outcome.returnValue?.http === undefined) response.writeHead(204).end();
  else writeResponse(response, outcome.returnValue.http);
}

function firstMatch(
  routed: readonly RoutedFunction[],
  method: string,
  path: string,
): { fn: AppFunction; params: Params } | undefined {
  for (const { fn, route } of routed) {
    const params = matchRoute(route, method, path);
    if (params !== undefined) return { fn, params };
  }
  return undefined;
}

/** As in Azure, a body sent in chunks of unsaid length is not passed on. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Number(request.headers["content-length"]) > 0 ? Buffer.concat(chunks) : Buffer.alloc(0);
}

function coreRequest(request: IncomingMessage, params: Params, bytes: Buffer): CoreHttpRequest {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  return {
    url: `http://${request.headers.host ?? "127.0.0.1"}${request.url ?? "/"}`,
    method: request.method ?? "GET",
    nullableHeaders: coreStrings(headers),
    nullableParams: coreStrings(Object.entries(params)),
    body: { bytes },
  };
}

const coreStrings = (entries: readonly (readonly [string, string])[]) =>
  Object.fromEntries(entries.map(([name, value]) => [name, { value }]));

function writeResponse(response: ServerResponse, http: CoreHttpResponse): void {
  if (http.cookies.length > 0) throw new Error("This host does not carry cookies; set the header.");
  const body = bodyBytes(http.body);
  response.writeHead(Number(http.statusCode), { "content-length": body.length, ...http.headers });
  response.end(body);
}

const bodyBytes = (body: CoreValue | null | undefined): Uint8Array =>
  body?.bytes ?? Buffer.from(body?.string ?? "");
