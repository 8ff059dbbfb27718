import { AppManifestUtils, type TeamsManifestV1D29 } from "@microsoft/app-manifest";
import AdmZip from "adm-zip";
import { PNG } from "pngjs";

type TeamsManifest = TeamsManifestV1D29.TeamsManifestV1D29;

/** What an upload of this zip to Teams would be refused for, or would fail with later; empty when sound. */
export async function faultsInPackage(zip: Buffer): Promise<string[]> {
  const files = new Map(
    new AdmZip(zip).getEntries().map((entry) => [entry.entryName, entry.getData()] as const),
  );
  const source = files.get("manifest.json");
  if (source === undefined) return ["The package has no manifest.json at its root."];
  const manifest = JSON.parse(source.toString("utf8")) as TeamsManifest;
  const againstSchema = await AppManifestUtils.validateAgainstSchema(manifest);
  // What follows reads the manifest as its schema says it is.
  if (againstSchema.length > 0)
    return againstSchema.map((fault) => `manifest.json: ${fault.trim()}`);
  return [
    ...faultsInContents(manifest, [...files.keys()]),
    ...faultsInColorIcon(files.get(manifest.icons.color)),
    ...faultsInOutlineIcon(files.get(manifest.icons.outline)),
    ...faultsInDomains(manifest),
    ...faultsInSignIn(manifest),
    ...faultsInCommands(manifest),
  ];
}

function faultsInContents({ icons }: TeamsManifest, files: readonly string[]): string[] {
  const expected = ["manifest.json", icons.color, icons.outline];
  return files
    .filter((name) => !expected.includes(name))
    .map((name) => `${name} does not belong in the package.`);
}

function faultsInColorIcon(file: Buffer | undefined): string[] {
  if (file === undefined) return ["The colour icon is missing."];
  const { width, height } = PNG.sync.read(file);
  return width === 192 && height === 192
    ? []
    : [`The colour icon has ${width} by ${height} pixels, not 192 by 192.`];
}

function faultsInOutlineIcon(file: Buffer | undefined): string[] {
  if (file === undefined) return ["The outline icon is missing."];
  const { width, height, data } = PNG.sync.read(file);
  const pixels = Array.from({ length: width * height }, (_, pixel) =>
    data.subarray(pixel * 4, pixel * 4 + 4),
  );
  const isClear = (pixel: Buffer) => pixel[3] === 0;
  const isWhite = (pixel: Buffer) => pixel.subarray(0, 3).every((value) => value === 255);
  return [
    ...(width === 32 && height === 32
      ? []
      : [`The outline icon has ${width} by ${height} pixels, not 32 by 32.`]),
    ...(pixels.some(isClear) ? [] : ["The outline icon has no transparent ground."]),
    ...(pixels.every((pixel) => isClear(pixel) || isWhite(pixel))
      ? []
      : ["The outline icon has another colour than white."]),
  ];
}

function faultsInDomains({ staticTabs = [], validDomains = [] }: TeamsManifest): string[] {
  return staticTabs
    .flatMap(({ contentUrl }) => contentUrl ?? [])
    .filter((url) => !validDomains.includes(new URL(url).host))
    .map((url) => `${url} is not within validDomains (${validDomains.join(", ")}).`);
}

function faultsInSignIn({
  webApplicationInfo,
  staticTabs = [],
  bots = [],
}: TeamsManifest): string[] {
  if (webApplicationInfo === undefined) return ["Without webApplicationInfo nobody can sign in."];
  const { id, resource } = webApplicationInfo;
  const named = staticTabs
    .flatMap(({ contentUrl }) => contentUrl ?? [])
    .map((url) => `api://${new URL(url).host}/${id}`)
    .filter((expected) => expected !== resource)
    .map((expected) => `webApplicationInfo.resource must be ${expected} for this tab.`);
  const shared = bots
    .filter(({ botId }) => botId === id)
    .map(() => "The bot must not use the registration of tab and API: its tokens would fit both.");
  return [...named, ...shared];
}

function faultsInCommands({ bots = [] }: TeamsManifest): string[] {
  return bots.flatMap(({ scopes, commandLists = [] }) =>
    commandLists
      .flatMap((list) => list.scopes)
      .filter((scope) => !scopes.includes(scope))
      .map((scope) => `The bot has commands for ${scope}, where it cannot be installed.`),
  );
}
