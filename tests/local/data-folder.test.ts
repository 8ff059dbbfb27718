import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DataFolderInUse, openDataFolder } from "#local/data-folder.ts";

describe("the estate's data folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), "estate-")), "data");
  });
  afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

  const open = (fresh = false) => openDataFolder(folder, { fresh });

  it("remembers across runs that it has been filled for the first time", () => {
    const first = open();
    expect(first.isSeeded).toBe(false);
    first.markSeeded();
    first.release();
    expect(open().isSeeded).toBe(true);
  });

  it("loses for a fresh start what an estate left there, and nothing else", () => {
    const first = open();
    first.markSeeded();
    mkdirSync(first.mailbox);
    writeFileSync(join(folder, "thesis.txt"), "");
    first.release();
    const second = open(true);
    expect(second.isSeeded).toBe(false);
    expect(existsSync(second.mailbox)).toBe(false);
    expect(existsSync(join(folder, "thesis.txt"))).toBe(true);
  });

  it("belongs to one running estate: another is refused by name and empties nothing", () => {
    const first = open();
    first.markSeeded();
    expect(() => open(true)).toThrow(DataFolderInUse);
    expect(() => open(true)).toThrow(String(process.pid));
    expect(first.isSeeded).toBe(true);
  });

  it("is free again when the estate that used it was killed", () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    mkdirSync(folder);
    writeFileSync(join(folder, "running.json"), JSON.stringify({ pid }));
    expect(open().isSeeded).toBe(false);
  });
});
