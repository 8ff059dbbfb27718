import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "./find-chromium.ts";

describe("the browser that tests launch", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "redress-chromium-"));
    await writeFile(join(folder, "chromium"), "#!/bin/sh\n");
    await chmod(join(folder, "chromium"), 0o755);
    await writeFile(join(folder, "notes.txt"), "not a program");
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("is the one that CHROMIUM_PATH names, whatever else is installed", () => {
    const path = process.execPath;
    expect(findChromium({ CHROMIUM_PATH: path, PATH: folder })).toBe(path);
  });

  it("is the one on the PATH otherwise", () => {
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(join(folder, "chromium"));
  });

  it("is never another one than CHROMIUM_PATH asks for", () => {
    for (const wrong of [join(folder, "gone"), join(folder, "notes.txt"), folder]) {
      expect(() => findChromium({ CHROMIUM_PATH: wrong, PATH: folder })).toThrow(wrong);
    }
  });
});
