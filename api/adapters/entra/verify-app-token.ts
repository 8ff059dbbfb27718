import { ok, refused } from "../../domain/result.ts";
import type { VerifyApplication } from "../../services/ports/sign-in.ts";
import { createTokenReader, type ApiRegistration } from "./entra-tokens.ts";

/** The app role that lets the council's website hand complaints in. */
const submits = "Complaints.Submit";

/**
 * Checks a token that an application got for itself (client credentials): what every token must show,
 * and the app role. A person's token is none, whatever roles the person has.
 */
export function createApplicationVerifier(registration: ApiRegistration): VerifyApplication {
  const read = createTokenReader(registration);
  return async (authorization) => {
    const payload = await read(authorization, []);
    if (!payload.ok) return refused({ kind: "not-believed", why: payload.error });
    const { azp, scp, roles } = payload.value;
    if (scp !== undefined) return refused({ kind: "not-permitted", why: "a person’s token" });
    if (!Array.isArray(roles) || !roles.includes(submits)) {
      return refused({ kind: "not-permitted", why: "missing app role" });
    }
    return typeof azp === "string"
      ? ok(azp)
      : refused({ kind: "not-believed", why: "no application" });
  };
}
