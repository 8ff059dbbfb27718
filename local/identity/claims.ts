import { randomUUID } from "node:crypto";
import type { JWTPayload } from "jose";
import type { EstatePerson } from "#local/estate.ts";
import { graphAudience, type RegisteredApp, type Registrations } from "./registrations.ts";

/** Teams on the web, the client that asks for single sign-on tokens. */
const teamsWebClientId = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

/** The issuer of what a channel sends to bots. (What bots get for the channel, Entra ID issues.) */
export const channelIssuer = "https://api.botframework.com";

/** Entra's two token versions name the tenant in two ways. */
export const issuerOf = (tenantId: string, version: "1.0" | "2.0"): string =>
  version === "1.0"
    ? `https://sts.windows.net/${tenantId}/`
    : `https://login.microsoftonline.com/${tenantId}/v2.0`;

/** Whom a single sign-on token is about. */
export type SignedInPerson = Pick<EstatePerson, "id" | "name" | "upn">;

/** What Teams proves to our API about the person in front of the tab. */
export const ssoClaims = (
  { tenantId, clientId }: Registrations,
  { id, name, upn }: SignedInPerson,
): JWTPayload => ({
  aud: clientId,
  iss: issuerOf(tenantId, "2.0"),
  azp: teamsWebClientId,
  azpacr: "0",
  name,
  oid: id,
  preferred_username: upn,
  scp: "access_as_user",
  sub: `${id}.${clientId}`,
  tid: tenantId,
  uti: randomUUID(),
  ver: "2.0",
});

/** What the channel proves to the bot: that Teams sent this, from this service URL. */
export const channelClaims = (
  { botAppId }: Registrations,
  { serviceUrl }: { serviceUrl: string },
): JWTPayload => ({ iss: channelIssuer, aud: botAppId, serviceurl: serviceUrl });

/** What an application proves about itself, without any person, to one audience. */
export const appClaims = (
  registrations: Registrations,
  app: RegisteredApp,
  audience: string,
): JWTPayload =>
  audience === registrations.clientId
    ? apiClaims(registrations, app)
    : microsoftClaims(registrations, app, audience);

// Our API asks for tokens of version 2; one without any app role names none.
const apiClaims = (
  { tenantId, clientId }: Registrations,
  { appId, apiRoles }: RegisteredApp,
): JWTPayload => ({
  aud: clientId,
  iss: issuerOf(tenantId, "2.0"),
  azp: appId,
  azpacr: "1",
  oid: appId,
  sub: appId,
  tid: tenantId,
  uti: randomUUID(),
  ver: "2.0",
  ...(apiRoles.length > 0 && { roles: apiRoles }),
});

const microsoftClaims = (
  { tenantId }: Registrations,
  { appId, graphRoles }: RegisteredApp,
  audience: string,
): JWTPayload => ({
  aud: audience,
  iss: issuerOf(tenantId, "1.0"),
  appid: appId,
  appidacr: "1",
  idtyp: "app",
  oid: appId,
  sub: appId,
  tid: tenantId,
  uti: randomUUID(),
  ver: "1.0",
  ...(audience === graphAudience && { roles: graphRoles }),
});
