import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from "jose";
import type { PersonId } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import type { VerifySignIn } from "../../services/ports/sign-in.ts";

export type SsoSettings = { readonly tenantId: string; readonly clientId: string };

/** Microsoft's own clients that may ask for our token on a person's behalf (platform 4.1). */
const trustedClients = new Set([
  "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
  "5e3ce6c0-2b1f-4285-8d4b-75ee78787346",
  "4765445b-32c6-49b0-83e6-1d93765276ca",
  "0ec893e0-5785-4de6-99da-4ed124e5296c",
  "d3590ed6-52b3-4102-aeff-aad2292ab01c",
  "bc59ab01-8403-45c6-8796-ac3ef710b3e3",
  "27922004-5251-4030-b22d-91ecd9a37ea4",
]);
const skewSeconds = 60;

/**
 * Checks a Teams SSO token of our tenant: RS256 signature by the tenant's keys, issuer, audience,
 * tenant, asking client, scope and times. Names and addresses in it are never looked at.
 */
export function createSsoVerifier({ tenantId, clientId }: SsoSettings): VerifySignIn {
  const authority = `https://login.microsoftonline.com/${tenantId}`;
  const keys = createRemoteJWKSet(new URL(`${authority}/discovery/v2.0/keys`));
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? "")?.[1];
    if (token === undefined) return refused("no bearer token");
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: `${authority}/v2.0`,
        audience: clientId,
        algorithms: ["RS256"],
        clockTolerance: skewSeconds,
        requiredClaims: ["exp", "oid", "tid", "azp", "scp"],
      });
      return personIn(payload, tenantId);
    } catch (cause) {
      if (isRejection(cause)) return refused(cause.code);
      throw new Error("A sign-in token could not be checked.", { cause });
    }
  };
}

function personIn(payload: JWTPayload, tenantId: string): Result<PersonId, string> {
  const { oid, tid, azp, scp } = payload;
  if (tid !== tenantId) return refused("foreign tenant");
  if (typeof azp !== "string" || !trustedClients.has(azp)) return refused("unknown client");
  if (typeof scp !== "string" || !scp.split(" ").includes("access_as_user")) {
    return refused("missing scope");
  }
  return typeof oid === "string" ? ok(oid) : refused("no person");
}

// Fetching the keys may fail too: jose tells that by its general code or of the key set, and it says
// nothing about the token.
function isRejection(cause: unknown): cause is errors.JOSEError {
  return (
    cause instanceof errors.JOSEError &&
    cause.code !== errors.JOSEError.code &&
    !(cause instanceof errors.JWKSTimeout) &&
    !(cause instanceof errors.JWKSInvalid)
  );
}
