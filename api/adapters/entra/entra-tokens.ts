import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from "jose";
import { ok, refused, type Result } from "../../domain/result.ts";

export type ApiRegistration = { readonly tenantId: string; readonly clientId: string };

/** The claims of a bearer token, or why it is not believed. Outages throw. */
export type ReadToken = (
  authorization: string | null,
  requiredClaims: readonly string[],
) => Promise<Result<JWTPayload, string>>;

const skewSeconds = 60;

/**
 * Checks what every token for our API must show, whoever it speaks of: RS256 signature by the tenant's
 * keys, issuer, audience, tenant and times.
 */
export function createTokenReader({ tenantId, clientId }: ApiRegistration): ReadToken {
  const authority = `https://login.microsoftonline.com/${tenantId}`;
  const keys = createRemoteJWKSet(new URL(`${authority}/discovery/v2.0/keys`));
  return async (authorization, requiredClaims) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? "")?.[1];
    if (token === undefined) return refused("no bearer token");
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: `${authority}/v2.0`,
        audience: clientId,
        algorithms: ["RS256"],
        clockTolerance: skewSeconds,
        requiredClaims: ["exp", "tid", "azp", ...requiredClaims],
      });
      return payload.tid === tenantId ? ok(payload) : refused("foreign tenant");
    } catch (cause) {
      if (isRejection(cause)) return refused(cause.code);
      throw new Error("A sign-in token could not be checked.", { cause });
    }
  };
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
