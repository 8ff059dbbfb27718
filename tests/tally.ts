import type { Reporter, TestModule } from "vitest/node";

/**
 * Ends a run with one line that a person or a script can read: how many tests passed and how many failed. The line
 * before it says at how many points harm was done to a case's or a mail's life, if at any.
 */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const results = modules.flatMap((module) => [
      // A file or a hook that fails takes its tests with it unseen: it counts as one failure.
      ...errorsOutsideTests(module).map(() => "failed"),
      ...Array.from(module.children.allTests(), (test) => test.result().state),
    ]);
    const passed = results.filter((state) => state === "passed").length;
    const failed = results.filter((state) => state === "failed").length + errors.length;
    const tests = modules.flatMap((module) => Array.from(module.children.allTests()));
    const tried = tests.reduce((sum, test) => sum + (test.meta().faultPoints ?? 0), 0);
    if (tried > 0) process.stdout.write(`Fault points tried: ${tried}\n`);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}

function errorsOutsideTests(module: TestModule): unknown[] {
  const suites = Array.from(module.children.allSuites());
  return [...module.errors(), ...suites.flatMap((suite) => suite.errors())];
}
