import { request as httpRequest, type IncomingMessage } from "node:http";
import { pipeline } from "node:stream";
import type { RequestHandler, Response } from "express";

/** Headers that belong to one connection and not to the message (RFC 9110, 7.6.1). */
const hopByHop: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Names and values, in their order and with every repetition. */
const endToEnd = (rawHeaders: readonly string[]): [name: string, value: string][] =>
  rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && !hopByHop.has(name.toLowerCase())
      ? [[name, rawHeaders[index + 1] ?? ""]]
      : [],
  );

const hostIsDown = (target: string): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Redress is not running</title>
  <h1>Redress is not running</h1>
  <p>Nothing answers at ${target}. Look at the window in which you ran <code>npm start</code>.</p>
</html>
`;

/** Passes requests on as they are, streaming both ways; 502 with a plain page when nobody answers at `target`. */
export const reverseProxy = (target: string): RequestHandler => {
  const { hostname, port } = new URL(target);
  return (request, response) => {
    const outgoing = httpRequest({
      // A kept connection may be closed by the app at the moment it is used again.
      agent: false,
      hostname,
      port,
      method: request.method,
      path: request.originalUrl,
      headers: endToEnd(request.rawHeaders).flat(),
    });
    outgoing.on("response", (incoming) => passBack(incoming, response));
    outgoing.on("error", () => {
      if (response.headersSent) response.destroy();
      else response.status(502).type("html").send(hostIsDown(target));
    });
    response.on("close", () => outgoing.destroy());
    request.pipe(outgoing);
  };
};

const passBack = (incoming: IncomingMessage, response: Response): void => {
  response.statusCode = incoming.statusCode ?? 502;
  response.statusMessage = incoming.statusMessage ?? "";
  for (const [name, value] of endToEnd(incoming.rawHeaders)) response.appendHeader(name, value);
  response.flushHeaders();
  pipeline(incoming, response, () => {
    // Either side has gone away: both streams are destroyed by now, and there is nobody left to tell.
  });
};
