import { access, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import {
  leastScore,
  mutationPage,
  MutationReport,
  scoreOf,
  scoreWords,
  withoutMissed,
} from "./mutation-page.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const pagePath = `${root}docs/mutation.md`;
const reportOf = (part: string) => `reports/mutation/${part.replaceAll("/", "-")}.json`;
/** What is known of a part while it is gone through, and after a run that was stopped. */
const begunOf = (part: string) => reportOf(part).replace(/json$/, "begun.json");

/** The folders of the domain and theirs, such as `case` and `case/panel`, and the files beside them, such as `result.ts`. */
async function partsOfDomain(): Promise<string[]> {
  const domain = `${root}api/domain`;
  const entries = await readdir(domain, { recursive: true, withFileTypes: true });
  const parts = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map(({ parentPath, name }) => path.relative(domain, parentPath) || name);
  return [...new Set(parts)].toSorted();
}

async function filesOf(part: string): Promise<string[]> {
  if (part.endsWith(".ts")) return [part];
  const names = await readdir(`${root}api/domain/${part}`);
  return names.filter((name) => name.endsWith(".ts")).map((name) => `${part}/${name}`);
}

/** Where the tests of a part are: in its own folder, and those beside it that look at the whole it is a part of. */
async function testsOf(part: string): Promise<string[]> {
  // What lies beside the folders is what all of them are made with.
  if (part.endsWith(".ts")) return ["tests/api/domain/*/*.test.ts"];
  const own = `tests/api/domain/${part}`;
  const hasFolder = await access(root + own).then(
    () => true,
    () => false,
  );
  const beside = `${path.dirname(own)}/*.test.ts`;
  return hasFolder ? [`${own}/**/*.test.ts`, beside] : [beside];
}

type Asked = {
  readonly force: boolean;
  /** Leaves out what a file says once as it loads, its patterns and lists: each of those costs a run of all tests. */
  readonly quick: boolean;
};

/** Tries every change of one part on its tests; what they noticed in an earlier run is kept. */
async function tryEveryChange(part: string, { force, quick }: Asked): Promise<void> {
  const found = (await foundIn(begunOf(part))) ?? (await foundIn(reportOf(part)));
  if (found !== undefined) {
    await writeFile(root + begunOf(part), JSON.stringify(withoutMissed(found)));
  }
  // Inherited by the processes that run the tests: vitest.mutation.config.ts reads it.
  process.env.MUTATION_TESTS = (await testsOf(part)).join(",");
  // File by file: a run that is stopped keeps what it learnt of the files before.
  for (const file of await filesOf(part)) {
    await new Stryker({
      mutate: [`api/domain/${file}`],
      force,
      ignoreStatic: quick,
      incrementalFile: begunOf(part),
      htmlReporter: { fileName: reportOf(part).replace(/json$/, "html") },
    }).runMutationTest();
  }
  await rename(root + begunOf(part), root + reportOf(part));
}

async function foundIn(report: string): Promise<MutationReport | undefined> {
  const json = await readFile(root + report, "utf8").catch(() => undefined);
  return json === undefined ? undefined : MutationReport.parse(JSON.parse(json));
}

/** Prints the scores and writes the page, which names what was never tried. */
async function report(parts: readonly string[]): Promise<void> {
  const known = await Promise.all(parts.map((part) => foundIn(reportOf(part))));
  const scores = parts.flatMap((part, index) => {
    const found = known[index];
    return found === undefined ? [] : [scoreOf(part, found)];
  });
  const lines = scores.map((score) => {
    const { part, noticed, missed } = score;
    const counted = `${noticed} of ${noticed + missed} changes noticed`;
    return `${part.padEnd(16)} ${scoreWords(score).padStart(7)}  ${counted}`;
  });
  const untried = parts.filter((_, index) => known[index] === undefined);
  await writeFile(pagePath, await mutationPage(scores, { untried, path: pagePath }));
  lines.push("Written to docs/mutation.md.");
  const unproven = scores.filter(({ score }) => score < leastScore).map(({ part }) => part);
  if (unproven.length > 0) {
    lines.push(`Below ${leastScore} %: ${unproven.join(", ")}. See reports/mutation/.`);
    process.exitCode = 1;
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    force: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
  },
});
const parts = await partsOfDomain();
const unknown = positionals.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  process.stderr.write(`api/domain has no ${unknown.join(", ")}. It has ${parts.join(", ")}.\n`);
  process.exitCode = 2;
} else {
  // Hours of work that nobody waits for: everything else on the machine goes first.
  setPriority(constants.priority.PRIORITY_LOW);
  for (const part of positionals.length > 0 ? positionals : parts) {
    await tryEveryChange(part, values);
  }
  await report(parts);
}
