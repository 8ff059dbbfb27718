import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAppToken } from "#api/adapters/entra/app-token.ts";
import { estate } from "#local/estate.ts";
import { startTestMicrosoft, type TestMicrosoft } from "#tests/support/test-microsoft.ts";

const graph = "https://graph.microsoft.com";
let microsoft: TestMicrosoft;

beforeAll(async () => {
  microsoft = await startTestMicrosoft();
});
afterAll(() => microsoft.close());

describe("the app's own token", () => {
  it("is one that Graph believes, and is asked for once while it lasts", async () => {
    const appToken = createAppToken(estate.tenantId, {
      kind: "secret",
      clientId: estate.clientId,
      secret: estate.clientSecret,
    });
    const token = await appToken(graph);
    expect(await microsoft.identity.verifyGraphToken(`Bearer ${token}`)).toMatchObject({
      appId: estate.clientId,
    });
    microsoft.signInAnswers = (_request, response) => {
      response.status(500).end();
    };
    expect(await appToken(graph)).toBe(token);
    microsoft.signInAnswers = undefined;
  });

  it("is not to be had with a wrong secret", async () => {
    const appToken = createAppToken(estate.tenantId, {
      kind: "secret",
      clientId: estate.clientId,
      secret: "guessed",
    });
    await expect(appToken(graph)).rejects.toThrow("invalid_client");
  });
});
