import { spawnSync } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const lockfile = {
  "": {},
  "node_modules/zod": { version: "4.6.7" },
  "node_modules/@esbuild/aix-ppc64": { version: "0.28.2", optional: true },
};
const installedHere = { "node_modules/zod": { version: "4.6.7" } };

describe("the first step of npm start and npm test", () => {
  let clone: string;

  beforeEach(async () => {
    clone = await mkdtemp(join(tmpdir(), "redress-clone-"));
    await mkdir(join(clone, "local"));
    await cp(
      join(import.meta.dirname, "../../local/install.mjs"),
      join(clone, "local/install.mjs"),
    );
    await write("package.json", { engines: { node: ">=20.19" } });
    await write("package-lock.json", { packages: lockfile });
    await npmThat("exit 0");
  });
  afterEach(() => rm(clone, { recursive: true, force: true }));

  async function write(path: string, content: unknown): Promise<void> {
    await mkdir(join(clone, path, ".."), { recursive: true });
    await writeFile(join(clone, path), JSON.stringify(content));
  }

  /** Stands in for npm: notes how it was called, then does as told. */
  async function npmThat(ending: string): Promise<void> {
    await mkdir(join(clone, "bin"), { recursive: true });
    await writeFile(
      join(clone, "bin/npm"),
      `#!/bin/sh\necho "$@" > "${clone}/npm-called"\n${ending}\n`,
    );
    await chmod(join(clone, "bin/npm"), 0o755);
  }

  function takeFirstStep() {
    const script = `import { installDependencies, requireNode } from "./local/install.mjs"; requireNode(); installDependencies(); console.log("went on");`;
    return spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: clone,
      encoding: "utf8",
      env: { ...process.env, PATH: `${join(clone, "bin")}${delimiter}${process.env.PATH ?? ""}` },
    });
  }

  const npmCall = () => readFile(join(clone, "npm-called"), "utf8").catch(() => "not called");

  it("installs what the lockfile names on a fresh clone, and says so", async () => {
    const { stdout, stderr } = takeFirstStep();
    expect(await npmCall()).toContain("ci");
    expect(stderr).toContain("Installing what package-lock.json names");
    expect(stdout).toBe("went on\n");
  });

  it("installs again when the lockfile names another version", async () => {
    await write("node_modules/.package-lock.json", {
      packages: { "node_modules/zod": { version: "4.6.6" } },
    });
    takeFirstStep();
    expect(await npmCall()).toContain("ci");
  });

  it("installs again when an installation was interrupted before its end", async () => {
    await write("node_modules/zod/package.json", { version: "4.6.7" });
    takeFirstStep();
    expect(await npmCall()).toContain("ci");
  });

  it("goes straight on when all is installed but what belongs to other platforms", async () => {
    await write("node_modules/.package-lock.json", { packages: installedHere });
    expect(takeFirstStep().stdout).toBe("went on\n");
    expect(await npmCall()).toBe("not called");
  });

  it("stops when npm fails", async () => {
    await npmThat("exit 7");
    const { status, stdout, stderr } = takeFirstStep();
    expect({ status, wentOn: stdout.includes("went on") }).toEqual({ status: 1, wentOn: false });
    expect(stderr).toContain("npm ci failed");
  });

  it("stops on an older Node than the package allows, naming both", async () => {
    await write("package.json", { engines: { node: ">=99.1" } });
    const { status, stderr } = takeFirstStep();
    expect(status).toBe(1);
    expect(stderr).toContain(`needs Node 99.1 or newer; this is ${process.versions.node}`);
    expect(await npmCall()).toBe("not called");
  });
});
