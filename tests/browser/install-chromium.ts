import { spawnSync } from "node:child_process";
import { findChromium } from "./find-chromium.ts";

const advice =
  "The tests of whole journeys need Chromium or Google Chrome. Install one (Debian and Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), or set CHROMIUM_PATH to the one you have.";

/** A Chromium that tests can launch, fetched from Debian where that is possible; throws with advice where not. */
export function installChromium(): string {
  const found = findChromium() ?? installWithApt();
  if (found === undefined) throw new Error(advice);
  return found;
}

/** Only root on a Debian may install packages; everywhere else the person decides. */
function installWithApt(): string | undefined {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync("apt-get", ["--version"]).status !== 0) return undefined;
  process.stdout.write(
    "Installing Chromium for the browser tests (apt-get install chromium) ...\n",
  );
  apt("update");
  apt("install", "--yes", "--no-install-recommends", "chromium");
  return findChromium();
}

/** Waits for another apt-get to finish, as on a machine that is still being set up. */
function apt(...command: string[]): void {
  const { status } = spawnSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=600", ...command], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status !== 0) throw new Error(`apt-get ${command.join(" ")} failed. ${advice}`);
}
