import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest, IncomingMessage } from "node:http";

/** One request that reached the storage account. */
export type StorageRequest = {
  readonly service: "blob" | "queue" | "table";
  /** Method and path, such as `GET /cases()`. */
  readonly asked: string;
  /** How many rows of a table the answer held. */
  rowsRead: number;
};

/** Counts on the wire: whatever a library does of its own accord is counted too. */
export async function storageRequestsOf(
  connectionString: string,
  run: () => Promise<unknown>,
): Promise<StorageRequest[]> {
  const requests = new Map<ClientRequest, StorageRequest>();
  const services = servicesByHost(connectionString);
  const asked = (message: unknown): void => {
    const { request } = message as { request: ClientRequest };
    const service = services.get(String(request.getHeader("host")));
    if (service === undefined) return;
    const path = decodeURIComponent(request.path.replace(/^\/devstoreaccount1/, ""));
    requests.set(request, { service, asked: `${request.method} ${path}`, rowsRead: 0 });
  };
  const answered = (message: unknown): void => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
    const known = requests.get(request);
    if (known?.service === "table" && request.method === "GET" && response.statusCode === 200) {
      overhear(response, (body) => void (known.rowsRead = rowsIn(body)));
    }
  };
  subscribe("http.client.request.start", asked);
  subscribe("http.client.response.finish", answered);
  try {
    await run();
  } finally {
    unsubscribe("http.client.request.start", asked);
    unsubscribe("http.client.response.finish", answered);
  }
  return [...requests.values()];
}

function servicesByHost(connectionString: string): Map<string, StorageRequest["service"]> {
  const endpoints = connectionString.matchAll(/(Blob|Queue|Table)Endpoint=http:\/\/([^/]+)/g);
  return new Map(
    Array.from(endpoints, ([, service = "", host = ""]) => [
      host,
      service.toLowerCase() as StorageRequest["service"],
    ]),
  );
}

// A listener for data would let the body flow before its reader is there; what is pushed in passes by here.
function overhear(response: IncomingMessage, hear: (body: string) => void): void {
  const chunks: Buffer[] = [];
  const push = response.push.bind(response);
  response.push = (chunk: Buffer | null, encoding?: BufferEncoding): boolean => {
    if (chunk === null) hear(Buffer.concat(chunks).toString());
    else chunks.push(chunk);
    return push(chunk, encoding);
  };
}

/** A query answers with a list, and a row that is asked for by its keys with itself. */
function rowsIn(body: string): number {
  const answer = JSON.parse(body) as { value?: unknown; RowKey?: unknown };
  if (Array.isArray(answer.value)) return answer.value.length;
  return answer.RowKey === undefined ? 0 : 1;
}
