import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AuthError,
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
} from "@azure/msal-node";
import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { estate } from "#local/estate.ts";
import { ssoClaims } from "#local/identity/claims.ts";
import { entraRouter } from "#local/identity/entra-router.ts";
import { openIdentity, type Identity } from "#local/identity/identity.ts";
import type { LoopbackServer } from "#local/microsoft/loopback.ts";
import { startMicrosoft } from "#local/microsoft/server.ts";

const entra = "https://login.microsoftonline.com";
const graphScope = "https://graph.microsoft.com/.default";
const [priya] = estate.people;
if (priya === undefined) throw new Error("The estate has no people.");

let now = new Date("2026-11-02T09:00:00Z");
const clock = { now: () => now };
let identity: Identity;
let microsoft: LoopbackServer;

beforeAll(async () => {
  identity = await openIdentity({ clock, registrations: estate });
  const hosts = { "login.microsoftonline.com": entraRouter(identity, clock) };
  microsoft = await startMicrosoft({ port: 0, hosts });
});
afterAll(() => microsoft.close());

const local = (url: string) => url.replace("https://", `${microsoft.url}/`);

const networkClient: INetworkModule = {
  sendGetRequestAsync: (url, options) => send("GET", url, options),
  sendPostRequestAsync: (url, options) => send("POST", url, options),
};

const send = async (method: string, url: string, options: NetworkRequestOptions = {}) => {
  const { headers = {}, body } = options;
  const response = await fetch(local(url), {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    // MSAL states the type of the body by itself.
    body: (await response.json()) as never,
  };
};

const application = (over: { clientSecret?: string; clientId?: string; tenantId?: string } = {}) =>
  new ConfidentialClientApplication({
    auth: {
      clientId: over.clientId ?? estate.clientId,
      clientSecret: over.clientSecret ?? estate.clientSecret,
      authority: `${entra}/${over.tenantId ?? estate.tenantId}`,
    },
    system: { networkClient },
  });

const refusalOf = async (app: ConfidentialClientApplication, scopes = [graphScope]) => {
  const refusal: unknown = await app
    .acquireTokenByClientCredential({ scopes })
    .catch((e: unknown) => e);
  if (!(refusal instanceof AuthError)) throw new Error("MSAL was not refused.");
  return refusal;
};

describe("an application signs in with MSAL", () => {
  it("a Graph token names the application and the permissions it was granted", async () => {
    const answer = await application().acquireTokenByClientCredential({ scopes: [graphScope] });

    const caller = await identity.verifyGraphToken(`Bearer ${answer?.accessToken ?? ""}`);
    expect(caller).toEqual({ appId: estate.clientId, roles: ["Mail.ReadWrite", "Mail.Send"] });
  });

  it("a wrong secret is refused as Entra ID refuses it", async () => {
    const refusal = await refusalOf(application({ clientSecret: "old-secret" }));

    expect(refusal.errorCode).toBe("invalid_client");
    expect(refusal.errorMessage).toContain("AADSTS7000215");
  });

  it("an application nobody registered is refused", async () => {
    const clientId = "c0a1e5ce-2b7d-4c1f-8f5e-51d2b0c7affe";
    const refusal = await refusalOf(application({ clientId }));

    expect(refusal.errorCode).toBe("unauthorized_client");
    expect(refusal.errorMessage).toContain("AADSTS700016");
  });

  it("a tenant that does not exist is refused", async () => {
    const tenantId = "11111111-5a0d-4a52-9d6e-3f6f1c2a9e10";
    const refusal = await refusalOf(application({ tenantId }));

    expect(refusal.errorMessage).toContain("AADSTS90002");
  });

  it("a scope that is not a resource's default is refused", async () => {
    const refusal = await refusalOf(application(), ["https://graph.microsoft.com/Mail.Read"]);

    expect(refusal.errorMessage).toContain("AADSTS1002012");
  });

  it("a resource the tenant does not know is refused", async () => {
    const refusal = await refusalOf(application(), ["https://vault.azure.net/.default"]);

    expect(refusal.errorCode).toBe("invalid_resource");
  });
});

describe("an app-only token", () => {
  const graphToken = async () => {
    const answer = await application().acquireTokenByClientCredential({ scopes: [graphScope] });
    return answer?.accessToken ?? "";
  };

  it("does not open the Bot Connector when it was issued for Graph", async () => {
    expect(await identity.verifyBotToken(`Bearer ${await graphToken()}`)).toBeUndefined();
  });

  it("proves nothing once the estate's clock has passed its hour", async () => {
    const token = await graphToken();
    const before = now;
    now = new Date(now.getTime() + 2 * 3600 * 1000);
    const late = await identity.verifyGraphToken(`Bearer ${token}`);
    now = before;

    expect(late).toBeUndefined();
  });

  it("proves nothing when somebody else signed it under our key's id", async () => {
    const claims = decodeJwt(await graphToken());
    const forged = await identity.signToken(claims, { key: "foreign" });

    expect(await identity.verifyGraphToken(`Bearer ${forged}`)).toBeUndefined();
  });
});

describe("a person's single sign-on token", () => {
  const publishedKeys = () =>
    createRemoteJWKSet(new URL(`${entra}/${estate.tenantId}/discovery/v2.0/keys`), {
      [customFetch]: (url, options) => fetch(local(url), options),
    });
  const expected = {
    issuer: `${entra}/${estate.tenantId}/v2.0`,
    audience: estate.clientId,
    currentDate: now,
  };

  it("is verified with the published keys and names the person", async () => {
    const token = await identity.ssoToken(priya);

    const { payload } = await jwtVerify(token, publishedKeys(), expected);
    expect(payload).toMatchObject({
      oid: priya.id,
      tid: estate.tenantId,
      scp: "access_as_user",
      azp: "5e3ce6c0-2b1f-4285-8d4b-75ee78787346",
      ver: "2.0",
    });
  });

  it("can be made with any single claim wrong, so that tests can try what must be refused", async () => {
    const token = await identity.signToken({ ...ssoClaims(estate, priya), aud: estate.botAppId });

    await expect(jwtVerify(token, publishedKeys(), expected)).rejects.toThrow(/"aud"/);
  });

  it("is not verified when it was signed with a foreign key", async () => {
    const token = await identity.signToken(ssoClaims(estate, priya), { key: "foreign" });

    await expect(jwtVerify(token, publishedKeys(), expected)).rejects.toThrow(/signature/);
  });

  it("the discovery document leads to the issuer and keys it is verified with", async () => {
    const url = `${entra}/${estate.tenantId}/v2.0/.well-known/openid-configuration`;
    const metadata: unknown = await (await fetch(local(url))).json();

    expect(metadata).toMatchObject({
      issuer: expected.issuer,
      jwks_uri: `${entra}/${estate.tenantId}/discovery/v2.0/keys`,
      token_endpoint: `${entra}/${estate.tenantId}/oauth2/v2.0/token`,
    });
  });
});

it("tokens outlive a restart of the estate, because its keys are kept in a folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "redress-keys-"));
  try {
    const first = await openIdentity({ clock, registrations: estate, folder });
    const token = await first.appToken(
      {
        appId: estate.clientId,
        secret: estate.clientSecret,
        graphRoles: ["Mail.Send"],
        apiRoles: [],
      },
      "https://graph.microsoft.com",
    );
    const second = await openIdentity({ clock, registrations: estate, folder });

    expect(await second.verifyGraphToken(`Bearer ${token}`)).toBeDefined();
    expect(second.channelKeys).toEqual(first.channelKeys);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it("a host that is not emulated is answered with the address that was asked for", async () => {
  const response = await fetch(`${microsoft.url}/outlook.office.com/owa`);

  expect(response.status).toBe(404);
  expect(await response.text()).toContain("/outlook.office.com/owa");
});
