import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { z } from "zod";

/** What Stryker found: for each file of the rules, what became of every change made to it. */
const MutationReport = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});
type MutationReport = z.infer<typeof MutationReport>;

/** How well the tests watch over one folder; `score` is the part of the changes they noticed, in percent. */
type FolderScore = {
  readonly folder: string;
  readonly noticed: number;
  readonly missed: number;
  /** Left out by a comment beside the code that says why. */
  readonly ignored: number;
  readonly score: number;
};

/** The least score of a folder: below it, the rules there are not proven. */
const leastScore = 85;

const root = fileURLToPath(new URL("..", import.meta.url));
const domain = "api/domain/";

/** The scores of the domain's folders by name, and of all of them together as the last. */
export function folderScores({ files }: MutationReport): FolderScore[] {
  const mutants = Object.entries(files).flatMap(([file, found]) =>
    found.mutants.map(({ status }) => ({ folder: folderOf(file), status })),
  );
  const folders = [...new Set(mutants.map(({ folder }) => folder))].toSorted();
  const statuses = (of: string) =>
    mutants.filter(({ folder }) => folder === of).map(({ status }) => status);
  return [
    ...folders.map((folder) => scoreOf(folder, statuses(folder))),
    scoreOf(
      "all",
      mutants.map(({ status }) => status),
    ),
  ];
}

/** `docs/mutation.md` for these scores. */
export async function mutationDocument(scores: readonly FolderScore[]): Promise<string> {
  const rows = scores.map((one) => [
    one.folder === "all" ? "**all**" : `\`${one.folder}\``,
    one.noticed + one.missed,
    one.noticed,
    one.missed,
    `${one.score.toFixed(1)} %`,
  ]);
  const heads = ["Folder of `api/domain`", "Changes", "Noticed", "Missed", "Score"];
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  const rules = ["---", "--:", "--:", "--:", "--:"];
  const table = [line(heads), line(rules), ...rows.map(line)].join("\n");
  const style = await resolveConfig(`${root}docs/mutation.md`);
  return format(page(table, ignoredWords(scores)), { ...style, parser: "markdown" });
}

function folderOf(file: string): string {
  const path = file.slice(file.indexOf(domain) + domain.length);
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : path;
}

function scoreOf(folder: string, statuses: readonly string[]): FolderScore {
  const count = (...of: string[]) => statuses.filter((status) => of.includes(status)).length;
  // A change that makes a rule run for ever is noticed by whoever waits for it.
  const noticed = count("Killed", "Timeout");
  const missed = count("Survived", "NoCoverage");
  const score = (100 * noticed) / (noticed + missed);
  return { folder, noticed, missed, ignored: count("Ignored"), score };
}

function ignoredWords(scores: readonly FolderScore[]): string {
  const ignored = scores.find(({ folder }) => folder === "all")?.ignored ?? 0;
  return ignored === 0
    ? "No kind of change and no line is left out"
    : `Left out by a comment in the code that says why: ${ignored}. No kind of change is left out`;
}

function page(table: string, leftOut: string): string {
  return `# Mutation testing

Tests that pass prove little if they would also pass over a wrong rule. So Stryker makes the rules in
\`api/domain\` wrong, one small change at a time (\`<\` becomes \`<=\`, a condition becomes \`true\`, a sentence becomes
empty), and runs the domain's own tests (\`tests/api/domain\`) against each. A change that no test notices is a rule that
nobody has proven. Every folder should reach ${leastScore} %.

${table}

Noticed are changes with which a test fails, the rules cannot be loaded, or a count never ends. Missed are all others,
those in code that no domain test reaches included. Some of them change nothing that could be noticed, such as \`>\` or
\`>=\` between two dates that differ; they are counted as missed all the same.

## Running it

\`\`\`sh
npm run mutation                                              # everything, and writes the table above
npm run mutation -- --mutate 'api/domain/clocks/**/*.ts'      # one folder
npm run mutation -- --force                                   # everything anew, whatever is known already
\`\`\`

\`reports/mutation/mutation.html\` then shows every missed change where it was made. A run takes far longer than all
tests together (one changed rule after another, each with the tests that reach it), so it is no part of \`npm test\` nor
of CI. It keeps what it found in \`reports/stryker-incremental.json\` and tries again only what changed since in the
rules and the test files. It does not see changes to data or to what several test files import; \`--force\` after those.
Random cases are drawn from a fixed seed, so the same code has the same score.

## What is not changed

- ${leftOut}: the sentences that explain a date, refuse a command or stand in a letter are changed too, because they are
  what a person gets to read.
- Data in JSON (bank holidays, policies) and types. The tests compare the data with worked dates and with the numbers of
  each council's document; the compiler checks the types.
- Everything outside \`api/domain\`. What stores, sends and shows is proven by killing it, repeating it and walking
  through it (\`tests/api/services\`, \`tests/journeys\`), which takes too long to be done for each of thousands of changes.
`;
}

async function foldersOfDomain(): Promise<string[]> {
  const entries = await readdir(root + domain, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function main(): Promise<void> {
  const json: unknown = JSON.parse(await readFile(`${root}reports/mutation/mutation.json`, "utf8"));
  const scores = folderScores(MutationReport.parse(json));
  for (const { folder, noticed, missed, score } of scores) {
    const total = `${noticed} of ${noticed + missed} changes noticed`;
    process.stdout.write(`${folder.padEnd(12)} ${score.toFixed(1).padStart(5)} %  ${total}\n`);
  }
  const untried = (await foldersOfDomain()).filter(
    (name) => !scores.some(({ folder }) => folder === name),
  );
  if (untried.length > 0) {
    process.stdout.write(
      `docs/mutation.md stays as it is: ${untried.join(", ")} was never tried.\n`,
    );
  } else {
    await writeFile(`${root}docs/mutation.md`, await mutationDocument(scores));
    process.stdout.write("Written to docs/mutation.md.\n");
  }
  const unproven = scores.filter(({ score }) => score < leastScore);
  if (unproven.length === 0) return;
  const names = unproven.map(({ folder }) => folder).join(", ");
  process.stdout.write(`Below ${leastScore} %: ${names}. See reports/mutation/mutation.html.\n`);
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
