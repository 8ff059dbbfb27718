import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { estate as council } from "#local/estate.ts";
import { type Estate, startEstate } from "#local/estate-runtime.ts";

const day = 86_400_000;

describe("the estate, started from code", () => {
  let dataFolder: string;
  let estate: Estate;
  const start = (): Promise<Estate> => startEstate({ dataFolder, ports: "free" });
  const inDays = (days: number): Date => new Date(estate.clock.now().getTime() + days * day);

  /** Asks the app as a person of the council does: through the shell, with the token Teams gives their tab. */
  async function whoAmI(): Promise<{ status: number; body: unknown }> {
    const [person] = council.people;
    const issued = await fetch(`${estate.url}/shell/people/${person?.id ?? ""}/token`, {
      method: "POST",
    });
    const { token } = (await issued.json()) as { token: string };
    const response = await fetch(`${estate.url}/api/me`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return { status: response.status, body: isJson ? await response.json() : undefined };
  }

  beforeAll(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), "estate-"));
    estate = await start();
  });
  afterAll(async () => {
    await estate.stop();
    rmSync(dataFolder, { recursive: true });
  });

  it("signs the people of its directory in to the app", async () => {
    expect(await whoAmI()).toMatchObject({ status: 200, body: { name: "Priya Nair" } });
  });

  it("serves the page and the tab on one address", async () => {
    for (const path of ["/", "/tab/"]) {
      const response = await fetch(`${estate.url}${path}`);
      expect(response.headers.get("content-type")).toContain("text/html");
    }
  });

  it("signs people in after a move of the clock, when every earlier token has expired", async () => {
    await estate.clock.moveTo(inDays(3));
    expect(await whoAmI()).toMatchObject({ status: 200 });
  });

  it("finds the app down when its host is killed, and up again when it is restarted", async () => {
    await estate.host.kill();
    expect(await whoAmI()).toMatchObject({ status: 502 });
    await estate.clock.moveTo(inDays(1));
    await estate.host.restart();
    expect(await whoAmI()).toMatchObject({ status: 200 });
  });

  it("refuses a second estate on the same data", async () => {
    await expect(start()).rejects.toThrow("already runs");
  });

  it("goes on from its data: the clock, the directory and the signing keys stay", async () => {
    const { offsetMs } = estate.clock;
    const { entraKeys } = estate.identity;
    await estate.stop();
    estate = await start();
    expect(estate.clock.offsetMs).toBe(offsetMs);
    expect(estate.identity.entraKeys).toEqual(entraKeys);
    expect(await whoAmI()).toMatchObject({ status: 200, body: { name: "Priya Nair" } });
  });
});
