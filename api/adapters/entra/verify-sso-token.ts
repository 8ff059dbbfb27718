import type { JWTPayload } from "jose";
import type { PersonId } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import type { VerifySignIn } from "../../services/ports/sign-in.ts";
import { createTokenReader, type ApiRegistration } from "./entra-tokens.ts";

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

/**
 * Checks a Teams SSO token of our tenant: what every token must show, the asking client and the scope.
 * Names and addresses in it are never looked at.
 */
export function createSsoVerifier(registration: ApiRegistration): VerifySignIn {
  const read = createTokenReader(registration);
  return async (authorization) => {
    const payload = await read(authorization, ["oid", "scp"]);
    return payload.ok ? personIn(payload.value) : payload;
  };
}

function personIn({ oid, azp, scp }: JWTPayload): Result<PersonId, string> {
  if (typeof azp !== "string" || !trustedClients.has(azp)) return refused("unknown client");
  if (typeof scp !== "string" || !scp.split(" ").includes("access_as_user")) {
    return refused("missing scope");
  }
  return typeof oid === "string" ? ok(oid) : refused("no person");
}
