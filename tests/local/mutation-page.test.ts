import { expect, it } from "vitest";
import { mutationPage, scoreOf, withoutMissed } from "#local/mutation-page.ts";

const mutants = (...statuses: string[]) => ({ mutants: statuses.map((status) => ({ status })) });
const leftOut = {
  status: "Ignored",
  statusReason: 'Static mutant (and "ignoreStatic" was enabled)',
};
const calendar = scoreOf("calendar", {
  files: { "api/domain/calendar/periods.ts": mutants("Killed", "Killed", "Killed") },
});
const clocks = scoreOf("clocks", {
  files: {
    "api/domain/clocks/clocks-of.ts": mutants("Killed", "Survived", "Timeout"),
    "api/domain/clocks/day-zero.ts": {
      mutants: [...mutants("NoCoverage", "Ignored", "CompileError").mutants, leftOut],
    },
  },
});
const pageOf = async (...scores: (typeof calendar)[]) =>
  (await mutationPage(scores, { untried: [], path: "docs/mutation.md" })).replaceAll(/ +/g, " ");

it("counts which changes the tests noticed, and those that no test reaches as missed", () => {
  expect(clocks).toEqual({
    part: "clocks",
    noticed: 2,
    missed: 2,
    ignored: 1,
    untried: 1,
    score: 50,
  });
});

it("writes the score of each part down, and of all changes together", async () => {
  const page = await pageOf(calendar, clocks);
  expect(page).toContain("| `calendar` | 3 | 3 | 0 | 0 | 100.0 % |");
  expect(page).toContain("| `clocks` | 4 | 2 | 2 | 1 | 50.0 % |");
  expect(page).toContain("| **all** | 7 | 5 | 2 | 1 | 71.4 % |");
});

it("forgets what was missed or not tried before the next run, and nothing else", () => {
  const { mutants: tried } = mutants("Killed", "Survived", "NoCoverage");
  const report = {
    schemaVersion: "1.0",
    files: { "periods.ts": { source: "…", mutants: [...tried, leftOut] } },
  };
  expect(withoutMissed(report)).toEqual({
    schemaVersion: "1.0",
    files: { "periods.ts": { source: "…", ...mutants("Killed") } },
  });
});

it("has no score for a part in which there is nothing to change", async () => {
  const people = scoreOf("people", { files: {} });
  expect(await pageOf(calendar, people)).toContain("| `people` | 0 | 0 | 0 | 0 | – |");
});

it("names the parts that were never tried", async () => {
  const path = "docs/mutation.md";
  const page = await mutationPage([calendar], { untried: ["mail", "case/panel"], path });
  expect(page).toContain("Not tried yet: `mail`, `case/panel`.");
  expect(await pageOf(calendar)).not.toContain("Not tried yet");
});

it("owns up to what was left out", async () => {
  expect(await pageOf(calendar, clocks)).toContain("comment in the code that says why: 1.");
  expect(await pageOf(calendar)).toContain("No kind of change and no line is left out");
});
