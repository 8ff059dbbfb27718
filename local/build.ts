import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const sources = ["api", "bot", "tab", "local/teams-shell", "package-lock.json", "package.json"];
const outputs = ["dist/api/main.js", "dist/tab/index.html", "dist/teams-shell/index.html"];

/** Whether something that is built is missing, or older than what it is built from. */
export function isBuildStale(root: string): boolean {
  const built = outputs.map((output) => join(root, output));
  if (!built.every((output) => existsSync(output))) return true;
  const oldest = Math.min(...built.map((output) => statSync(output).mtimeMs));
  return sources.some((source) => newestIn(join(root, source)) > oldest);
}

/** The newest change in a folder; the folders themselves tell of files that were removed. */
function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

/** Why the build stopped, in its own words. */
export class BuildFailed extends Error {}

/** Builds the app, its tab and the Teams shell; throws `BuildFailed` when that does not work. */
export function build(root: string): void {
  const { status, stdout, stderr } = spawnSync("npm run build", {
    cwd: root,
    encoding: "utf8",
    // npm is a .cmd file on Windows, which only a shell can start.
    shell: true,
  });
  if (status !== 0) throw new BuildFailed(`npm run build failed.\n${stdout}${stderr}`);
}
