import { defineConfig } from "vitest/config";

/** Tests that start the whole estate. */
const journeys = ["tests/journeys/**/*.test.ts", "tests/local/start.test.ts"];
/** Tests of what renders a screen; each of the others needs no document. */
const screens = ["tests/**/*.test.tsx"];
/** Tests that talk to Azurite, a server, a browser or another process. */
const integration = [
  "tests/api/{adapters,functions,main,services}/**/*.test.ts",
  "tests/local/**/*.test.ts",
  "tests/due.test.ts",
  "tests/tab/screen.test.ts",
];

export default defineConfig({
  test: {
    reporters: ["default", "./tests/tally.ts"],
    // Two cores that also run Azurite and a browser: nothing here asserts a time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than cores: most of these wait for Azurite, a server or a browser most of the time.
    maxWorkers: 3,
    // A group starts when the one before it has ended; the slow ones share one, so that none waits for the last.
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: [...integration, ...journeys],
          // Rules keep nothing between tests, so that what they import is read once and not for every file.
          isolate: false,
          // Redress runs in UTC in Azure and lives by London: a third zone shows who asked the machine.
          env: { TZ: "America/Los_Angeles" },
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "tab",
          include: screens,
          environment: "jsdom",
          env: { TZ: "America/Los_Angeles" },
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: integration,
          exclude: journeys,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: journeys,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
