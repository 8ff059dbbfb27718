/** Somebody's name and address, as a mail header states them. */
export type Correspondent = { readonly name: string; readonly address: string };

/** A body in the form it was written in, and as plain text. */
export type StoredBody = { readonly html?: string; readonly text: string };

/** What is attached to a message; the bytes lie in the byte store under `bytesKey`. */
export type StoredAttachment = {
  readonly id: string;
  readonly kind: "file" | "item";
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly isInline: boolean;
  readonly contentId?: string;
  readonly addedAt: string;
  readonly bytesKey: string;
};

export type MailHeader = { readonly name: string; readonly value: string };

/** A named value an application hangs on a message, for instance the marker that says which case sent it. */
export type ExtendedProperty = { readonly id: string; readonly value: string };

export type Importance = "low" | "normal" | "high";

/** One message of a shared mailbox, whole: every change writes a new one. Times are ISO 8601, whole seconds. */
export type StoredMessage = {
  readonly key: string;
  readonly mailbox: string;
  readonly folderId: string;
  readonly immutableId: string;
  /** How often the message was moved: the ordinary id changes with every move. */
  readonly moves: number;
  /** How often the message was written: becomes its change key and entity tag. */
  readonly version: number;
  readonly isDraft: boolean;
  readonly isRead: boolean;
  readonly subject: string;
  readonly body: StoredBody;
  readonly from?: Correspondent;
  readonly sender?: Correspondent;
  readonly to: readonly Correspondent[];
  readonly cc: readonly Correspondent[];
  readonly bcc: readonly Correspondent[];
  readonly replyTo: readonly Correspondent[];
  readonly headers: readonly MailHeader[];
  readonly internetMessageId: string;
  readonly inReplyTo?: string;
  readonly references: readonly string[];
  readonly conversationId: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly receivedAt: string;
  readonly sentAt: string;
  readonly importance: Importance;
  readonly categories: readonly string[];
  readonly flagStatus: "notFlagged" | "flagged" | "complete";
  readonly extendedProperties: readonly ExtendedProperty[];
  readonly attachments: readonly StoredAttachment[];
  /** The MIME as it arrived or left; a draft has none yet. */
  readonly mimeKey?: string;
  /** The copy in Sent Items may appear later than the mail left: until then nobody can see it. */
  readonly visibleFrom?: string;
};

/** An instant the way Graph writes it: UTC, whole seconds. */
export function graphTime(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** The message after somebody has put it into another folder. */
export function moved(message: StoredMessage, destination: string): StoredMessage {
  return { ...message, folderId: destination, moves: message.moves + 1 };
}

/** The message after it was written to once more. */
export function rewritten(message: StoredMessage, now: Date): StoredMessage {
  return { ...message, version: message.version + 1, modifiedAt: graphTime(now) };
}
