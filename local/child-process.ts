import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

const patienceMs = 10_000;

/** Asks a child process to end and resolves when it is gone; one that does not listen is killed. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const exit = once(child, "exit");
  const kill = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  child.kill("SIGTERM");
  await exit;
  clearTimeout(kill);
}

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;
