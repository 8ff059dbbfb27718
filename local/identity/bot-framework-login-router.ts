import express, { type Router } from "express";
import { channelIssuer } from "./claims.ts";
import type { Identity } from "./identity.ts";

const loginHost = "https://login.botframework.com";

/** login.botframework.com: where a bot finds the keys that prove an activity came from its channel. */
export const botFrameworkLoginRouter = ({ channelKeys }: Identity): Router => {
  const router = express.Router();

  router.get("/v1/.well-known/openidconfiguration", (_request, response) => {
    response.json({
      issuer: channelIssuer,
      authorization_endpoint: "https://invalid.botframework.com",
      jwks_uri: `${loginHost}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
      token_endpoint_auth_methods_supported: ["private_key_jwt"],
    });
  });

  router.get("/v1/.well-known/keys", (_request, response) => {
    response.json({ keys: channelKeys });
  });

  return router;
};
