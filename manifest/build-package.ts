import { readFileSync } from "node:fs";
import { join } from "node:path";
import AdmZip from "adm-zip";
import { teamsManifest } from "./manifest.ts";
import type { PackageSettings } from "./settings.ts";

/** The zip that is uploaded to Teams: the manifest and its two icons, nothing else. */
export function buildPackage(settings: PackageSettings): Buffer {
  const manifest = teamsManifest(settings);
  const zip = new AdmZip();
  zip.addFile("manifest.json", Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  for (const icon of [manifest.icons.color, manifest.icons.outline]) {
    zip.addFile(icon, readFileSync(join(import.meta.dirname, icon)));
  }
  return zip.toBuffer();
}
