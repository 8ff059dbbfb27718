import { createLocalJWKSet, errors, jwtVerify, SignJWT, type JWK, type JWTPayload } from "jose";
import { z } from "zod";
import {
  appClaims,
  channelClaims,
  channelIssuer,
  issuerOf,
  ssoClaims,
  type SignedInPerson,
} from "./claims.ts";
import {
  botFrameworkAudience,
  graphAudience,
  type RegisteredApp,
  type Registrations,
} from "./registrations.ts";
import { newSigningKey, openSigningKey, type SigningKey } from "./signing-keys.ts";

export const tokenLifetimeSeconds = 3600;

/** `own`: the key the token's issuer publishes; `foreign`: another one under the same key id, as a forger would. */
export type TokenKey = "own" | "foreign";

/** The application a verified app-only token was issued to. */
export type AppCaller = { readonly appId: string; readonly roles: readonly string[] };

/** Issues and checks every token of the estate, in the shapes of Entra ID and the Bot Framework. */
export type Identity = {
  readonly registrations: Registrations;
  /** Public keys published under login.microsoftonline.com. */
  readonly entraKeys: readonly JWK[];
  /** Public keys published under login.botframework.com, endorsed for Teams. */
  readonly channelKeys: readonly (JWK & { endorsements: readonly string[] })[];
  /** The token Teams hands to a tab: v2, one hour, audience our API. */
  ssoToken(person: SignedInPerson): Promise<string>;
  /** The token Teams sends with every activity it posts to the bot. */
  channelToken(channel: { serviceUrl: string }): Promise<string>;
  /** The app-only token of a client-credentials grant for one audience. */
  appToken(app: RegisteredApp, audience: string): Promise<string>;
  /** The application behind a Graph call's Authorization header, or undefined when it proves nothing. */
  verifyGraphToken(authorization: string | undefined): Promise<AppCaller | undefined>;
  /** Our bot behind a Bot Connector call, or undefined when the Authorization header proves anything else. */
  verifyBotToken(authorization: string | undefined): Promise<AppCaller | undefined>;
  /** Signs any claims; `iat`, `nbf` and `exp` (one hour) are added unless the claims state them. */
  signToken(claims: JWTPayload, options?: { key?: TokenKey }): Promise<string>;
};

type Clock = { now(): Date };

type TokenChecker = {
  keys: readonly JWK[];
  issuer: string;
  clock: Clock;
};

const appTokenSchema = z.object({ appid: z.string(), roles: z.array(z.string()).default([]) });

const appTokenVerifier = ({ keys, issuer, clock }: TokenChecker) => {
  const keySet = createLocalJWKSet({ keys: [...keys] });
  return async (authorization = "", audience: string): Promise<AppCaller | undefined> => {
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    if (token === undefined) return undefined;
    try {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: ["RS256"],
        issuer,
        audience,
        currentDate: clock.now(),
        clockTolerance: 300,
      });
      const claims = appTokenSchema.safeParse(payload);
      return claims.success ? { appId: claims.data.appid, roles: claims.data.roles } : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
};

const tokenSigner = (keys: { entra: SigningKey; channel: SigningKey }, clock: Clock) => {
  let foreign: Promise<SigningKey> | undefined;
  const sign: Identity["signToken"] = async (claims, { key = "own" } = {}) => {
    const own = claims.iss === channelIssuer ? keys.channel : keys.entra;
    const signer = key === "own" ? own : await (foreign ??= newSigningKey());
    const now = Math.floor(clock.now().getTime() / 1000);
    return new SignJWT({ iat: now, nbf: now, exp: now + tokenLifetimeSeconds, ...claims })
      .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: own.kid })
      .sign(signer.privateKey);
  };
  return sign;
};

/** Opens the estate's issuer; its keys are kept in `folder`, or in memory when there is none. */
export const openIdentity = async (options: {
  clock: Clock;
  registrations: Registrations;
  folder?: string;
}): Promise<Identity> => {
  const { clock, registrations, folder } = options;
  const open = (name: string): Promise<SigningKey> =>
    folder === undefined ? newSigningKey() : openSigningKey(folder, name);
  const [entra, channel] = await Promise.all([open("entra"), open("bot-framework")]);

  const entraKeys = [entra.publicJwk];
  const signToken = tokenSigner({ entra, channel }, clock);
  const verifyAppToken = appTokenVerifier({
    keys: entraKeys,
    issuer: issuerOf(registrations.tenantId, "1.0"),
    clock,
  });

  return {
    registrations,
    entraKeys,
    channelKeys: [{ ...channel.publicJwk, endorsements: ["msteams"] }],
    ssoToken: (person) => signToken(ssoClaims(registrations, person)),
    channelToken: (address) => signToken(channelClaims(registrations, address)),
    appToken: (app, audience) => signToken(appClaims(registrations, app, audience)),
    verifyGraphToken: (authorization) => verifyAppToken(authorization, graphAudience),
    verifyBotToken: async (authorization) => {
      const caller = await verifyAppToken(authorization, botFrameworkAudience);
      return caller?.appId === registrations.botAppId ? caller : undefined;
    },
    signToken,
  };
};
