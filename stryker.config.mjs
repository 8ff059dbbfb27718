// How the rules are tried by changing them; local/mutation.ts does it folder by folder.
export default {
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  // Which tests reach a change is measured: some reach a file without importing it themselves.
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  coverageAnalysis: "perTest",
  incremental: true,
  reporters: ["progress-append-only", "html"],
  ignorePatterns: [".estate", "dist", "docs/images"],
  cleanTempDir: "always",
  concurrency: 1,
  // A machine with other work is slow; only what never ends is to be stopped.
  timeoutMS: 40_000,
  // Its advice to leave out what runs as a file loads would leave out every policy.
  warnings: { slow: false },
};
