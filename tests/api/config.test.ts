import { describe, expect, it } from "vitest";
import { readConfig } from "#api/config.ts";
import { appSettings } from "#local/app-settings.ts";
import { estate } from "#local/estate.ts";

const settings = appSettings({
  publicUrl: "https://redress.wexcombe.gov.uk/",
  storageConnectionString: "UseDevelopmentStorage=true",
});
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !names.includes(name)));

describe("the settings", () => {
  it("are typed, with one origin and mailboxes in one writing", () => {
    const config = readConfig({
      ...settings,
      MAILBOXES: " Complaints@Wexcombe.gov.uk, b@c.uk = housing-ombudsman-2024",
    });
    expect(config).toMatchObject({
      publicUrl: "https://redress.wexcombe.gov.uk",
      mailboxes: [
        { address: "complaints@wexcombe.gov.uk", policy: "lgsco-2024" },
        { address: "b@c.uk", policy: "housing-ombudsman-2024" },
      ],
      credential: { kind: "secret" },
      storage: { kind: "connection-string" },
      defaultPolicy: "lgsco-2024",
    });
  });

  it("name the procedures the council follows, those of most councils unless told otherwise", () => {
    expect(readConfig(without("POLICIES")).policies).toEqual([
      "lgsco-2024",
      "housing-ombudsman-2024",
      "children-act-1989",
      "adult-social-care-2009",
      "member-enquiry",
      "ombudsman-enquiry",
    ]);
    const own = {
      MAILBOXES: estate.mailbox,
      DEFAULT_POLICY: "stockton-2019",
      POLICIES: "stockton-2019, children-act-1989",
    };
    expect(readConfig({ ...settings, ...own }).policies).toEqual([
      "stockton-2019",
      "children-act-1989",
    ]);
  });

  it("need no secret in Azure, where managed identities stand in", () => {
    const azure = {
      ...without("CLIENT_SECRET", "AzureWebJobsStorage"),
      AzureWebJobsStorage__accountName: "redress",
      AzureWebJobsStorage__clientId: estate.clientId,
    };
    expect(readConfig(azure)).toMatchObject({
      credential: { kind: "managed-identity" },
      storage: { kind: "managed-identity", accountName: "redress" },
    });
  });

  it.each([
    "COUNCIL_NAME",
    "TENANT_ID",
    "CLIENT_ID",
    "BOT_APP_ID",
    "BOT_APP_SECRET",
    "TEAMS_APP_ID",
    "PUBLIC_URL",
    "MAILBOXES",
    "AzureWebJobsStorage",
  ])("name %s when it is missing", (name) => {
    expect(() => readConfig(without(name))).toThrow(name);
  });

  it.each([
    ["TENANT_ID", "wexcombe.gov.uk"],
    ["CLIENT_ID", "7"],
    ["BOT_APP_ID", ""],
    ["BOT_APP_SECRET", ""],
    ["TEAMS_APP_ID", "redress"],
    ["PUBLIC_URL", "redress"],
    ["MAILBOXES", "complaints"],
    ["MAILBOXES", ""],
    ["MAILBOXES", "a@b.uk=no-such-policy"],
    ["MAILBOXES", "a@b.uk, A@b.uk"],
    ["POLICIES", "lgsco-2024"],
    ["DEFAULT_POLICY", "no-such-policy"],
    ["POLICIES", "lgsco-2024, no-such-policy"],
    ["POLICIES", "children-act-1989"],
    ["POLICIES", ""],
    ["COUNCIL_NAME", ""],
  ])("name %s when it is “%s”", (name, value) => {
    expect(() => readConfig({ ...settings, [name]: value })).toThrow(name);
  });

  it("name every fault at once, and repeat no secret", () => {
    const bad = { ...settings, TENANT_ID: "x", MAILBOXES: "y" };
    const said = refusalOf(bad);
    expect(said).toContain("TENANT_ID");
    expect(said).toContain("MAILBOXES");
    expect(said).not.toContain(estate.clientSecret);
    expect(said).not.toContain(estate.botAppSecret);
  });
});

function refusalOf(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment);
  } catch (error) {
    return String(error);
  }
  return "none";
}
