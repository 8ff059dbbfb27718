import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { portBlock, refuseTakenPorts } from "#local/estate-ports.ts";

const startScript = fileURLToPath(new URL("../../local/start.mjs", import.meta.url));
/** The start may have to build first. */
const deadline = { timeout: 150_000 };

/** A port whose whole block is free, below those that Linux gives to whoever asks for any. */
async function freeBlock(): Promise<number> {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 18_000);
    const isFree = await refuseTakenPorts(portBlock(port)).then(
      () => true,
      () => false,
    );
    if (isFree) return port;
  }
}

type Started = { process: ChildProcess; said: () => string; complained: () => string };

describe("npm start", () => {
  let data: string;
  const started: ChildProcess[] = [];

  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), "start-"));
  });
  afterEach(() => {
    for (const process of started.splice(0)) process.kill("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  });

  function start(...args: string[]): Started {
    const child = spawn(process.execPath, [startScript, "--data", data, ...args]);
    started.push(child);
    const heard = { out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => (heard.out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (heard.err += chunk.toString()));
    return { process: child, said: () => heard.out, complained: () => heard.err };
  }
  const exitCode = async (child: ChildProcess): Promise<unknown> =>
    child.exitCode ?? (await once(child, "exit"))[0];
  async function untilItRuns({ process, said, complained }: Started): Promise<void> {
    await vi.waitUntil(() => said().includes("Ctrl-C") || process.exitCode !== null, deadline);
    expect(complained()).toBe("");
  }

  it("says one address to open, serves it, and Ctrl-C leaves no process and a free folder", async () => {
    const port = await freeBlock();
    const estate = start("--port", String(port));
    await untilItRuns(estate);
    const addresses = estate.said().match(/https?:\/\/\S+/g) ?? [];
    expect(addresses).toEqual([`http://127.0.0.1:${String(port)}`]);
    expect((await fetch(addresses[0] ?? "")).status).toBe(200);
    const children = childrenOf(estate.process);
    // Storage and the app at least; the build's own helper may still be there.
    expect(children.length).toBeGreaterThanOrEqual(2);
    estate.process.kill("SIGINT");
    expect(await exitCode(estate.process)).toBe(0);
    // tsx's compiler notices a moment later that nobody needs it any more.
    await expect.poll(() => children.filter(isAlive), deadline).toEqual([]);
    expect(readdirSync(data)).not.toContain("running.json");
  });

  it("leaves no process when it is killed", async () => {
    const port = await freeBlock();
    const estate = start("--port", String(port));
    await untilItRuns(estate);
    const children = childrenOf(estate.process);
    estate.process.kill("SIGKILL");
    await expect.poll(() => children.filter(isAlive), deadline).toEqual([]);
  });

  it("names a port that is taken, and ends with exit code 1 and one sentence", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const estate = start("--port", String(port));
    expect(await exitCode(estate.process)).toBe(1);
    taken.close();
    expect(estate.complained().trim().split("\n")).toEqual([
      expect.stringContaining(`Port ${String(port)} (the page you open) is already in use`),
    ]);
  });

  it.each([
    [["--port", "forty"], 'not "forty"'],
    [["--prot", "4280"], "--port N"],
  ])("explains wrong use: %s", async (args, words) => {
    const estate = start(...args);
    expect(await exitCode(estate.process)).toBe(1);
    expect(estate.complained()).toContain(words);
    expect(estate.complained()).not.toMatch(/^\s+at /m);
  });
});

/** The processes a process has started, as Linux tells. */
function childrenOf({ pid }: ChildProcess): number[] {
  const tasks = `/proc/${String(pid)}/task`;
  return readdirSync(tasks).flatMap((task) =>
    readFileSync(join(tasks, task, "children"), "utf8")
      .split(" ")
      .filter(Boolean)
      .map(Number),
  );
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
