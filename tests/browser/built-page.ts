import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { isBuildStale } from "#local/build.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** What a browser loads, each with the configuration that `npm run build` builds it by. */
const configurations = {
  tab: "tab/vite.config.ts",
  "teams-shell": "local/teams-shell/vite.config.ts",
} as const;

export type BuiltPage = { readonly folder: string; readonly remove: () => Promise<void> };

/** The page as it stands in the sources: `npm test` has just built it, and whoever runs one test may not have. */
export async function builtPage(name: keyof typeof configurations): Promise<BuiltPage> {
  if (!isBuildStale(repository)) {
    return { folder: join(repository, "dist", name), remove: () => Promise.resolve() };
  }
  const folder = await mkdtemp(join(tmpdir(), `redress-${name}-`));
  const vite = join(repository, "node_modules/vite/bin/vite.js");
  const how = ["--config", configurations[name], "--outDir", folder, "--emptyOutDir"];
  // Vitest's own NODE_ENV would build React with its development checks.
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(process.execPath, [vite, "build", ...how], { cwd: repository, env });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
