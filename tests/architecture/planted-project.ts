import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { root } from "./source-files.ts";

const run = promisify(execFile);

const Report = z.object({
  summary: z.object({
    violations: z.array(
      z.object({ rule: z.object({ name: z.string() }), from: z.string(), to: z.string() }),
    ),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string() })) }),
  }),
});

/** What dependency-cruiser says of one project under Redress's own rules. */
export type Verdict = {
  readonly rules: readonly string[];
  /** Each as "rule: from -> to". */
  readonly violations: readonly string[];
};

/** Judges the folders of a project by the rules that `npm run depcruise` enforces. */
export async function cruise(project: string, folders: readonly string[]): Promise<Verdict> {
  const { stdout } = await run(
    process.execPath,
    [
      join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      join(root, ".dependency-cruiser.mjs"),
      "--output-type",
      "json",
      ...folders,
    ],
    { cwd: project, maxBuffer: 64 * 1024 * 1024 },
  );
  const { violations, ruleSetUsed } = Report.parse(JSON.parse(stdout)).summary;
  return {
    rules: ruleSetUsed.forbidden.map((rule) => rule.name),
    violations: violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  };
}

/** Writes a project of these files, with Redress's own package.json and an empty copy of each package named. */
export async function plantProject(
  files: Readonly<Record<string, string>>,
  packages: readonly string[],
): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), "redress-planted-"));
  await cp(join(root, "package.json"), join(project, "package.json"));
  const installed = packages.flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" })],
    [`node_modules/${name}/index.js`, ""],
  ]);
  for (const [path = "", text = ""] of [...Object.entries(files), ...installed]) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  }
  return project;
}

/** Removes what `plantProject` wrote. */
export async function removeProject(project: string): Promise<void> {
  await rm(project, { recursive: true, force: true });
}
