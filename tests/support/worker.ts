import type { Ports } from "#api/services/ports/ports.ts";
import type { Work } from "#api/services/ports/work-queue.ts";
import { drainCase } from "#api/services/drain-case.ts";
import { syncMailbox } from "#api/services/sync-mailbox.ts";
import { takeInMail } from "#api/services/take-in-mail.ts";
import { watchMailbox } from "#api/services/watch-mailbox.ts";
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
      await perform(ports, message.work);
      queue.done(message);
    } catch (error) {
      if (error instanceof ProcessDied) ports = council.process();
      else queue.failed(message);
    }
  }
}

/** What the queue triggers do with a message. */
export async function perform(ports: Ports, work: Work): Promise<void> {
  switch (work.queue) {
    case "sync":
      if (work.watch === undefined) await syncMailbox(ports, work.mailbox);
      else await watchMailbox(ports, work.mailbox, work.watch);
      return;
    case "intake":
      await takeInMail(ports, { mailbox: work.mailbox, graphId: work.graphId });
      return;
    case "drain":
      await drainCase(ports, work.caseId);
  }
}
