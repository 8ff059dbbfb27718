import { type ChildProcess, fork } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { endChild, endedByItself, killChild, machineEnvironment } from "../child-process.ts";
import type { HostOptions, HostOrder, HostReport } from "./host-messages.ts";

/** One running functions host: a child process with the app in it. */
export type FunctionsHost = {
  readonly url: string;
  readonly pid: number;
  /** Resolves, with what happened, only when the process ends without having been stopped or killed. */
  readonly ended: Promise<string>;
  /** Takes no new work and resolves when what was in progress has ended. */
  pause(): Promise<void>;
  /** Moves its time; resolves when timers that became due have run once and no visible message waits. */
  moveClock(offsetMs: number): Promise<void>;
  /** Resolves when nothing runs and no visible message waits. */
  drain(): Promise<void>;
  stop(): Promise<void>;
  /** Ends it as a crash would, in the middle of whatever it does. */
  kill(): Promise<void>;
};

export type FunctionsHostOptions = HostOptions & {
  /** The app's settings: all its process sees of the environment besides where programs and temporary files are. */
  readonly settings: Readonly<Record<string, string>>;
  readonly onFunctionFailed?: (name: string) => void;
};

/** Starts the app of a folder in a child process; rejects with the reason when it cannot run all its functions. */
export async function startFunctionsHost(options: FunctionsHostOptions): Promise<FunctionsHost> {
  const child = forkHost(options);
  const { pid } = child;
  if (pid === undefined) throw new Error("The functions host's process could not be started.");
  const url = await ready(child);
  let stopping = false;
  const ended = endedByItself(child, "The functions host", () => stopping);
  const send = ordersTo(child, options.onFunctionFailed);
  return {
    url,
    pid,
    ended,
    pause: () => send({ kind: "pause" }),
    moveClock: (offsetMs) => send({ kind: "clock", offsetMs }),
    drain: () => send({ kind: "drain" }),
    async stop() {
      stopping = true;
      await endChild(child);
    },
    async kill() {
      stopping = true;
      await killChild(child);
    },
  };
}

function forkHost({ settings, ...options }: FunctionsHostOptions): ChildProcess {
  const { appFolder, port, logFile, offsetMs, redirect } = options;
  const told: HostOptions = { appFolder, port, logFile, offsetMs, ...(redirect && { redirect }) };
  mkdirSync(dirname(logFile), { recursive: true });
  const output = openSync(logFile, "a");
  const child = fork(
    fileURLToPath(new URL("host-process.mjs", import.meta.url)),
    [JSON.stringify(told)],
    {
      cwd: appFolder,
      // In a process group of its own: Ctrl-C must reach the parent alone, which stops things in order.
      detached: true,
      // Azure runs in UTC: code that leans on the machine's time zone should show it here.
      env: { ...machineEnvironment(), TZ: "UTC", ...settings },
      execArgv: [],
      stdio: ["ignore", output, output, "ipc"],
    },
  );
  closeSync(output);
  return child;
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on("message", (report: HostReport) => {
      if (report.kind === "ready") resolve(report.url);
      if (report.kind === "not-started") reject(new Error(report.why));
    });
    child.once("exit", () =>
      reject(new Error("The functions host ended before it was ready: see its log.")),
    );
    child.once("error", reject);
  });
}

/** Numbers the orders, so that several can be under way; one to a process that is gone is as good as done. */
function ordersTo(child: ChildProcess, onFunctionFailed: (name: string) => void = () => undefined) {
  const waiting = new Map<number, () => void>();
  let last = 0;
  child.on("message", (report: HostReport) => {
    if (report.kind === "function-failed") onFunctionFailed(report.name);
    if (report.kind === "done") {
      waiting.get(report.number)?.();
      waiting.delete(report.number);
    }
  });
  child.once("exit", () => waiting.forEach((resolve) => resolve()));
  return (order: HostOrder): Promise<void> => {
    if (!child.connected) return Promise.resolve();
    last += 1;
    const number = last;
    return new Promise((resolve) => {
      waiting.set(number, resolve);
      child.send({ number, ...order });
    });
  };
}
