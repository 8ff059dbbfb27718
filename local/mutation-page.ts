import { format, resolveConfig } from "prettier";
import { z } from "zod";

/** What Stryker writes down: for each file of the rules, what became of every change made to it. */
export const MutationReport = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({
      mutants: z.array(z.looseObject({ status: z.string(), statusReason: z.string().optional() })),
    }),
  ),
});
export type MutationReport = z.infer<typeof MutationReport>;
type Mutant = MutationReport["files"][string]["mutants"][number];

/** How well the tests watch over one part of the domain; `score` is how much they noticed, in percent. */
export type Score = {
  readonly part: string;
  readonly noticed: number;
  readonly missed: number;
  /** Left out by a comment beside the code that says why. */
  readonly ignored: number;
  /** Left out by a quick run: what a file says once, as it loads. */
  readonly untried: number;
  readonly score: number;
};

/** The least score of a part: below it, the rules there are not proven. */
export const leastScore = 85;

const missedAs = ["Survived", "NoCoverage"];

/** The score of one part of the domain, from what Stryker found in it. */
export function scoreOf(part: string, { files }: MutationReport): Score {
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (of: readonly string[]) =>
    mutants.filter(({ status }) => of.includes(status)).length;
  // A change that makes a rule run for ever is noticed by whoever waits for it.
  const noticed = count(["Killed", "Timeout"]);
  const missed = count(missedAs);
  const untried = mutants.filter(isUntried).length;
  const ignored = count(["Ignored"]) - untried;
  return { part, noticed, missed, ignored, untried, score: percent(noticed, missed) };
}

// In Stryker's words.
function isUntried({ status, statusReason = "" }: Mutant): boolean {
  return status === "Ignored" && statusReason.startsWith("Static mutant");
}

/** The same report without what was missed or not tried, so that it is tried again: Stryker would take it for settled. */
export function withoutMissed({ files, ...rest }: MutationReport): MutationReport {
  const noticed = Object.entries(files).map(([path, file]) => {
    const mutants = file.mutants.filter(
      (mutant) => !missedAs.includes(mutant.status) && !isUntried(mutant),
    );
    return [path, { ...file, mutants }] as const;
  });
  return { ...rest, files: Object.fromEntries(noticed) };
}

/** The page of these scores, formatted as the file at that path; it names the parts that were never tried. */
export async function mutationPage(
  scores: readonly Score[],
  { untried: parts, path }: { readonly untried: readonly string[]; readonly path: string },
): Promise<string> {
  const sum = (count: (score: Score) => number) =>
    scores.reduce((total, score) => total + count(score), 0);
  const noticed = sum((score) => score.noticed);
  const missed = sum((score) => score.missed);
  const untried = sum((score) => score.untried);
  const rows = [
    ...scores.map((score) => row({ ...score, part: `\`${score.part}\`` })),
    row({ part: "**all**", noticed, missed, untried, score: percent(noticed, missed) }),
  ];
  const leftOut = ignoredWords(sum(({ ignored }) => ignored));
  const text = page(`${rows.join("\n")}${untriedWords(parts)}`, leftOut);
  return format(text, { ...(await resolveConfig(path)), parser: "markdown" });
}

/** "96.5 %", or a dash where there was nothing to change. */
export function scoreWords({ score }: Pick<Score, "score">): string {
  return Number.isNaN(score) ? "–" : `${score.toFixed(1)} %`;
}

function percent(noticed: number, missed: number): number {
  return (100 * noticed) / (noticed + missed);
}

function row({ part, noticed, missed, untried, score }: Omit<Score, "ignored">): string {
  return `| ${part} | ${noticed + missed} | ${noticed} | ${missed} | ${untried} | ${scoreWords({ score })} |`;
}

function untriedWords(untried: readonly string[]): string {
  return untried.length === 0
    ? ""
    : `\n\nNot tried yet: ${untried.map((part) => `\`${part}\``).join(", ")}.`;
}

function ignoredWords(ignored: number): string {
  return ignored === 0
    ? "No kind of change and no line is left out"
    : `Left out by a comment in the code that says why: ${ignored}. No kind of change is left out`;
}

function page(rows: string, leftOut: string): string {
  return `# Mutation testing

Tests that pass prove little if they would also pass over a wrong rule. So Stryker makes the rules in
\`api/domain\` wrong, one small change at a time (\`<\` becomes \`<=\`, a condition becomes \`true\`, a sentence becomes
empty), and runs that part's own tests (\`tests/api/domain\`) on each: those of the folder that mirrors it and,
for a chapter of the case, those that look at the case as a whole. The random and whole lives of cases, which reach every rule, are left out. A change that no test notices is a rule that
nobody has proven. Every folder should reach ${leastScore} %.

| Part of \`api/domain\` | Tried | Noticed | Missed | Not tried | Score |
| --- | --: | --: | --: | --: | --: |
${rows}

Noticed are changes with which a test fails, the rules cannot be loaded, or a count never ends. Missed are all others,
those in code that its tests do not reach included. Some of them change nothing that anybody could notice, such
as \`>\` or \`>=\` when the larger of two dates is looked for; they are counted as missed all the same. Not tried are patterns and lists that a file makes once, as it loads: each of
them costs a run of all tests of its part, and a quick run leaves them out.

## Running it

\`\`\`sh
npm run mutation                      # all of it
npm run mutation -- calendar case/panel # these folders
npm run mutation -- --quick mail      # without the patterns and lists of its files
npm run mutation -- --force           # whatever is known from an earlier run
\`\`\`

Each run prints the scores and writes this page; \`reports/mutation/clocks.html\` shows every missed change where it was made. All of it takes
hours on two cores, so it is no part of \`npm test\` nor of CI. What was noticed is kept in \`reports/mutation/\` and tried
again only after something changed in the rule or in one of its tests. Changes to data or to what several test files
import are not seen: use \`--force\` after those. Random cases are drawn from a fixed seed, so that the same code has
the same score.

## What is not changed

- ${leftOut}: the sentences that explain a date, refuse a command or
  stand in a letter are changed too, because they are what a person gets to read.
- Data in JSON (bank holidays, policies) and types. The tests compare the data with worked dates and with the numbers of
  each council's document; the compiler checks the types.
- Everything outside \`api/domain\`. What stores, sends and shows is proven by killing it, repeating it and walking
  through it (\`tests/api/services\`, \`tests/journeys\`), which takes too long to be done for each of thousands of changes.
`;
}
