/** A request Graph refuses: the answer's status, Graph's own error code and its sentence. */
export type GraphRefusal = {
  readonly kind: "refused";
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfterSeconds?: number;
};

export function refused(status: number, code: string, message: string): GraphRefusal {
  return { kind: "refused", status, code, message };
}

export function isRefused(value: unknown): value is GraphRefusal {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "refused";
}

export const itemNotFound = (): GraphRefusal =>
  refused(404, "ErrorItemNotFound", "The specified object was not found in the store.");

export const malformedId = (): GraphRefusal =>
  refused(400, "ErrorInvalidIdMalformed", "Id is malformed.");

export const accessDenied = (): GraphRefusal =>
  refused(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");

export const badRequest = (message: string): GraphRefusal => refused(400, "BadRequest", message);

export const throttled = (retryAfterSeconds?: number): GraphRefusal => ({
  ...refused(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit."),
  ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
});

/** The two ids by which one request can be traced. */
export type RequestIds = { readonly requestId: string; readonly clientRequestId: string };

/** The refusal as the JSON that Graph answers. */
export function errorBody(refusal: GraphRefusal, ids: RequestIds, now: Date): object {
  return {
    error: {
      code: refusal.code,
      message: refusal.message,
      innerError: {
        date: now.toISOString().slice(0, 19),
        "request-id": ids.requestId,
        "client-request-id": ids.clientRequestId,
      },
    },
  };
}
