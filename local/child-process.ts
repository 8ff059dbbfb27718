import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** What a child needs of this machine's environment; everything else is given to it by name. */
export const machineEnvironment = (): NodeJS.ProcessEnv => {
  const { PATH, TMPDIR, SystemRoot } = process.env;
  return { PATH, TMPDIR, SystemRoot };
};

const patienceMs = 10_000;

/** Asks a child process to end and resolves when it is gone; one that does not listen is killed. */
export async function endChild(child: ChildProcess): Promise<void> {
  const kill = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  await signalled(child, "SIGTERM");
  clearTimeout(kill);
}

/** Ends a child process in the middle of whatever it does and resolves when it is gone. */
export const killChild = (child: ChildProcess): Promise<void> => signalled(child, "SIGKILL");

async function signalled(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
}

/** Resolves, with a sentence about it, when a child process ends although nobody asked it to. */
export function endedByItself(
  child: ChildProcess,
  name: string,
  wasAsked: () => boolean,
): Promise<string> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => {
      const how = signal ?? `exit code ${String(code)}`;
      if (!wasAsked()) resolve(`${name} ended by itself (${how}).`);
    });
  });
}
