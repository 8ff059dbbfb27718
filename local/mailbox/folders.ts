import type { MailFolder } from "@microsoft/microsoft-graph-types";
import { folderIdOf } from "./message-ids.ts";
import type { MessageStore } from "./message-store.ts";

/** The folders every Exchange mailbox has, by the names that never change with its language. */
const displayNames = {
  inbox: "Inbox",
  drafts: "Drafts",
  sentitems: "Sent Items",
  deleteditems: "Deleted Items",
  junkemail: "Junk Email",
  archive: "Archive",
} as const;

export type WellKnownFolder = keyof typeof displayNames;

const wellKnownFolders = Object.keys(displayNames) as WellKnownFolder[];

/** The id of the folder that `nameOrId` means in this mailbox, or undefined when it has no such folder. */
export function folderIdFor(mailbox: string, nameOrId: string): string | undefined {
  return wellKnownFolders
    .map((name) => ({ name, id: folderIdOf(mailbox, name) }))
    .find(({ name, id }) => id === nameOrId || name === nameOrId.toLowerCase())?.id;
}

/** A folder's id by its well-known name. */
export function wellKnownFolderId(mailbox: string, name: WellKnownFolder): string {
  return folderIdOf(mailbox, name);
}

/** The folder as Graph describes it, with what lies in it counted now. */
export function describeFolder(store: MessageStore, mailbox: string, folderId: string): MailFolder {
  const messages = store.list(mailbox, folderId);
  const name = wellKnownFolders.find((known) => folderIdOf(mailbox, known) === folderId);
  return {
    id: folderId,
    displayName: name === undefined ? folderId : displayNames[name],
    parentFolderId: folderIdOf(mailbox, "msgfolderroot"),
    childFolderCount: 0,
    unreadItemCount: messages.filter((message) => !message.isRead).length,
    totalItemCount: messages.length,
    isHidden: false,
  };
}

/** All folders of a mailbox as Graph lists them. */
export function describeFolders(store: MessageStore, mailbox: string): MailFolder[] {
  return wellKnownFolders.map((name) => describeFolder(store, mailbox, folderIdOf(mailbox, name)));
}
