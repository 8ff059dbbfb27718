import { z } from "zod";
import type { CaseId } from "../../domain/case/vocabulary.ts";
import type { MailHandle } from "./mailbox.ts";

/** What Graph said about a subscription; `due` when nobody did and it may be time to renew it. */
const WatchNews = z
  .object({
    why: z.enum(["due", "reauthorizationRequired", "subscriptionRemoved"]),
    subscription: z.string().optional(),
  })
  .readonly();
export type WatchNews = z.infer<typeof WatchNews>;

/** One message of work. */
export const Work = z.discriminatedUnion("queue", [
  z
    .object({ queue: z.literal("sync"), mailbox: z.string(), watch: WatchNews.optional() })
    .readonly(),
  z.object({ queue: z.literal("intake"), mailbox: z.string(), graphId: z.string() }).readonly(),
  z.object({ queue: z.literal("drain"), caseId: z.string() }).readonly(),
]);
export type Work = z.infer<typeof Work>;

/** The work that a queue's message asks for; throws when nobody of us wrote it. */
export function workIn(queue: Work["queue"], message: string): Work {
  const content = z.record(z.string(), z.unknown()).parse(JSON.parse(message));
  return Work.parse({ ...content, queue });
}

/** A message that failed so often that the platform put it aside; nobody else sees it for some minutes. */
export type GivenUp = {
  /** Absent when nobody can read what was asked for. */
  readonly work: Work | undefined;
  /** The platform's own name of the message. */
  readonly id: string;
  /** Takes it out of where the platform put it: only once it is kept elsewhere. */
  forget(): Promise<void>;
};

/** Work that must happen even if this process dies; delivered at least once, in no order. */
export interface WorkQueue {
  /** Looks for new mail, after a delay in seconds when one is given. */
  syncMailbox(mailbox: string, delaySeconds?: number): Promise<void>;
  /** Sees to the mailbox's subscription, after a delay in seconds when one is given. */
  watchMailbox(mailbox: string, news: WatchNews, delaySeconds?: number): Promise<void>;
  /** Takes a mail in, after a delay in seconds when one is given. */
  takeIn(mail: MailHandle, delaySeconds?: number): Promise<void>;
  /** Finishes what a case still owes, after a delay in seconds. */
  drainCase(caseId: CaseId, delaySeconds: number): Promise<void>;
  /** Some of the messages that were given up; none when there are no more. */
  givenUp(): Promise<readonly GivenUp[]>;
}
