// Mutation testing of the rules; docs/mutation.md says what it is for and how it stands.
export default {
  mutate: ["api/domain/**/*.ts"],
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  coverageAnalysis: "perTest",
  // Only what changed since the last run is tried again; the rest keeps its result.
  incremental: true,
  reporters: ["progress-append-only", "html", "json"],
  ignorePatterns: [".estate", "dist", "docs/images"],
  // The machine is shared with whoever ran this; a mutant that loops is stopped, not waited for.
  concurrency: 1,
  timeoutMS: 20_000,
};
