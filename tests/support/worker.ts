import { performWork } from "#api/services/assurance/failed-work.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import type { Work } from "#api/services/ports/work-queue.ts";
import { ProcessDied } from "./calls.ts";
import type { Council } from "./council.ts";

/** A scenario that is not over after so many deliveries never will be. */
const mostDeliveriesInAll = 300;

/**
 * Works off the queue until nothing is left in it, moving the clock on to messages that were put off. When the
 * process dies, another takes its place: the message it had comes back when its lock is over.
 */
export async function workOff(council: Council, first = council.process()): Promise<void> {
  const { queue, clock } = council;
  let ports = first;
  for (let delivered = 0; queue.nextAt !== undefined; delivered += 1) {
    if (delivered === mostDeliveriesInAll) throw new Error("The queue never comes to an end.");
    const message = queue.receive();
    if (message === undefined) {
      clock.moveTo(queue.nextAt);
      continue;
    }
    try {
      await perform(ports, message.work, message.deliveries);
      queue.done(message);
    } catch (error) {
      if (error instanceof ProcessDied) ports = council.process();
      else queue.failed(message);
    }
  }
}

/** What the queue triggers do with a message. */
export function perform(ports: Ports, work: Work, delivery = 1): Promise<void> {
  return performWork(ports, work, delivery);
}
