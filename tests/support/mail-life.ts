import { queueNames } from "#api/adapters/queues/storage-work-queue.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import type { Work } from "#api/services/ports/work-queue.ts";
import { syncMailbox } from "#api/services/mailbox/sync-mailbox.ts";
import { estate } from "#local/estate.ts";
import { costOf, warmProcess, type Cost } from "./cost.ts";
import type { Council } from "./council.ts";
import { answers, arrives, joan, received } from "./joan.ts";
import { perform } from "./worker.ts";

const minuteMs = 60_000;

export type MailLife = Readonly<Record<"mail" | "late" | "followUp" | "machine", Cost>>;

/**
 * What becomes of Joan's mail, and what each step of it costs, in a process that has been at work for a moment:
 * her mail, the look whether anything was left of it, her next mail, and one of a machine.
 */
export async function costOfMails(council: Council): Promise<MailLife> {
  await council.storage.moveClock(0);
  const ports = await warmProcess(council);
  await syncMailbox(ports, estate.mailbox);
  const { intake, drain } = council.storage.queues;
  await Promise.all([intake.clearMessages(), drain.clearMessages()]);
  await arrives(council);
  const mail = await costOfTakingIn(council, ports);
  // A process that has just asked Graph has a slot already, and a mail needs no second one.
  if (mail.leases > 1) throw new Error(`A mail leased ${mail.leases} slots.`);
  const [acknowledgement, ...others] = received(council);
  if (acknowledgement === undefined || others.length > 0) throw new Error("Not acknowledged once.");
  const { cases } = await ports.views.list("queue:triage", { limit: 50 });
  if (!cases.some(({ subject }) => subject === joan.subject)) throw new Error("Not listed.");
  council.clock.advance(minuteMs / 1000);
  await council.storage.moveClock(minuteMs);
  const late = await costOf(council, () => workOne(council, ports, "drain"));
  await answers(council, acknowledgement);
  const followUp = await costOfTakingIn(council, ports);
  await arrives(council, { from: "No Reply <mailer-daemon@example.com>" });
  const machine = await costOfTakingIn(council, ports);
  return { mail, late, followUp, machine };
}

/** What each new mail of one sender costs, so many of them on a day. */
export async function costOfMailsOfADay(council: Council, mails: number): Promise<Cost[]> {
  const ports = await warmProcess(council);
  await syncMailbox(ports, estate.mailbox);
  const { intake, drain } = council.storage.queues;
  await Promise.all([intake.clearMessages(), drain.clearMessages()]);
  const costs: Cost[] = [];
  for (let n = 1; n <= mails; n += 1) {
    await arrives(council, { subject: `Matter ${n}`, text: `Something else, number ${n}.` });
    costs.push(await costOfTakingIn(council, ports));
  }
  return costs;
}

/** From its message in the queue to fresh lists; the page of changes that brought it is shared by many. */
async function costOfTakingIn(council: Council, ports: Ports): Promise<Cost> {
  // Read once a minute for all mails together.
  await ports.directory.services();
  const sync = await costOf(council, () => syncMailbox(ports, estate.mailbox));
  const queued = sync.storage.filter(({ asked }) =>
    asked.startsWith(`POST /${queueNames.intake}/`),
  );
  if (queued.length !== 1) throw new Error(`${queued.length} mails were queued instead of one.`);
  const taken = await costOf(council, () => workOne(council, ports, "intake"));
  return { ...taken, storage: [...queued, ...taken.storage] };
}

/** Takes one message, does what it asks for and puts it out of the queue, as the Functions host does. */
async function workOne(council: Council, ports: Ports, name: Work["queue"]): Promise<void> {
  const queue = council.storage.queues[name];
  const { receivedMessageItems } = await queue.receiveMessages({ visibilityTimeout: 600 });
  const [message] = receivedMessageItems;
  if (message === undefined) throw new Error(`Nothing waits in the queue ${name}.`);
  await perform(ports, { queue: name, ...(JSON.parse(message.messageText) as object) } as Work);
  await queue.deleteMessage(message.messageId, message.popReceipt);
}
