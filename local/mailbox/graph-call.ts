import type { GraphRefusal } from "./graph-errors.ts";
import type { Preferences } from "./preferences.ts";

/** The application behind a token, and what it may do. */
export type CallingApp = { readonly appId: string; readonly roles: readonly string[] };

/** A request that was let in. */
export type GraphCall = {
  readonly app: CallingApp;
  /** Lower case; empty for requests that name no mailbox. */
  readonly mailbox: string;
  /** The path as it was asked for, from `/v1.0` on and without the query. */
  readonly path: string;
  readonly options: URLSearchParams;
  readonly preferences: Preferences;
  readonly ifMatch: string | undefined;
  /** The parsed JSON, undefined when there was none. */
  readonly body: unknown;
  /** A segment of the path by its name in the route. */
  segment(name: string): string;
};

export type GraphAnswer = {
  readonly kind: "answered";
  readonly status: number;
  readonly json?: object;
  readonly bytes?: { readonly content: Buffer; readonly contentType: string };
};

export type GraphHandler = (
  call: GraphCall,
) => GraphAnswer | GraphRefusal | Promise<GraphAnswer | GraphRefusal>;

export type GraphRoute = {
  readonly method: "get" | "post" | "patch" | "delete";
  readonly path: string;
  readonly handle: GraphHandler;
};

export const answered = (status: number, json?: object): GraphAnswer => ({
  kind: "answered",
  status,
  ...(json && { json }),
});

export const answeredBytes = (content: Buffer, contentType: string): GraphAnswer => ({
  kind: "answered",
  status: 200,
  bytes: { content, contentType },
});

/** The metadata address that begins every answer; nobody reads it, but Graph always sends it. */
export const contextOf = (mailbox: string, what: string): string =>
  `https://graph.microsoft.com/v1.0/$metadata#users('${encodeURIComponent(mailbox)}')/${what}`;
