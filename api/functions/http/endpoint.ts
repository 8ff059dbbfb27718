import { app, type HttpHandler } from "@azure/functions";

/** One address of the app and what answers there. */
export type Endpoint = {
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT";
  readonly route: string;
  readonly handler: HttpHandler;
};

/**
 * Gives endpoints to the Functions host. They are anonymous to it because each checks for itself who is
 * asking: a key of the host would add nothing to a verified token.
 */
export function registerEndpoints(endpoints: readonly Endpoint[]): void {
  for (const { name, method, route, handler } of endpoints) {
    app.http(name, { authLevel: "anonymous", methods: [method], route, handler });
  }
}
