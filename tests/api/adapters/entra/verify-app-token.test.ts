import type { JWTPayload } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApplicationVerifier } from "#api/adapters/entra/verify-app-token.ts";
import type { VerifyApplication } from "#api/services/ports/sign-in.ts";
import { estate } from "#local/estate.ts";
import { startTestMicrosoft, type TestMicrosoft } from "#tests/support/test-microsoft.ts";

let microsoft: TestMicrosoft;
let verify: VerifyApplication;

beforeAll(async () => {
  microsoft = await startTestMicrosoft();
  verify = createApplicationVerifier(estate);
});
afterAll(() => microsoft.close());

/** A token as the council's website asks Entra ID for it. */
async function tokenFor(app: { id: string; secret: string }): Promise<string> {
  const address = `https://login.microsoftonline.com/${estate.tenantId}/oauth2/v2.0/token`;
  const response = await fetch(address, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: app.id,
      client_secret: app.secret,
      scope: `api://redress.wexcombe.gov.uk/${estate.clientId}/.default`,
    }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

const website = { id: estate.websiteAppId, secret: estate.websiteAppSecret };
const now = () => Math.floor(Date.now() / 1000);
const claims = {
  aud: estate.clientId,
  iss: `https://login.microsoftonline.com/${estate.tenantId}/v2.0`,
  tid: estate.tenantId,
  azp: website.id,
  roles: ["Complaints.Submit"],
};
const bearer = async (change: JWTPayload, key?: "foreign") => {
  const stated = Object.entries<unknown>({ ...claims, ...change }).filter(
    ([, value]) => value !== undefined,
  );
  return `Bearer ${await microsoft.identity.signToken(Object.fromEntries(stated), key && { key })}`;
};

describe("an application", () => {
  it("hands complaints in once the council has granted it the app role", async () => {
    expect(await verify(`Bearer ${await tokenFor(website)}`)).toEqual({
      ok: true,
      value: website.id,
    });
  });

  it("is not let in by another application’s token of the same tenant, which has no role", async () => {
    const token = await tokenFor({ id: estate.botAppId, secret: estate.botAppSecret });
    expect(await verify(`Bearer ${token}`)).toMatchObject({ error: { kind: "not-permitted" } });
  });

  it("is not a person, whatever roles the person has", async () => {
    const token = await bearer({ scp: "access_as_user", oid: "a11ce000" });
    expect(await verify(token)).toMatchObject({ error: { kind: "not-permitted" } });
  });

  it.each<[string, JWTPayload]>([
    ["has ended", { iat: now() - 7200, nbf: now() - 7200, exp: now() - 120 }],
    ["is for Graph", { aud: "https://graph.microsoft.com" }],
    [
      "comes from the issuer of older tokens",
      { iss: `https://sts.windows.net/${estate.tenantId}/` },
    ],
    ["is about another tenant", { tid: "11111111-1111-4111-8111-111111111111" }],
    ["names no tenant", { tid: undefined }],
    ["names no application", { azp: undefined }],
  ])("is not believed when its token %s", async (_what, change) => {
    expect(await verify(await bearer(change))).toMatchObject({ error: { kind: "not-believed" } });
  });

  it.each<[string, JWTPayload]>([
    ["has another role", { roles: ["Complaints.Read"] }],
    ["has its role as a word and not in a list", { roles: "Complaints.Submit" }],
  ])("is not let in when its token %s", async (_what, change) => {
    expect(await verify(await bearer(change))).toMatchObject({ error: { kind: "not-permitted" } });
  });

  it("is not believed without a token or with one that another key signed", async () => {
    expect(await verify(null)).toMatchObject({ error: { kind: "not-believed" } });
    expect(await verify(await bearer({}, "foreign"))).toMatchObject({
      error: { kind: "not-believed" },
    });
  });
});
