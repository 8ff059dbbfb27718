import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { build, isBuildStale } from "#local/build.ts";

const [noon, later, latest] = [1_000_000, 2_000_000, 3_000_000];

describe("what npm start builds", () => {
  let root: string;
  const write = (path: string, at: number, content = ""): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    for (let part = path; part !== "."; part = dirname(part)) utimesSync(join(root, part), at, at);
  };
  const remove = (path: string, at: number): void => {
    rmSync(join(root, path));
    utimesSync(join(root, dirname(path)), at, at);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "build-"));
    for (const source of ["api/main.ts", "tab/src/app.tsx", "package-lock.json"]) {
      write(source, noon);
    }
    for (const output of ["api/main.js", "tab/index.html", "teams-shell/index.html"]) {
      write(`dist/${output}`, later);
    }
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it("is nothing when all is newer than its sources", () => {
    expect(isBuildStale(root)).toBe(false);
  });

  it.each(["dist/api/main.js", "dist/tab/index.html", "dist/teams-shell/index.html"])(
    "is everything when %s is missing",
    (output) => {
      rmSync(join(root, output));
      expect(isBuildStale(root)).toBe(true);
    },
  );

  it.each(["tab/src/app.tsx", "bot/cards/nudge.ts", "package-lock.json"])(
    "is everything when %s has changed since",
    (source) => {
      write(source, latest);
      expect(isBuildStale(root)).toBe(true);
    },
  );

  it("is everything when a source was removed since", () => {
    remove("tab/src/app.tsx", latest);
    expect(isBuildStale(root)).toBe(true);
  });

  it("tells in the build's own words why it failed", () => {
    const scripts = { build: "echo 'main.ts:7: no such name' && exit 1" };
    write("package.json", noon, JSON.stringify({ name: "broken", scripts }));
    expect(() => build(root)).toThrow("main.ts:7: no such name");
  });
});
