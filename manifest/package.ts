// `npm run package`: builds the Teams app package that a council uploads to its app catalogue.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import packageJson from "../package.json" with { type: "json" };
import { buildPackage } from "./build-package.ts";
import { faultsInPackage } from "./check-package.ts";
import { exampleSettings, readSettings, UnusableSettings } from "./settings.ts";

const target = "dist/redress-teams-app.zip";

const forYourCouncil = `This package is an example for ${exampleSettings.publicUrl}. For your council give
  --public-url    the https:// address that serves the tab   (or PUBLIC_URL)
  --client-id     the app registration of tab and API        (or CLIENT_ID)
  --bot-id        the bot's app registration                 (or BOT_APP_ID)
  --teams-app-id  a GUID of the package's own, never changed (or TEAMS_APP_ID)
and, before you publish it, your notices: --privacy-url, --terms-url (or PRIVACY_URL, TERMS_URL).`;

const ownNotices =
  "The privacy and terms links open the tab itself: give --privacy-url and --terms-url before you publish it.";

async function writePackage(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  const zip = buildPackage({ ...settings, version: packageJson.version });
  const faults = await faultsInPackage(zip);
  if (faults.length > 0) {
    throw new UnusableSettings(["Teams would refuse this package.", ...faults].join("\n  "));
  }
  const file = join(import.meta.dirname, "..", target);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zip);
  console.log(`${target}: version ${packageJson.version} for ${settings.publicUrl}`);
  if (settings === exampleSettings) console.log(forYourCouncil);
  else if (!settings.privacyUrl || !settings.termsUrl) console.log(ownNotices);
}

try {
  await writePackage();
} catch (error) {
  if (!(error instanceof UnusableSettings)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
