import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import { isIPv4 } from "node:net";
import { urlToHttpOptions } from "node:url";

/** Which production hosts are emulated, and at which loopback address. */
export type NetworkRedirect = {
  readonly hosts: readonly string[];
  /** Serves `https://HOST/path` as `{to}/HOST/path`. */
  readonly to: string;
};

type Answered = (response: IncomingMessage) => void;
type Address = { readonly protocol: string; readonly hostname: string };

/**
 * Sends what this process asks of the emulated hosts, by `fetch` or `node:https`, to the loopback address, and fails
 * every request to another machine by name: the estate never reaches the network. Call it before the app is loaded.
 */
export function redirectNetwork(redirect: NetworkRedirect): void {
  globalThis.fetch = redirectedFetch(globalThis.fetch, redirect);
  // A request keeps the protocol it was made for, but a redirected one is plain HTTP on the loopback interface.
  const plain = http.request.bind(http);
  redirectModule(http, { protocol: "http:", direct: plain, plain, redirect });
  redirectModule(https, {
    protocol: "https:",
    direct: https.request.bind(https),
    plain,
    redirect,
  });
  syncBuiltinESMExports();
}

type Verdict = "direct" | "redirected" | "foreign";

function verdict({ protocol, hostname }: Address, { hosts }: NetworkRedirect): Verdict {
  if (isLoopback(hostname)) return "direct";
  return protocol === "https:" && hosts.includes(hostname) ? "redirected" : "foreign";
}

const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" ||
  ["::1", "[::1]"].includes(hostname) ||
  (isIPv4(hostname) && hostname.startsWith("127."));

const foreignHost = ({ protocol, hostname }: Address): Error =>
  new Error(
    `The local estate does not reach ${protocol}//${hostname}: only the emulated hosts answer here.`,
  );

function redirectedFetch(direct: typeof fetch, redirect: NetworkRedirect): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const found = ["data:", "blob:"].includes(url.protocol) ? "direct" : verdict(url, redirect);
    if (found === "foreign") throw new TypeError("fetch failed", { cause: foreignHost(url) });
    if (found === "direct") return direct(input, init);
    const target = `${redirect.to}/${url.hostname}${url.pathname}${url.search}`;
    return direct(input instanceof Request ? new Request(target, input) : target, init);
  };
}

type ModuleRequests = {
  readonly protocol: "http:" | "https:";
  readonly direct: (options: RequestOptions, answered?: Answered) => ClientRequest;
  readonly plain: (options: RequestOptions, answered?: Answered) => ClientRequest;
  readonly redirect: NetworkRedirect;
};

function redirectModule(target: object, { protocol, direct, plain, redirect }: ModuleRequests) {
  const request = (...args: unknown[]): ClientRequest => {
    const { options, answered } = requestArguments(args);
    const hostname = options.hostname ?? options.host ?? "localhost";
    const address = { protocol, hostname };
    const found = options.socketPath ? "direct" : verdict(address, redirect);
    if (found === "direct") return direct(options, answered);
    if (found === "foreign") return plain(failing(options, foreignHost(address)), answered);
    return plain(redirected(options, hostname, redirect.to), answered);
  };
  const get = (...args: unknown[]): ClientRequest => {
    const sent = request(...args);
    sent.end();
    return sent;
  };
  Object.assign(target, { request, get });
}

/** Reads `(url, options, callback)`, each of them optional, as Node does. */
function requestArguments(args: readonly unknown[]): {
  options: RequestOptions;
  answered?: Answered;
} {
  const options: RequestOptions = {};
  const [first] = args;
  if (typeof first === "string" || first instanceof URL) {
    Object.assign(options, urlToHttpOptions(new URL(first)));
  }
  const given = args.find((arg) => typeof arg === "object" && !(arg instanceof URL));
  Object.assign(options, given);
  const answered = args.find((arg) => typeof arg === "function") as Answered | undefined;
  return answered === undefined ? { options } : { options, answered };
}

function redirected(options: RequestOptions, hostname: string, to: string): RequestOptions {
  const { agent, ...kept } = options;
  const { port } = new URL(to);
  return {
    ...kept,
    protocol: "http:",
    host: null,
    hostname: "127.0.0.1",
    port,
    path: `/${hostname}${options.path ?? "/"}`,
    // An agent for TLS cannot carry this request; `false` means a connection of its own.
    ...(agent === false ? { agent } : {}),
  };
}

/** A request that fails as one does whose host is not found: later, and as an `error` event. */
function failing(options: RequestOptions, error: Error): RequestOptions {
  const failed: RequestOptions = {
    ...options,
    protocol: "http:",
    createConnection: (_options, oncreate) => {
      // Node takes either a socket or an error; its types know only the pair.
      (oncreate as (error: Error) => void)(error);
      return undefined;
    },
  };
  // Without an agent Node asks the function above for the connection.
  delete failed.agent;
  return failed;
}
