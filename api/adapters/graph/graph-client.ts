import {
  AuthenticationHandler,
  Client,
  GraphError,
  HTTPMessageHandler,
  type GraphRequest,
} from "@microsoft/microsoft-graph-client";
import type { Clock } from "../../services/ports/clock.ts";
import { MailboxBusy } from "../../services/ports/mailbox.ts";
import type { AppToken } from "../entra/app-token.ts";
import { Pauses } from "./pauses.ts";
import type { RequestSlots } from "./request-slots.ts";

const resource = "https://graph.microsoft.com";

const waitWhenAway = 60;

/** One call to Graph; `undefined` stands for 404. */
export type GraphCall = <T>(
  path: string,
  ask: (request: GraphRequest) => Promise<T>,
) => Promise<T | undefined>;

/**
 * Calls Graph as the app, in the slots that all instances share and without retrying: throttling becomes
 * `MailboxBusy`, so that the work goes back to its queue instead of holding a function open, and until
 * the time is over nothing of this process asks that mailbox again.
 */
export function createGraphCall(
  appToken: AppToken,
  { slots, clock }: { slots: RequestSlots; clock: Clock },
): GraphCall {
  const authentication = new AuthenticationHandler({ getAccessToken: () => appToken(resource) });
  authentication.setNext(new HTTPMessageHandler());
  const client = Client.initWithMiddleware({ middleware: authentication });
  const pauses = new Pauses(clock);
  return (path, ask) => {
    const place = placeOf(path);
    pauses.refuseUntilOver(place);
    return slots.run(async () => {
      try {
        const answer = await ask(client.api(path).header("Prefer", 'IdType="ImmutableId"'));
        pauses.end(place);
        return answer;
      } catch (cause) {
        if (!(cause instanceof GraphError)) throw notReached(cause);
        if (cause.statusCode === 404) return undefined;
        if (isBusy(cause)) throw new MailboxBusy(pauses.begin(place, retryAfter(cause)), { cause });
        if (isAway(cause)) throw new MailboxBusy(retryAfter(cause) ?? waitWhenAway, { cause });
        throw new Error(`Graph answered ${cause.statusCode} ${cause.code ?? ""}.`, { cause });
      }
    });
  };
}

function notReached(cause: unknown): Error {
  return new Error("Graph could not be reached.", { cause });
}

/** What throttling is counted for: the mailbox of a path or of a link, or else everything besides. */
function placeOf(path: string): string {
  return /\/users\/([^/]+)\//i.exec(path)?.[1]?.toLowerCase() ?? "";
}

function isBusy({ statusCode }: GraphError): boolean {
  return statusCode === 429 || statusCode === 503;
}

// Down, out of reach (which the client calls -1), or closed to us: none of it is the fault of a mail.
function isAway({ statusCode }: GraphError): boolean {
  return statusCode < 400 || statusCode >= 500 || [401, 403, 408].includes(statusCode);
}

function retryAfter(error: GraphError): number | undefined {
  const value = Number(error.headers?.get("Retry-After"));
  return Number.isFinite(value) && value > 0 ? Math.ceil(value) : undefined;
}

/** The status of Graph's answer behind an error of `GraphCall`; undefined when there was no answer. */
export function graphStatus(error: unknown): number | undefined {
  const cause = graphError(error);
  return cause !== undefined && cause.statusCode > 0 ? cause.statusCode : undefined;
}

/** Graph's own code for the error, in lower case, since Graph writes the same one in several ways. */
export function graphCode(error: unknown): string | undefined {
  return graphError(error)?.code?.toLowerCase();
}

function graphError(error: unknown): GraphError | undefined {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof GraphError ? cause : undefined;
}
