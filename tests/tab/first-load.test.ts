import { describe, expect, it } from "vitest";
import { builtPage } from "#tests/browser/built-page.ts";
import { budgetKilobytes, firstLoadFiles, firstLoadKilobytes } from "../../tab/first-load.ts";

describe("the first load", () => {
  it("is everything the entry imports at once, each file counted once, and nothing lazy", () => {
    const files = firstLoadFiles({
      "index.html": { file: "entry.js", isEntry: true, imports: ["_a.js", "_b.js"] },
      "_a.js": { file: "a.js", imports: ["_b.js"] },
      "_b.js": { file: "b.js" },
      "pages/case-page.tsx": { file: "case.js", imports: ["_a.js"] },
      "style.css": { file: "style.css", isEntry: true },
    });
    expect(files).toEqual(["entry.js", "a.js", "b.js"]);
  });

  it("fits its budget", async () => {
    const built = await builtPage("tab");
    expect(firstLoadKilobytes(built.folder)).toBeLessThanOrEqual(budgetKilobytes);
    await built.remove();
  });
});
