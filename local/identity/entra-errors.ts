import { randomUUID } from "node:crypto";

/** A refusal of the token endpoint: OAuth's `error`, Entra's AADSTS number and what it means. */
export type TokenRefusal = {
  readonly status: 400 | 401;
  readonly error: string;
  readonly code: number;
  readonly message: string;
};

/** The refusals a misconfigured application meets most often, worded as Entra ID words them. */
export const tokenRefusals = {
  unknownTenant: (tenant: string): TokenRefusal => ({
    status: 400,
    error: "invalid_request",
    code: 90002,
    message: `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  }),
  missingParameter: (name: string): TokenRefusal => ({
    status: 400,
    error: "invalid_request",
    code: 900144,
    message: `The request body must contain the following parameter: '${name}'.`,
  }),
  unsupportedGrant: (grant: string): TokenRefusal => ({
    status: 400,
    error: "unsupported_grant_type",
    code: 70003,
    message: `The app requested an unsupported grant type '${grant}'.`,
  }),
  unknownApplication: (appId: string, tenant: string): TokenRefusal => ({
    status: 400,
    error: "unauthorized_client",
    code: 700016,
    message: `Application with identifier '${appId}' was not found in the directory '${tenant}'.`,
  }),
  missingSecret: (): TokenRefusal => ({
    status: 401,
    error: "invalid_client",
    code: 7000216,
    message:
      "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
  }),
  wrongSecret: (appId: string): TokenRefusal => ({
    status: 401,
    error: "invalid_client",
    code: 7000215,
    message: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${appId}'.`,
  }),
  scopeWithoutDefault: (scope: string): TokenRefusal => ({
    status: 400,
    error: "invalid_scope",
    code: 1002012,
    message: `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
  }),
  unknownResource: (resource: string, tenant: string): TokenRefusal => ({
    status: 400,
    error: "invalid_resource",
    code: 500011,
    message: `The resource principal named ${resource} was not found in the tenant named ${tenant}.`,
  }),
} as const;

/** The JSON body Entra ID sends with a refusal; MSAL reads `error` and the AADSTS number from it. */
export const tokenErrorBody = ({ error, code, message }: TokenRefusal, now: Date) => {
  const traceId = randomUUID();
  const correlationId = randomUUID();
  const timestamp = now
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, "Z");
  return {
    error,
    error_description: `AADSTS${code}: ${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  };
};
