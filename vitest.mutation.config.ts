import { defineConfig } from "vitest/config";

/** The tests that a changed rule must fail: those of the domain, each run anew for every mutant it reaches. */
export default defineConfig({
  test: {
    include: ["tests/api/domain/**/*.test.ts"],
    env: { TZ: "America/Los_Angeles" },
    // The same random cases each time, so that two runs over the same code give the same score.
    setupFiles: ["tests/support/fixed-seed.ts"],
    runner: "./tests/support/mutation-runner.ts",
  },
});
