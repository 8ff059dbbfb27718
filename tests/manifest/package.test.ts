import type { TeamsManifestV1D29 } from "@microsoft/app-manifest";
import AdmZip from "adm-zip";
import { PNG } from "pngjs";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { linkToCase } from "#bot/cards/tab-links.ts";
import { logComplaintCommand } from "#bot/message-action.ts";
import { buildPackage } from "#manifest/build-package.ts";
import { faultsInPackage } from "#manifest/check-package.ts";
import { exampleSettings, readSettings } from "#manifest/settings.ts";

type Manifest = TeamsManifestV1D29.TeamsManifestV1D29;

const settings = { ...exampleSettings, version: "1.2.3" };
const built = buildPackage(settings);

const manifestIn = (zip: Buffer): Manifest =>
  JSON.parse(new AdmZip(zip).readAsText("manifest.json")) as Manifest;

/** The package with one of its files changed; `undefined` takes the file out. */
function withFile(name: string, content: Buffer | undefined): Buffer {
  const zip = new AdmZip(built);
  zip.deleteFile(name);
  if (content !== undefined) zip.addFile(name, content);
  return zip.toBuffer();
}

const withManifest = (changes: Partial<Manifest>): Buffer =>
  withFile("manifest.json", Buffer.from(JSON.stringify({ ...manifestIn(built), ...changes })));

function icon(size: number, [red, green, blue, alpha]: readonly [number, number, number, number]) {
  const png = new PNG({ width: size, height: size });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([red, green, blue, alpha], at);
  return PNG.sync.write(png);
}

beforeEach(() => {
  // Microsoft's validator would fetch a schema that it does not bring along.
  vi.stubGlobal("fetch", () => Promise.reject(new Error("The check must work without a network.")));
});

describe("the package", () => {
  test("is taken by Microsoft's schema and has nothing of what Teams refuses", async () => {
    expect(await faultsInPackage(built)).toEqual([]);
  });

  test("is sound for a machine of one's own with a port", async () => {
    const environment = {
      PUBLIC_URL: "http://localhost:4281",
      CLIENT_ID: settings.clientId,
      BOT_APP_ID: settings.botId,
      TEAMS_APP_ID: settings.teamsAppId,
    };
    const local = buildPackage({ ...readSettings([], environment), version: "0.1.0" });
    expect(await faultsInPackage(local)).toEqual([]);
    expect(manifestIn(local)).toMatchObject({
      validDomains: ["localhost:4281"],
      webApplicationInfo: { resource: `api://localhost:4281/${settings.clientId}` },
    });
  });

  test("holds the manifest and two icons at its root, and nothing else", () => {
    const names = new AdmZip(built).getEntries().map(({ entryName }) => entryName);
    expect(names.sort()).toEqual(["color.png", "manifest.json", "outline.png"]);
  });

  test("gives every id the place that Teams reads it from", () => {
    const { publicUrl, clientId, botId, teamsAppId } = settings;
    expect(manifestIn(built)).toMatchObject({
      id: teamsAppId,
      version: "1.2.3",
      bots: [{ botId, scopes: ["personal", "team"] }],
      webApplicationInfo: { id: clientId, resource: `api://redress.example.gov.uk/${clientId}` },
      validDomains: ["redress.example.gov.uk"],
      developer: { privacyUrl: `${publicUrl}/tab/` },
    });
  });

  test("offers on every message the one action that the bot answers", () => {
    const { bots = [], composeExtensions = [] } = manifestIn(built);
    expect(composeExtensions).toMatchObject([
      {
        botId: bots[0]?.botId,
        commands: [
          { id: logComplaintCommand, type: "action", context: ["message"], fetchTask: true },
        ],
      },
    ]);
  });

  test("names the tab as the links on cards do", () => {
    const { id, staticTabs = [] } = manifestIn(built);
    const link = linkToCase({ ...settings, tenantId: "any" }, "CMP-7K3Q-9D");
    expect(
      link.startsWith(`https://teams.microsoft.com/l/entity/${id}/${staticTabs[0]?.entityId}?`),
    ).toBe(true);
  });

  test("links to the council's own notices when they are given", () => {
    const own = { privacyUrl: "https://x.gov.uk/privacy", termsUrl: "https://x.gov.uk/terms" };
    expect(manifestIn(buildPackage({ ...settings, ...own })).developer).toMatchObject({
      privacyUrl: own.privacyUrl,
      termsOfUseUrl: own.termsUrl,
    });
  });
});

describe("what would fail in Teams is found before", () => {
  const opaqueWhite = [255, 255, 255, 255] as const;
  const faulty: [string, Buffer, string][] = [
    ["no manifest", withFile("manifest.json", undefined), "no manifest.json at its root"],
    ["a file that does not belong", withFile("notes.txt", Buffer.from("x")), "notes.txt does not"],
    ["no colour icon", withFile("color.png", undefined), "The colour icon is missing."],
    ["no outline icon", withFile("outline.png", undefined), "The outline icon is missing."],
    [
      "a colour icon of another size",
      withFile("color.png", icon(96, [1, 2, 3, 255])),
      "The colour icon has 96 by 96 pixels, not 192 by 192.",
    ],
    [
      "an outline icon of another size",
      withFile("outline.png", icon(64, opaqueWhite)),
      "The outline icon has 64 by 64 pixels, not 32 by 32.",
    ],
    [
      "an outline icon on a ground",
      withFile("outline.png", icon(32, opaqueWhite)),
      "The outline icon has no transparent ground.",
    ],
    [
      "an outline icon in colour",
      withFile("outline.png", icon(32, [200, 30, 30, 128])),
      "The outline icon has another colour than white.",
    ],
    [
      "a tab on a domain that is not declared",
      withManifest({ validDomains: ["elsewhere.example"] }),
      "https://redress.example.gov.uk/tab/ is not within validDomains (elsewhere.example).",
    ],
    [
      "sign-in for another host than the tab's",
      withManifest({
        webApplicationInfo: {
          id: settings.clientId,
          resource: `api://elsewhere.example/${settings.clientId}`,
        },
      }),
      `must be api://redress.example.gov.uk/${settings.clientId}`,
    ],
    [
      "sign-in with another registration than it names",
      withManifest({
        webApplicationInfo: {
          id: settings.clientId,
          resource: `api://redress.example.gov.uk/${settings.botId}`,
        },
      }),
      `must be api://redress.example.gov.uk/${settings.clientId}`,
    ],
    [
      "a bot with the registration of the tab",
      withManifest({ bots: [{ botId: settings.clientId, scopes: ["personal"] }] }),
      "The bot must not use the registration of tab and API",
    ],
    [
      "commands where the bot cannot be",
      withManifest({
        bots: [
          {
            botId: settings.botId,
            scopes: ["personal"],
            commandLists: [{ scopes: ["team"], commands: [{ title: "help" }] }],
          },
        ],
      }),
      "The bot has commands for team, where it cannot be installed.",
    ],
    [
      "a name too long for Teams",
      withManifest({ name: { short: "Redress, the complaints desk of a council" } }),
      "/name/short must NOT have more than 30 characters",
    ],
    ["an id that is no GUID", withManifest({ id: "redress" }), "/id must match pattern"],
  ];
  test.each(faulty)("%s", async (_, zip, sentence) => {
    const faults = await faultsInPackage(zip);
    expect(faults.join("\n")).toContain(sentence);
  });
});
