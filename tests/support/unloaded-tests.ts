import type { RunnerTestCase, RunnerTestFile } from "vitest";
import type { Reporter, Vitest } from "vitest/node";

/**
 * Counts a test file that cannot be loaded as a failed test. Stryker only looks at tests, so a changed
 * rule with which the product would not even start would otherwise pass for one that nobody noticed.
 */
export default class UnloadedTests implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(): void {
    const files = this.#vitest?.state.getFiles() ?? [];
    for (const file of files.filter(({ result }) => (result?.errors ?? []).length > 0)) {
      file.tasks.push(failedTest(file));
    }
  }
}

/** As much of a test as Stryker reads. */
function failedTest(file: RunnerTestFile): RunnerTestCase {
  return {
    type: "test",
    name: "is loaded",
    mode: "run",
    file,
    result: file.result,
  } as RunnerTestCase;
}
