import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readTabFolder } from "#api/adapters/tab-folder.ts";

it("serves what was built, by its path and type, and nothing else that lies beside it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tab-"));
  try {
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<html>");
    writeFileSync(join(folder, "assets", "app.js"), "run()");
    writeFileSync(join(folder, "assets", "worker.mjs"), "work()");
    writeFileSync(join(folder, "assets", "app.js.map"), "{}");
    writeFileSync(join(folder, ".env"), "SECRET=1");
    const files = await readTabFolder(folder);
    expect([...files.keys()].toSorted()).toEqual([
      "assets/app.js",
      "assets/worker.mjs",
      "index.html",
    ]);
    for (const script of ["assets/app.js", "assets/worker.mjs"]) {
      expect(files.get(script)).toMatchObject({ type: "text/javascript; charset=utf-8" });
    }
    expect(String(files.get("index.html")?.content)).toBe("<html>");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
