import type { AttachmentRecord } from "../../domain/case/vocabulary.ts";
import type { IncomingMail } from "../../domain/mail/incoming-mail.ts";

export type MailHandle = { readonly mailbox: string; readonly graphId: string };

/** A mail as a listing shows it: enough to account for it. */
export type ListedMail = MailHandle & {
  readonly internetMessageId: string;
  readonly receivedAt: string;
};

/** A mail of the whole mailbox, found by listing it. */
export type MailFound = ListedMail & {
  /** Where nearly all of them are, and where the delta and the notices of new mail look. */
  readonly isInInbox: boolean;
};

export type DeltaPage = {
  readonly mails: readonly MailHandle[];
  /** The link for the following page, or for the next round when `last`. */
  readonly link: string;
  readonly last: boolean;
};

export type OutgoingMail = {
  readonly subject: string;
  readonly html: string;
  /** Found again after a lost answer: the marker on the draft and on its sent copy. */
  readonly marker: string;
  /** Who an answer to it goes to, when that is not the mailbox itself. */
  readonly answersTo?: string;
};

export type DraftFile = { readonly name: string; readonly content: Uint8Array };
export type OutgoingFile = DraftFile & { readonly type: string };

/** A message of ours found by its marker. */
export type MarkedMail = {
  readonly id: string;
  readonly internetMessageId: string;
  readonly isDraft: boolean;
};

/**
 * What is known after asking for a draft to be sent; `unknown` is settled by looking, never by resending,
 * and `refused` stays refused however often it is asked.
 */
export type SendOutcome = "accepted" | "gone" | "refused" | "unknown";

/** Takes bytes as they come in, while the request for them is under way. */
export type TakeBytes<T> = (bytes: AsyncIterable<Uint8Array>) => Promise<T>;

/** The shared complaints mailbox. Throttling and outages throw `MailboxBusy`, mistakes of ours a fault. */
export interface Mailbox {
  /** Absent when the mail has gone since it was listed. */
  read(handle: MailHandle): Promise<IncomingMail | undefined>;
  /** The mail as it was delivered; what breaks off throws `MailboxBusy` through whoever takes it. */
  readRaw<T>(handle: MailHandle, take: TakeBytes<T>): Promise<T | undefined>;
  readAttachment<T>(
    handle: MailHandle,
    attachment: AttachmentRecord,
    take: TakeBytes<T>,
  ): Promise<T | undefined>;
  /** One page of changes of the inbox; without a link the first round since `from`. */
  changes(mailbox: string, at: { link: string } | { from: string }): Promise<DeltaPage | "expired">;
  /**
   * Every mail received since an instant, and before another when one is given, oldest first, by plain listing
   * and not by delta: whatever folder it lies in now, what was deleted for good included while it can be
   * recovered, but nothing that the mailbox writes itself.
   */
  listSince(mailbox: string, since: string, before?: string): AsyncIterable<MailFound>;
  /** The mail of an internet message id, wherever it lies now; absent when it has gone for good. */
  findMail(mailbox: string, internetMessageId: string): Promise<MailHandle | undefined>;
  /** One mail as a listing would show it, whatever folder it is in; for when reading all of it fails. */
  identify(handle: MailHandle): Promise<ListedMail | undefined>;
  /** Drafts a reply in the thread of a mail; absent when that mail is gone. */
  draftReply(to: MailHandle, mail: OutgoingMail): Promise<MarkedMail | undefined>;
  /** Drafts a mail that begins a thread of its own. */
  draftNew(mailbox: string, to: string, mail: OutgoingMail): Promise<MarkedMail>;
  /** The plain text of a draft, to compare with what was approved. */
  draftText(mailbox: string, draftId: string): Promise<string | undefined>;
  /** Adds a file of at most 3 MB to a draft. */
  attach(mailbox: string, draftId: string, file: OutgoingFile): Promise<void>;
  /** The files of a draft, whole; absent when the draft has gone. */
  draftFiles(mailbox: string, draftId: string): Promise<readonly DraftFile[] | undefined>;
  /** Everything that carries a marker: drafts and sent copies, whatever folder they are in. */
  findMarked(mailbox: string, marker: string): Promise<readonly MarkedMail[]>;
  send(mailbox: string, draftId: string): Promise<SendOutcome>;
  /** Whether a mailbox, ours or not, could be read. */
  access(mailbox: string): Promise<MailboxAccess>;
  subscribe(request: SubscriptionRequest): Promise<Subscription>;
  /** Renews and reauthorises; absent when the subscription no longer exists. */
  renew(id: string, expiresAt: string): Promise<Subscription | undefined>;
}

/** Whether the app may read a mailbox: `refused` by Exchange, or `missing` because there is none. */
export type MailboxAccess = "granted" | "refused" | "missing";

export type SubscriptionRequest = {
  readonly mailbox: string;
  readonly notificationUrl: string;
  readonly lifecycleUrl: string;
  readonly clientState: string;
  readonly expiresAt: string;
};

export type Subscription = { readonly id: string; readonly expiresAt: string };

/** The mailbox cannot be used now: work goes back to its queue rather than holding a function open. */
export class MailboxBusy extends Error {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number, options?: ErrorOptions) {
    super(`The mailbox asks to wait ${retryAfterSeconds} s.`, options);
    this.name = "MailboxBusy";
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
