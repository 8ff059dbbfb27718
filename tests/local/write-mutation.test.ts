import { expect, it } from "vitest";
import { folderScores, mutationDocument } from "#local/write-mutation.ts";

const mutants = (...statuses: string[]) => ({ mutants: statuses.map((status) => ({ status })) });
const scores = folderScores({
  files: {
    "api/domain/clocks/clocks-of.ts": mutants("Killed", "Survived", "Timeout"),
    "api/domain/calendar/periods.ts": mutants("Killed", "Killed"),
    "api/domain/clocks/day-zero.ts": mutants("NoCoverage", "Ignored", "CompileError"),
    "api/domain/result.ts": mutants("Killed"),
  },
});

it("counts for each folder which changes the tests noticed, and what no test reaches as missed", () => {
  expect(scores).toEqual([
    { folder: "calendar", noticed: 2, missed: 0, ignored: 0, score: 100 },
    { folder: "clocks", noticed: 2, missed: 2, ignored: 1, score: 50 },
    { folder: "result.ts", noticed: 1, missed: 0, ignored: 0, score: 100 },
    { folder: "all", noticed: 5, missed: 2, ignored: 1, score: (100 * 5) / 7 },
  ]);
});

it("writes the scores down, and owns up to what was left out", async () => {
  const page = (await mutationDocument(scores)).replaceAll(/ +/g, " ");
  expect(page).toContain("| `clocks` | 4 | 2 | 2 | 50.0 % |");
  expect(page).toContain("| **all** | 7 | 5 | 2 | 71.4 % |");
  expect(page).toContain("Left out by a comment in the code that says why: 1.");
});
