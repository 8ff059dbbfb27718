import { Router, type Request, type Response } from "express";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Faults } from "./faults.ts";
import type { CallingApp, GraphAnswer, GraphCall, GraphRoute } from "./graph-call.ts";
import {
  accessDenied,
  badRequest,
  errorBody,
  isRefused,
  refused,
  throttled,
  type GraphRefusal,
} from "./graph-errors.ts";
import type { Limits } from "./limits.ts";
import { parsePreferences, type Preferences } from "./preferences.ts";
import { readJson } from "./request-body.ts";

/** Says which application an `Authorization` header proves, or undefined when it proves nothing. */
export type VerifyGraphToken = (
  authorization: string | undefined,
) => Promise<CallingApp | undefined>;

export type GraphGate = {
  readonly verifyGraphToken: VerifyGraphToken;
  readonly mailboxes: readonly string[];
  readonly limits: Limits;
  readonly faults: Faults;
  readonly clock: { now(): Date };
  /** Called before each request that was let in. */
  readonly onRequest: () => void;
};

type AdmittedCall = Omit<GraphCall, "body">;

/** Graph v1.0 over HTTP: lets requests in as Microsoft 365 would, and answers in its shapes. */
export function createGraphRouter(routes: readonly GraphRoute[], gate: GraphGate): Router {
  const underWay = new Map<string, number>();

  const serve = async (route: GraphRoute | undefined, request: Request, response: Response) => {
    const outcome = await answerTo(route, request, { gate, underWay });
    response.set(traceHeaders(request));
    if (isRefused(outcome)) refuse(response, outcome, gate.clock.now());
    else if (outcome.bytes && gate.faults.take("broken-off", request.path))
      breakOff(response, outcome.bytes);
    else reply(response, outcome, preferencesOf(request));
  };

  const router = Router();
  router.use((request, _response, next) => {
    // Graph addresses an item as `folders('inbox')` or as `folders/inbox`.
    const [path = "", query] = request.url.split(/\?(.*)/s);
    const segments = path.replace(/\((?:'|%27)([^/]*?)(?:'|%27)\)/gi, "/$1");
    request.url = query === undefined ? segments : `${segments}?${query}`;
    next();
  });
  for (const route of routes)
    router[route.method](`/v1.0${route.path}`, (request, response) =>
      serve(route, request, response),
    );
  router.use((request, response) => serve(undefined, request, response));
  return router;
}

async function answerTo(
  route: GraphRoute | undefined,
  request: Request,
  { gate, underWay }: { gate: GraphGate; underWay: Map<string, number> },
): Promise<GraphAnswer | GraphRefusal> {
  const call = await admit(request, gate);
  if (isRefused(call)) return call;
  if (route === undefined)
    return badRequest(`Resource not found for the segment '${call.path.split("/").at(-1) ?? ""}'.`);
  const place = `${call.app.appId} ${call.mailbox}`;
  const others = underWay.get(place) ?? 0;
  if (others >= gate.limits.concurrentRequests) return throttled(gate.limits.retryAfterSeconds);
  underWay.set(place, others + 1);
  try {
    const body = await readJson(request, gate.limits.requestBytes);
    if (isRefused(body)) return body;
    const slow = gate.faults.take("slow", call.path);
    if (slow) await delay(slow.milliseconds);
    gate.onRequest();
    return await route.handle({ ...call, body: body.json });
  } finally {
    underWay.set(place, (underWay.get(place) ?? 1) - 1);
  }
}

async function admit(request: Request, gate: GraphGate): Promise<AdmittedCall | GraphRefusal> {
  const { authorization } = request.headers;
  const app = await gate.verifyGraphToken(authorization);
  if (app === undefined)
    return refused(
      401,
      "InvalidAuthenticationToken",
      authorization === undefined ? "Access token is empty." : "Access token validation failure.",
    );
  const { pathname, searchParams } = new URL(request.url, "https://graph.microsoft.com");
  const path = pathname.replace(/^\/v1\.0/i, "");
  const fault = faultFor(path, gate.faults);
  if (fault) return fault;
  const segment = (name: string): string => {
    const value = request.params[name];
    return typeof value === "string" ? value : "";
  };
  const mailbox = segment("mailbox").toLowerCase();
  const isInScope = mailbox === "" || gate.mailboxes.includes(mailbox);
  if (!isInScope || !app.roles.includes("Mail.ReadWrite")) return accessDenied();
  return {
    app,
    mailbox,
    path,
    options: searchParams,
    preferences: preferencesOf(request),
    ifMatch: request.headers["if-match"],
    segment,
  };
}

function faultFor(path: string, faults: Faults): GraphRefusal | undefined {
  const busy = faults.take("throttled", path);
  if (busy) return throttled(busy.retryAfterSeconds);
  return faults.take("unavailable", path)
    ? refused(503, "ServiceUnavailable", "The service is temporarily unavailable.")
    : undefined;
}

const preferencesOf = (request: Request): Preferences =>
  parsePreferences([request.headers.prefer ?? ""].flat().join(","));

function traceHeaders(request: Request): Record<string, string> {
  const requestId = randomUUID();
  const [stated] = [request.headers["client-request-id"]].flat();
  return { "request-id": requestId, "client-request-id": stated ?? requestId };
}

function refuse(response: Response, refusal: GraphRefusal, now: Date): void {
  const { status, retryAfterSeconds } = refusal;
  if (retryAfterSeconds !== undefined) response.set("Retry-After", String(retryAfterSeconds));
  const ids = {
    requestId: response.get("request-id") ?? "",
    clientRequestId: response.get("client-request-id") ?? "",
  };
  response.status(status).json(errorBody(refusal, ids, now));
}

function reply(response: Response, answer: GraphAnswer, { applied }: Preferences): void {
  response.status(answer.status);
  if (applied.length > 0) response.set("Preference-Applied", applied.join(", "));
  if (answer.bytes) response.type(answer.bytes.contentType).send(answer.bytes.content);
  else if (answer.json) response.json(answer.json);
  else response.end();
}

function breakOff(
  response: Response,
  { content, contentType }: NonNullable<GraphAnswer["bytes"]>,
): void {
  response.type(contentType).set("Content-Length", String(content.length));
  response.write(content.subarray(0, content.length / 2), () => response.destroy());
}
