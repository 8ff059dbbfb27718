import type { Message } from "@microsoft/microsoft-graph-types";
import type { Router } from "express";
import { join } from "node:path";
import type { CitizenMessage } from "../teams-shell/api.ts";
import { attachmentRoutes } from "./attachment-routes.ts";
import { createByteStore } from "./byte-store.ts";
import { draftRoutes } from "./draft-routes.ts";
import { createFaults, type Faults } from "./faults.ts";
import { folderRoutes } from "./folder-routes.ts";
import { folderId, type FolderName } from "./folders.ts";
import type { GraphRoute } from "./graph-call.ts";
import { createGraphRouter, type VerifyGraphToken } from "./graph-router.ts";
import { openJournal } from "./journal.ts";
import { exchangeLimits, type Limits } from "./limits.ts";
import { parseMailFact } from "./mail-facts.ts";
import type { MailboxParts } from "./mailbox-parts.ts";
import { messageRoutes } from "./message-routes.ts";
import { MessageStore } from "./message-store.ts";
import { viewMessage } from "./message-view.ts";
import { Notifier, type LifecycleEvent, type Notify } from "./notifications.ts";
import { PostOffice, type Delivery } from "./post-office.ts";
import { listenForMail, type SmtpListener } from "./smtp-in.ts";
import { SubscriptionBook } from "./subscription-book.ts";
import { subscriptionRoutes } from "./subscriptions.ts";
import { UploadSessions } from "./upload-sessions.ts";

export type MailboxOptions = {
  /** Everything is kept here; in memory when there is none. */
  readonly folder?: string;
  readonly clock: { now(): Date };
  /** The shared mailboxes an application may reach, as Exchange's RBAC scope would name them. */
  readonly mailboxes: readonly string[];
  readonly verifyGraphToken: VerifyGraphToken;
  /** How subscribers' endpoints are reached; `fetch` unless given. */
  readonly notify?: Notify;
  readonly limits?: Partial<Limits>;
  /** How long changes are gathered into one notification. */
  readonly notificationDelayMs?: number;
  /** How long an endpoint has to answer the validation of a subscription. */
  readonly validateWithinMs?: number;
};

/** The estate's mail: what Exchange Online and everybody's mail provider are in the real world. */
export type Mailbox = {
  /** Stands for `https://graph.microsoft.com`; serves `/v1.0/...`. */
  readonly router: Router;
  /** Stands for `https://outlook.office.com`; takes the ranges of large attachments. */
  readonly uploadRouter: Router;
  readonly faults: Faults;
  /** Puts a raw mail into a shared mailbox, as if it had come by SMTP. */
  deliver(
    mail: Buffer | string,
    delivery?: Delivery,
  ): Promise<{ id: string; internetMessageId: string }>;
  startSmtp(options: { port: number; host: "127.0.0.1" }): Promise<SmtpListener>;
  /** Everything a citizen sent or received, oldest first. */
  mailFor(address: string): readonly CitizenMessage[];
  /** Called with each address whose mail has changed. */
  onMail(listener: (address: string) => void): void;
  /** What lies in a folder of a shared mailbox, in the order it was written or received, without asking through Graph. */
  list(mailbox: string, folder: FolderName): Promise<Message[]>;
  /** Tells the subscribers' lifecycle endpoints something about their subscriptions. */
  raiseLifecycleEvent(event: LifecycleEvent): Promise<void>;
  /** Stops listening and finishes the deliveries under way. */
  close(): Promise<void>;
};

/** Opens the estate's mail, with everything that earlier runs left in the folder. */
export function createMailbox(options: MailboxOptions): Mailbox {
  const { clock } = options;
  const mailboxes = options.mailboxes.map((mailbox) => mailbox.toLowerCase());
  const { parts, notifier, routes } = assemble({ ...options, mailboxes });
  const { store, bytes, postOffice, uploads, faults, limits } = parts;
  const smtpListeners: SmtpListener[] = [];

  return {
    router: createGraphRouter(routes, {
      verifyGraphToken: options.verifyGraphToken,
      mailboxes,
      limits,
      faults,
      clock,
      onRequest: () => store.reveal(clock.now()),
    }),
    uploadRouter: uploads.router,
    faults,
    deliver: (mail, delivery) => postOffice.deliver(mail, delivery),
    async startSmtp(address) {
      const listener = await listenForMail(address, { postOffice, limits, mailboxes });
      smtpListeners.push(listener);
      return listener;
    },
    mailFor: (address) => postOffice.mailFor(address),
    onMail: (listener) => postOffice.onMail(listener),
    list(mailbox, name) {
      store.reveal(clock.now());
      const address = mailbox.toLowerCase();
      const view = { preferences: { idForm: "immutable" as const, applied: [] } };
      const messages = store.list(address, folderId(address, name));
      return Promise.all(messages.map((message) => viewMessage(message, view, bytes)));
    },
    raiseLifecycleEvent: (event) => notifier.raiseLifecycleEvent(event),
    async close() {
      await Promise.all(smtpListeners.map((listener) => listener.close()));
      await notifier.close();
    },
  };
}

function assemble(options: MailboxOptions): {
  parts: MailboxParts;
  notifier: Notifier;
  routes: GraphRoute[];
} {
  const {
    folder,
    clock,
    mailboxes,
    notify = fetch,
    notificationDelayMs,
    validateWithinMs,
  } = options;
  const limits = { ...exchangeLimits, ...options.limits };
  const faults = createFaults();
  const journal = openJournal(folder && join(folder, "journal.jsonl"), parseMailFact);
  const bytes = createByteStore(folder && join(folder, "bytes"));
  const store = new MessageStore(journal);
  const book = new SubscriptionBook(journal, clock);
  const postOffice = new PostOffice({ journal, store, bytes, faults, clock, mailboxes });
  const uploads = new UploadSessions({ store, bytes, clock, limits });
  const gatherMs = notificationDelayMs ?? 200;
  const notifier = new Notifier({ store, book, faults, notify, gatherMs });
  const parts = { store, bytes, postOffice, uploads, faults, limits, clock };
  const subscriptions = {
    book,
    clock,
    mailboxes,
    notify,
    validateWithinMs: validateWithinMs ?? 10_000,
  };
  const routes = [
    ...folderRoutes(parts),
    ...draftRoutes(parts),
    ...messageRoutes(parts),
    ...attachmentRoutes(parts),
    ...subscriptionRoutes(subscriptions),
  ];
  return { parts, notifier, routes };
}
