// Runs before anything is installed: plain JavaScript, Node's own modules only.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Ends the process with a sentence when its Node is older than package.json allows. */
export function requireNode() {
  const minimum = readJson("package.json").engines.node.replace(">=", "");
  if (isOlder(process.versions.node, minimum)) {
    console.error(
      `Redress needs Node ${minimum} or newer; this is ${process.versions.node}. Install it from https://nodejs.org and try again.`,
    );
    process.exit(1);
  }
}

/** Brings node_modules to what package-lock.json says; ends the process when npm cannot do it. */
export function installDependencies() {
  if (isInstalled()) return;
  // On standard error, as npm's own words: what a command prints as its result stays clean.
  console.error("Installing what package-lock.json names (npm ci) ...");
  // npm is a .cmd file on Windows, which only a shell can start.
  const { status } = spawnSync("npm ci --include=dev --no-audit --no-fund", {
    cwd: root,
    stdio: ["ignore", process.stderr, process.stderr],
    shell: true,
  });
  if (status !== 0) {
    console.error("npm ci failed: see its message above. Nothing was started.");
    process.exit(1);
  }
}

/** npm writes node_modules/.package-lock.json last, so an interrupted installation does not count. */
function isInstalled() {
  const installed = readJson("node_modules/.package-lock.json")?.packages;
  if (installed === undefined) return false;
  const wanted = readJson("package-lock.json").packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      // npm leaves out the optional packages of other platforms; "" is this package itself.
      path === "" || (installed[path] ? installed[path].version === version : optional),
  );
}

function isOlder(version, minimum) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = minimum.split(".").map(Number);
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8"));
  } catch (cause) {
    if (cause.code === "ENOENT") return undefined;
    throw cause;
  }
}
