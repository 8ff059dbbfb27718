import { defineConfig } from "vitest/config";

// Set by local/mutation.ts to the tests of the rules that are being changed.
const tests = process.env["MUTATION_TESTS"]?.split(",") ?? ["tests/api/domain/**/*.test.ts"];

/** The tests that a changed rule must fail: its own, each run anew for every change it reaches. */
export default defineConfig({
  test: {
    include: tests,
    // Whole lives of cases reach every rule, and would be lived anew for each change of any.
    exclude: ["**/case/{invariants,other-actions}.test.ts"],
    // Rules keep nothing between tests, so that one loading serves them all.
    isolate: false,
    env: { TZ: "America/Los_Angeles" },
    // Rules that count how often each line runs are slow: Stryker itself stops what never ends.
    testTimeout: 60_000,
    // The same random cases each time, so that two runs over the same code give the same score.
    setupFiles: ["tests/support/fixed-seed.ts"],
    reporters: ["./tests/support/unloaded-tests.ts"],
  },
});
