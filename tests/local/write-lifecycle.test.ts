import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lifecycleDocument, lifecyclePath } from "#local/write-lifecycle.ts";

it("docs/case-lifecycle.md says what the table of rules says", async () => {
  const page = readFileSync(lifecyclePath, "utf8");
  expect(page, "Run `npm run docs:lifecycle`.").toBe(await lifecycleDocument());
});
