import type { ByteStore } from "./byte-store.ts";
import type { Faults } from "./faults.ts";
import { findFolder, folderId, isSeen, type FolderName } from "./folders.ts";
import type { GraphAnswer, GraphCall, GraphHandler } from "./graph-call.ts";
import { isRefused, itemNotFound, malformedId, type GraphRefusal } from "./graph-errors.ts";
import type { Limits } from "./limits.ts";
import { looksLikeMessageId } from "./message-ids.ts";
import type { MessageStore } from "./message-store.ts";
import type { PostOffice } from "./post-office.ts";
import type { StoredMessage } from "./stored-message.ts";
import type { UploadSessions } from "./upload-sessions.ts";

/** What the requests about messages work with. */
export type MailboxParts = {
  readonly store: MessageStore;
  readonly bytes: ByteStore;
  readonly postOffice: PostOffice;
  readonly uploads: UploadSessions;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly clock: { now(): Date };
};

type Outcome = GraphAnswer | GraphRefusal | Promise<GraphAnswer | GraphRefusal>;

/** The message a request's `:id` names, as it is now. */
export function messageOf(store: MessageStore, call: GraphCall): StoredMessage | GraphRefusal {
  const id = call.segment("id");
  if (!looksLikeMessageId(id)) return malformedId();
  return store.byId(call.mailbox, id) ?? itemNotFound();
}

/** Handles a request about one message; refuses it when there is no such message. */
export function withMessage(
  { store }: MailboxParts,
  handle: (message: StoredMessage, call: GraphCall) => Outcome,
): GraphHandler {
  return (call) => {
    const message = messageOf(store, call);
    return isRefused(message) ? message : handle(message, call);
  };
}

/**
 * Handles a request about one folder (`:folder`, a well-known name or an id); refuses it when there is none. The
 * recoverable items of a mailbox are not there before something was deleted for good.
 */
export function withFolder(
  { store }: MailboxParts,
  handle: (folder: FolderName, call: GraphCall) => Outcome,
): GraphHandler {
  return (call) => {
    const { mailbox } = call;
    const folder = findFolder(mailbox, call.segment("folder"));
    if (folder === undefined) return itemNotFound();
    const isThere = isSeen(folder) || store.list(mailbox, folderId(mailbox, folder)).length > 0;
    return isThere ? handle(folder, call) : itemNotFound();
  };
}
