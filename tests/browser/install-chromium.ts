import { spawnSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { findChromium } from "./find-chromium.ts";

const advice =
  "The tests of whole journeys need Chromium or Google Chrome. Install one (Debian and Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), or set CHROMIUM_PATH to the one you have.";

/** A Chromium that tests can launch, fetched from Debian where that is possible; rejects with advice where not. */
export async function installChromium(): Promise<string> {
  const found = findChromium() ?? (await installWithApt());
  if (found === undefined) throw new Error(advice);
  return found;
}

/** Only root on a Debian may install packages; everywhere else the person decides. */
async function installWithApt(): Promise<string | undefined> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync("apt-get", ["--version"]).status !== 0) return undefined;
  process.stdout.write("Installing Chromium for the tests (apt-get install chromium) ...\n");
  await apt("update");
  await apt("install", "--yes", "--no-install-recommends", "chromium");
  return findChromium();
}

/** A machine that is still being set up may hold apt's locks for minutes. */
async function apt(...command: string[]): Promise<void> {
  const giveUpAt = Date.now() + 10 * 60_000;
  for (;;) {
    const { status, stderr } = spawnSync("apt-get", ["-qq", ...command], {
      stdio: ["ignore", "inherit", "pipe"],
      encoding: "utf8",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" },
    });
    if (status === 0) return;
    const isLocked = stderr.includes("Could not get lock") || stderr.includes("Unable to lock");
    if (!isLocked || Date.now() > giveUpAt) {
      throw new Error(`apt-get ${command.join(" ")} failed:\n${stderr}\n${advice}`);
    }
    await wait(5_000);
  }
}
