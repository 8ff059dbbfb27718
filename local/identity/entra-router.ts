import express, { type Response, type Router } from "express";
import { z } from "zod";
import { issuerOf } from "./claims.ts";
import { tokenErrorBody, tokenRefusals, type TokenRefusal } from "./entra-errors.ts";
import { tokenLifetimeSeconds, type Identity } from "./identity.ts";
import {
  botFrameworkAudience,
  graphAudience,
  registeredApps,
  type RegisteredApp,
  type Registrations,
} from "./registrations.ts";

const loginHost = "https://login.microsoftonline.com";

type TokenRequest = Partial<Record<string, string>>;

type Grant = { app: RegisteredApp; audience: string };

const audienceOf = (
  scope: string,
  { tenantId, clientId }: Registrations,
): string | TokenRefusal => {
  if (!scope.endsWith("/.default")) return tokenRefusals.scopeWithoutDefault(scope);
  const resource = scope.slice(0, -"/.default".length);
  // Our API goes by its id or by its Application ID URI, which names the host it is served from.
  if (resource === clientId || (resource.startsWith("api://") && resource.endsWith(`/${clientId}`)))
    return clientId;
  return [graphAudience, botFrameworkAudience].includes(resource)
    ? resource
    : tokenRefusals.unknownResource(resource, tenantId);
};

const authenticated = (
  request: TokenRequest,
  registrations: Registrations,
): RegisteredApp | TokenRefusal => {
  const { client_id: appId, client_secret: secret } = request;
  if (appId === undefined) return tokenRefusals.missingParameter("client_id");
  const app = registeredApps(registrations).find((registered) => registered.appId === appId);
  if (app === undefined) return tokenRefusals.unknownApplication(appId, registrations.tenantId);
  if (secret === undefined) return tokenRefusals.missingSecret();
  return secret === app.secret ? app : tokenRefusals.wrongSecret(appId);
};

const grantFor = (request: TokenRequest, registrations: Registrations): Grant | TokenRefusal => {
  const { grant_type: grant, scope } = request;
  if (grant === undefined) return tokenRefusals.missingParameter("grant_type");
  if (grant !== "client_credentials") return tokenRefusals.unsupportedGrant(grant);
  const app = authenticated(request, registrations);
  if ("error" in app) return app;
  if (scope === undefined) return tokenRefusals.missingParameter("scope");
  const audience = audienceOf(scope, registrations);
  return typeof audience === "string" ? { app, audience } : audience;
};

/** login.microsoftonline.com for the council's tenant: discovery, keys, and tokens for applications. */
export const entraRouter = (identity: Identity, clock: { now(): Date }): Router => {
  const { registrations, entraKeys } = identity;
  const router = express.Router();
  const refuse = (response: Response, refusal: TokenRefusal) => {
    response.status(refusal.status).json(tokenErrorBody(refusal, clock.now()));
  };

  router.use("/:tenant", (request, response, next) => {
    if (request.params.tenant === registrations.tenantId) {
      next();
      return;
    }
    refuse(response, tokenRefusals.unknownTenant(request.params.tenant));
  });

  router.get("/:tenant/v2.0/.well-known/openid-configuration", (request, response) => {
    const tenantUrl = `${loginHost}/${request.params.tenant}`;
    response.json({
      issuer: issuerOf(request.params.tenant, "2.0"),
      authorization_endpoint: `${tenantUrl}/oauth2/v2.0/authorize`,
      token_endpoint: `${tenantUrl}/oauth2/v2.0/token`,
      jwks_uri: `${tenantUrl}/discovery/v2.0/keys`,
      token_endpoint_auth_methods_supported: ["client_secret_post"],
      response_types_supported: ["code", "id_token", "code id_token"],
      subject_types_supported: ["pairwise"],
      id_token_signing_alg_values_supported: ["RS256"],
    });
  });

  router.get("/:tenant/discovery/v2.0/keys", (_request, response) => {
    response.json({ keys: entraKeys });
  });

  router.post(
    "/:tenant/oauth2/v2.0/token",
    express.text({ type: "application/x-www-form-urlencoded" }),
    async (request, response) => {
      const form = new URLSearchParams(z.string().default("").parse(request.body));
      const grant = grantFor(Object.fromEntries(form), registrations);
      if ("error" in grant) {
        refuse(response, grant);
        return;
      }
      response.set("Cache-Control", "no-store").json({
        token_type: "Bearer",
        expires_in: tokenLifetimeSeconds,
        ext_expires_in: tokenLifetimeSeconds,
        access_token: await identity.appToken(grant.app, grant.audience),
      });
    },
  );

  return router;
};
