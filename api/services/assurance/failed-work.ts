import { mailKeyOf, sha256 } from "../digest.ts";
import { drainCase } from "../effects/drain-case.ts";
import { errorKinds } from "../error-kinds.ts";
import type { FailedWork } from "../ports/assurance-book.ts";
import type { MailHandle } from "../ports/mailbox.ts";
import type { Ports } from "../ports/ports.ts";
import type { GivenUp, Work } from "../ports/work-queue.ts";
import { syncMailbox } from "../mailbox/sync-mailbox.ts";
import { takeInMail } from "../intake/take-in-mail.ts";
import { watchMailbox } from "../mailbox/watch-mailbox.ts";

/** More than this is not taken out of the platform's hands at once; the rest follows the next time. */
const mostRounds = 10;

/**
 * Does one message of work, and keeps of a failure what a person can be told. `delivery` counts from 1,
 * so that what has never failed costs nothing more.
 */
export async function performWork(ports: Ports, work: Work, delivery: number): Promise<void> {
  try {
    await perform(ports, work);
  } catch (cause) {
    await noteFailure(ports, work, cause);
    throw cause;
  }
  if (delivery > 1) await ports.assurance.forgetFailed(failedIdOf(work));
}

function perform(ports: Ports, work: Work): Promise<unknown> {
  switch (work.queue) {
    case "sync":
      return work.watch === undefined
        ? syncMailbox(ports, work.mailbox)
        : watchMailbox(ports, work.mailbox, work.watch);
    case "intake":
      return takeInMail(ports, { mailbox: work.mailbox, graphId: work.graphId });
    case "drain":
      return drainCase(ports, work.caseId);
  }
}

async function noteFailure(ports: Ports, work: Work, cause: unknown): Promise<void> {
  const id = failedIdOf(work);
  const now = ports.clock.now().toISOString();
  try {
    const before = await ports.assurance.findFailed(id);
    await ports.assurance.saveFailed({
      ...(before ?? { id, work, since: now }),
      lastAt: now,
      attempts: (before?.attempts ?? 0) + 1,
      kinds: errorKinds(cause),
    });
  } catch (fault) {
    // The work's own failure is what its queue must hear of.
    ports.logger.warn("work.failure-not-noted", { queue: work.queue }, fault);
  }
}

/**
 * Takes what the platform gave up into Redress' own keeping, where it does not expire after a week and
 * people can see it. It is kept before it is taken out of the platform's queue, so that a crash repeats it.
 */
export async function gatherGivenUp(ports: Ports): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const some = await ports.queue.givenUp();
    if (some.length === 0) return;
    for (const one of some) {
      await keep(ports, one);
      await one.forget();
    }
    ports.logger.error("work.given-up", { count: some.length });
  }
}

async function keep(ports: Ports, { id: messageId, work }: GivenUp): Promise<void> {
  const now = ports.clock.now().toISOString();
  const id = work === undefined ? `unreadable_${messageId}` : failedIdOf(work);
  const before = await ports.assurance.findFailed(id);
  const mail = work?.queue === "intake" ? await identify(ports, work) : undefined;
  await ports.assurance.saveFailed({
    ...(before ?? { id, since: now, lastAt: now, attempts: 0 }),
    ...(work === undefined ? {} : { work }),
    ...(mail === undefined ? {} : { mail }),
    givenUpAt: now,
  });
}

/** The mail behind a message that was given up: known by its identity even when it cannot be read. */
export async function identify(
  ports: Ports,
  { mailbox, graphId }: MailHandle,
): Promise<FailedWork["mail"]> {
  try {
    const mail = await ports.mailbox.identify({ mailbox, graphId });
    if (mail === undefined) return undefined;
    return { ...mail, key: mailKeyOf(mailbox, mail.internetMessageId) };
  } catch (cause) {
    ports.logger.warn("mail.not-identified", { graphId }, cause);
    return undefined;
  }
}

/** By what a piece of work is known: the same each time it is queued. */
export function failedIdOf(work: Work): string {
  switch (work.queue) {
    case "sync":
      return `sync_${sha256(`${work.mailbox}\n${work.watch?.why ?? ""}`)}`;
    case "intake":
      return `intake_${sha256(`${work.mailbox}\n${work.graphId}`)}`;
    case "drain":
      return `drain_${work.caseId}`;
  }
}
