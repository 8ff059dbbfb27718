import type { JWTPayload } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createSsoVerifier } from "#api/adapters/entra/verify-sso-token.ts";
import type { VerifySignIn } from "#api/services/ports/sign-in.ts";
import { estate } from "#local/estate.ts";
import { ssoClaims } from "#local/identity/claims.ts";
import { startTestMicrosoft, type TestMicrosoft } from "#tests/support/test-microsoft.ts";

const [person] = estate.people;
if (person === undefined) throw new Error("The council has nobody.");

let microsoft: TestMicrosoft;
let verify: VerifySignIn;

beforeAll(async () => {
  microsoft = await startTestMicrosoft();
  verify = createSsoVerifier(estate);
});
afterAll(() => microsoft.close());
afterEach(() => {
  microsoft.signInAnswers = undefined;
});

const now = () => Math.floor(Date.now() / 1000);
const bearer = async (claims: JWTPayload, key?: "foreign") => {
  const stated = { ...ssoClaims(estate, person), ...claims };
  return `Bearer ${await microsoft.identity.signToken(stated, key && { key })}`;
};
const without = (name: string): JWTPayload => {
  const { [name]: _taken, ...claims } = ssoClaims(estate, person);
  return claims;
};
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a sign-in", () => {
  it("is believed when Teams' own token says it", async () => {
    const token = await microsoft.identity.ssoToken(person);
    expect(await verify(`Bearer ${token}`)).toEqual({ ok: true, value: person.id });
  });

  it.each<[string, JWTPayload]>([
    ["has ended", { iat: now() - 7200, nbf: now() - 7200, exp: now() - 120 }],
    ["has not begun", { nbf: now() + 600 }],
    ["is for another application", { aud: "api://another" }],
    ["is for the bot", { aud: estate.botAppId }],
    [
      "comes from another tenant's issuer",
      { iss: "https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/v2.0" },
    ],
    [
      "comes from the issuer of older tokens",
      { iss: `https://sts.windows.net/${estate.tenantId}/` },
    ],
    ["is about another tenant", { tid: "11111111-1111-4111-8111-111111111111" }],
    [
      "was asked for by a client that is not Microsoft's",
      { azp: "22222222-2222-4222-8222-222222222222" },
    ],
    ["allows something else", { scp: "User.Read" }],
    ["allows something that only begins alike", { scp: "access_as_user_too" }],
    ["names somebody who is not a text", { oid: 7 }],
  ])("is not believed when it %s", async (_words, claims) => {
    expect(await verify(await bearer(claims))).toMatchObject({ ok: false });
  });

  it.each(["scp", "oid", "tid", "azp", "aud", "iss"])(
    "is not believed when it states no %s",
    async (name) => {
      const token = await microsoft.identity.signToken(without(name));
      expect(await verify(`Bearer ${token}`)).toMatchObject({ ok: false });
    },
  );

  it("is not believed when another key signed it under the same name", async () => {
    expect(await verify(await bearer({}, "foreign"))).toMatchObject({ ok: false });
  });

  it("is not believed when nothing signed it", async () => {
    const claims = { ...ssoClaims(estate, person), exp: now() + 600 };
    const kid = microsoft.identity.entraKeys[0]?.kid;
    for (const alg of ["none", "None", "HS256"]) {
      const unsigned = `${part({ alg, typ: "JWT", kid })}.${part(claims)}`;
      expect(await verify(`Bearer ${unsigned}.`)).toMatchObject({ ok: false });
      expect(await verify(`Bearer ${unsigned}.${"A".repeat(43)}`)).toMatchObject({ ok: false });
    }
  });

  it("is not believed when its claims were changed after signing", async () => {
    const [header, , signature] = (await bearer({})).replace("Bearer ", "").split(".");
    const claims = { ...ssoClaims(estate, person), oid: estate.people[3]?.id, exp: now() + 600 };
    const forged = [header, part(claims), signature].join(".");
    expect(await verify(`Bearer ${forged}`)).toMatchObject({ ok: false });
  });

  it.each([
    null,
    "",
    "Bearer",
    "Bearer ",
    "Bearer a.b.c",
    "Basic YTpi",
    "Bearer x y",
    "bearer a.b.c",
  ])("is not believed when it is %s", async (header) => {
    expect(await verify(header)).toMatchObject({ ok: false });
  });

  it("may be a minute late, as clocks are", async () => {
    expect(await verify(await bearer({ exp: now() - 30 }))).toMatchObject({ ok: true });
  });

  it.each([
    ["fails", 500, "down"],
    ["answers nonsense", 200, "<html>"],
    ["has no keys to give", 200, '{"keys":7}'],
  ])("is a fault and no refusal when Entra ID %s", async (_words, status, body) => {
    microsoft.signInAnswers = (_request, response) => {
      response.status(status).type("json").send(body);
    };
    const fresh = createSsoVerifier(estate);
    const token = await bearer({});
    await expect(fresh(token)).rejects.toThrow("could not be checked");
  });
});
