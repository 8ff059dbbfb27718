import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one line that a person or a script can read: how many tests passed and how many failed. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const results = modules.flatMap((module) => [
      // A file or a hook that fails takes its tests with it unseen: it counts as one failure.
      ...errorsOutsideTests(module).map(() => "failed"),
      ...Array.from(module.children.allTests(), (test) => test.result().state),
    ]);
    const passed = results.filter((state) => state === "passed").length;
    const failed = results.filter((state) => state === "failed").length + errors.length;
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}

function errorsOutsideTests(module: TestModule): unknown[] {
  const suites = Array.from(module.children.allSuites());
  return [...module.errors(), ...suites.flatMap((suite) => suite.errors())];
}
