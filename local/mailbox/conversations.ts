import { newConversationId } from "./message-ids.ts";
import type { Correspondent, StoredMessage } from "./stored-message.ts";

type Thread = {
  readonly subject: string;
  readonly from?: Correspondent | undefined;
  readonly inReplyTo?: string | undefined;
  readonly references: readonly string[];
};

/** A subject without the prefixes that replies and forwards put before it. */
export function topicOf(subject: string): string {
  return subject.replace(/^(\s*(re|fw|fwd|aw|sv)\s*:\s*)+/i, "").trim();
}

/**
 * The conversation a new mail belongs to: that of a message it refers to, else, for a reply whose client lost the
 * references, that of the same person's mail of the same topic, else a new one.
 */
export function conversationFor(thread: Thread, mailbox: readonly StoredMessage[]): string {
  const referred = new Set([...thread.references, thread.inReplyTo]);
  const newestFirst = [...mailbox].reverse();
  const parent =
    newestFirst.find(({ internetMessageId }) => referred.has(internetMessageId)) ??
    newestFirst.find((message) => isSameTopic(thread, message));
  return parent?.conversationId ?? newConversationId();
}

function isSameTopic(thread: Thread, message: StoredMessage): boolean {
  const topic = topicOf(thread.subject);
  if (topic === thread.subject.trim() || topic === "") return false;
  const writer = thread.from?.address.toLowerCase();
  const people = [message.from, ...message.to].map((person) => person?.address.toLowerCase());
  return topicOf(message.subject).toLowerCase() === topic.toLowerCase() && people.includes(writer);
}
