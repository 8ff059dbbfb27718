import { test, TestRunner } from "vitest";

/**
 * Counts a test file that cannot be loaded as a failed test. Stryker only looks at tests, so a changed
 * rule with which the product would not even start would otherwise pass for one that nobody noticed.
 */
export default class MutationRunner extends TestRunner {
  override async importFile(path: string, source: "collect" | "setup"): Promise<unknown> {
    try {
      return await super.importFile(path, source);
    } catch (cause) {
      if (source === "setup") throw cause;
      test("is loaded", () => {
        throw new Error(`${path} cannot be loaded.`, { cause });
      });
      return undefined;
    }
  }
}
