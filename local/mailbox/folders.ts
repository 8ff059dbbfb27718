import type { MailFolder } from "@microsoft/microsoft-graph-types";
import { containerId } from "./message-ids.ts";
import type { MessageStore } from "./message-store.ts";

/** The folders every Exchange mailbox has, by the names that never change with its language. */
const wellKnown = {
  inbox: "Inbox",
  drafts: "Drafts",
  sentitems: "Sent Items",
  outbox: "Outbox",
  deleteditems: "Deleted Items",
  junkemail: "Junk Email",
  archive: "Archive",
  recoverableitemsdeletions: "Deletions",
} as const;

/** Folders that the council has made for itself: they have no name that an application could know. */
const councilsOwn = { compliments: "Compliments" } as const;

const displayNames = { ...wellKnown, ...councilsOwn };

export type FolderName = keyof typeof displayNames;

const folderNames = Object.keys(displayNames) as FolderName[];

/** The id of one of a mailbox's folders. */
export function folderId(mailbox: string, name: FolderName): string {
  return containerId(mailbox, name);
}

/** The folder that a well-known name (in any case) or an id means in this mailbox. */
export function findFolder(mailbox: string, nameOrId: string): FolderName | undefined {
  const asked = nameOrId.toLowerCase();
  return folderNames.find(
    (name) => (name === asked && name in wellKnown) || folderId(mailbox, name) === nameOrId,
  );
}

/** Whether a folder is one that people see; what was deleted for good lies apart from the mailbox. */
export function isSeen(name: FolderName): boolean {
  return name !== "recoverableitemsdeletions";
}

/** The folder as Graph describes it, with what lies in it counted now. */
export function describeFolder(store: MessageStore, mailbox: string, name: FolderName): MailFolder {
  const id = folderId(mailbox, name);
  const messages = store.list(mailbox, id);
  return {
    id,
    displayName: displayNames[name],
    parentFolderId: containerId(mailbox, "msgfolderroot"),
    childFolderCount: 0,
    unreadItemCount: messages.filter((message) => !message.isRead).length,
    totalItemCount: messages.length,
    isHidden: false,
  };
}

/** All folders of a mailbox as Graph lists them: those that people see. */
export function describeFolders(store: MessageStore, mailbox: string): MailFolder[] {
  return folderNames.filter(isSeen).map((name) => describeFolder(store, mailbox, name));
}
