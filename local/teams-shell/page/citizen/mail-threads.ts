import type { CitizenMessage, SendMailRequest } from "../../api.ts";

/** A citizen's exchange with the council about one thing. */
export type MailThread = {
  /** Internet message id of the mail that began it. */
  readonly id: string;
  readonly subject: string;
  readonly messages: readonly CitizenMessage[];
};

type GrowingThread = MailThread & { readonly messages: CitizenMessage[] };

/**
 * Sorts a mailbox, oldest mail first, into threads, the one with the newest mail first. An answer
 * whose parent is not here joins the thread of its subject, as mail clients do; a new mail from the
 * citizen always begins a thread, even under a subject used before.
 */
export function threadsOf(messages: readonly CitizenMessage[]): readonly MailThread[] {
  const threads: GrowingThread[] = [];
  const threadOfMessage = new Map<string, GrowingThread>();
  for (const message of messages) {
    const parent = message.inReplyTo;
    const known = parent === undefined ? undefined : threadOfMessage.get(parent);
    const thread = known ?? adopterOf(message, threads) ?? newThread(message, threads);
    thread.messages.push(message);
    threadOfMessage.set(message.internetMessageId, thread);
  }
  return threads.toSorted((a, b) => newestAt(b).localeCompare(newestAt(a)));
}

const newestAt = (thread: MailThread): string => thread.messages.at(-1)?.at ?? "";

function newThread(message: CitizenMessage, threads: GrowingThread[]): GrowingThread {
  const thread = {
    id: message.internetMessageId,
    subject: bareSubject(message.subject) || "(no subject)",
    messages: [],
  };
  threads.push(thread);
  return thread;
}

function adopterOf(
  message: CitizenMessage,
  threads: readonly GrowingThread[],
): GrowingThread | undefined {
  const isAnswer = message.direction === "received" || message.inReplyTo !== undefined;
  const subject = bareSubject(message.subject);
  return isAnswer ? threads.findLast((thread) => thread.subject === subject) : undefined;
}

const bareSubject = (subject: string): string => subject.replace(/^((re|fw|fwd):\s*)+/i, "").trim();

/** The reply a mail client would begin to a thread: to whom, under what subject, after which mail. */
export function replyTo(
  thread: MailThread,
  mailboxes: readonly string[],
): Required<Pick<SendMailRequest, "to" | "subject">> & Pick<SendMailRequest, "inReplyTo"> {
  const answered =
    thread.messages.findLast((message) => message.direction === "received") ??
    thread.messages.at(-1);
  const written = mailboxes.find((mailbox) => answered?.to.includes(mailbox)) ?? mailboxes[0] ?? "";
  return {
    to: answered?.direction === "received" ? answered.from : written,
    subject: `Re: ${bareSubject(answered?.subject ?? thread.subject)}`,
    inReplyTo: answered?.internetMessageId,
  };
}
