import {
  AuthenticationHandler,
  Client,
  GraphError,
  HTTPMessageHandler,
  type GraphRequest,
} from "@microsoft/microsoft-graph-client";
import pLimit from "p-limit";
import { MailboxBusy } from "../../services/ports/mailbox.ts";
import type { AppToken } from "../entra/app-token.ts";

const resource = "https://graph.microsoft.com";

/** Platform 1.6: Outlook takes four requests at a time from an app, attachments and sends included. */
const mostAtOnce = 4;
const waitWhenNotTold = 10;
const waitWhenAway = 60;

/** One call to Graph; `undefined` stands for 404. */
export type GraphCall = <T>(
  path: string,
  ask: (request: GraphRequest) => Promise<T>,
) => Promise<T | undefined>;

/**
 * Calls Graph as the app, at most four at a time and without retrying: throttling becomes
 * `MailboxBusy`, so that the work goes back to its queue instead of holding a function open.
 */
export function createGraphCall(appToken: AppToken): GraphCall {
  const authentication = new AuthenticationHandler({ getAccessToken: () => appToken(resource) });
  authentication.setNext(new HTTPMessageHandler());
  const client = Client.initWithMiddleware({ middleware: authentication });
  const limit = pLimit(mostAtOnce);
  return async (path, ask) => {
    try {
      const request = client.api(path).header("Prefer", 'IdType="ImmutableId"');
      return await limit(() => ask(request));
    } catch (cause) {
      if (!(cause instanceof GraphError)) throw new Error("Graph could not be reached.", { cause });
      if (cause.statusCode === 404) return undefined;
      if (isAway(cause)) throw new MailboxBusy(retryAfterSeconds(cause), { cause });
      throw new Error(`Graph answered ${cause.statusCode} ${cause.code ?? ""}.`, { cause });
    }
  };
}

// Throttled, down, out of reach (which the client calls -1), or closed to us: none of it is the fault of a mail.
function isAway({ statusCode }: GraphError): boolean {
  return statusCode < 400 || statusCode >= 500 || [401, 403, 408, 429].includes(statusCode);
}

function retryAfterSeconds(error: GraphError): number {
  const value = Number(error.headers?.get("Retry-After"));
  if (Number.isFinite(value) && value > 0) return value;
  return error.statusCode === 429 || error.statusCode === 503 ? waitWhenNotTold : waitWhenAway;
}

/** The status of Graph's answer behind an error of `GraphCall`; undefined when there was no answer. */
export function graphStatus(error: unknown): number | undefined {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof GraphError && cause.statusCode > 0 ? cause.statusCode : undefined;
}
