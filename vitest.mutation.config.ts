import { defineConfig } from "vitest/config";

// Set by local/mutation.ts to the folder whose rules are being changed, such as `clocks/`.
const folder = process.env["MUTATION_TESTS"] ?? "";

/** The tests that a changed rule must fail: those of its own folder, each run anew for every change it reaches. */
export default defineConfig({
  test: {
    include: [`tests/api/domain/${folder}**/*.test.ts`],
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
