import { describe, expect, it } from "vitest";
import { filesIn } from "./source-files.ts";

/** A folder with such a name says nothing of what is in it. */
const isDrawer = (path: string) => /(^|\/)(utils?|helpers?|common|shared[^/]*|misc)\//.test(path);

/** Words run together by hyphens, as in `case-list.ts` and `case-list.test.tsx`. */
const isKebabCase = (path: string) => /(^|\/)[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/.test(path);

describe("names", () => {
  const files = filesIn("api", "bot", "tab", "local", "manifest", "tests");

  it("tell a drawer from a folder that says what it holds", () => {
    expect(
      ["api/utils/dates.ts", "tab/shared/button.tsx", "bot/x/helper/y.ts"].every(isDrawer),
    ).toBe(true);
    expect(["api/domain/dates.ts", "local/shared-mailbox.ts"].some(isDrawer)).toBe(false);
  });

  it("put nothing into a drawer", () => {
    expect(files.filter(isDrawer)).toEqual([]);
  });

  it("tell kebab-case from the rest", () => {
    expect(
      ["api/case-list.ts", "tests/case-list.test.tsx", "local/a1.mjs"].every(isKebabCase),
    ).toBe(true);
    expect(["api/caseList.ts", "tab/CaseList.tsx", "api/case_list.ts"].some(isKebabCase)).toBe(
      false,
    );
  });

  it("of source files are in kebab-case", () => {
    const sources = files.filter((path) => /\.(tsx?|mjs)$/.test(path));
    expect(sources.filter((path) => !isKebabCase(path))).toEqual([]);
  });
});
