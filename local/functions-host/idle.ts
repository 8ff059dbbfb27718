import { setTimeout as sleep } from "node:timers/promises";
import type { Activity } from "./activity.ts";
import type { QueueListener } from "./queue-trigger.ts";

const lookAgainMs = 20;

/**
 * Waits until nothing runs and no queue holds a message that could be received now; tells whether that came to pass
 * within the time given. Messages that are to come later, by their delay, are not waited for.
 */
export async function untilIdle(
  activity: Activity,
  queues: readonly QueueListener[],
  withinMs: number,
): Promise<boolean> {
  const isQuiet = (): boolean =>
    activity.inProgress === 0 && queues.every(({ isReceiving }) => !isReceiving);
  return until(async () => {
    const { begun } = activity;
    if (!isQuiet()) return false;
    const waiting = await Promise.all(queues.map((queue) => queue.hasVisible()));
    // Work that began while the queues were looked at may have emptied one and filled another.
    return !waiting.includes(true) && isQuiet() && activity.begun === begun;
  }, withinMs);
}

/** Waits until what is in progress has ended; tells whether it did within the time given. */
export const untilFinished = (activity: Activity, withinMs: number): Promise<boolean> =>
  until(() => activity.inProgress === 0, withinMs);

async function until(isTrue: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!(await isTrue())) {
    if (performance.now() > deadline) return false;
    await sleep(lookAgainMs);
  }
  return true;
}
