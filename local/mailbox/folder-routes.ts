import { deltaPage } from "./delta.ts";
import { describeFolder, describeFolders, folderId, type FolderName } from "./folders.ts";
import {
  answered,
  contextOf,
  type GraphAnswer,
  type GraphCall,
  type GraphRoute,
} from "./graph-call.ts";
import { isRefused, type GraphRefusal } from "./graph-errors.ts";
import { withFolder, type MailboxParts } from "./mailbox-parts.ts";
import { viewMessage } from "./message-view.ts";
import { parseMessageQuery } from "./odata-query.ts";

const listOptions = ["$select", "$expand", "$filter", "$orderby", "$top", "$skip", "$count"];
const defaultPageSize = 10;
const graphOrigin = "https://graph.microsoft.com";

/** The requests about folders and about the messages in them, taken together. */
export function folderRoutes(parts: MailboxParts): GraphRoute[] {
  const { store } = parts;
  const folders = "/users/:mailbox/mailFolders";
  return [
    {
      method: "get",
      path: folders,
      handle: ({ mailbox }) =>
        answered(200, {
          "@odata.context": contextOf(mailbox, "mailFolders"),
          value: describeFolders(store, mailbox),
        }),
    },
    {
      method: "get",
      path: `${folders}/:folder`,
      handle: withFolder(parts, (folder, { mailbox }) =>
        answered(200, describeFolder(store, mailbox, folder)),
      ),
    },
    {
      method: "get",
      path: `${folders}/:folder/messages`,
      handle: withFolder(parts, (folder, call) => listMessages(call, parts, folder)),
    },
    {
      method: "get",
      path: `${folders}/:folder/messages/delta`,
      handle: withFolder(parts, (folder, call) => delta(folder, call, parts)),
    },
    {
      method: "get",
      path: "/users/:mailbox/messages",
      handle: (call) => listMessages(call, parts),
    },
  ];
}

async function listMessages(
  call: GraphCall,
  { store, bytes }: MailboxParts,
  folder?: FolderName,
): Promise<GraphAnswer | GraphRefusal> {
  const query = parseMessageQuery(call.options, listOptions);
  if (isRefused(query)) return query;
  const { select, expand, filter, order, skip = 0 } = query;
  const deletions = folderId(call.mailbox, "recoverableitemsdeletions");
  const found = store
    .list(call.mailbox, folder && folderId(call.mailbox, folder))
    .filter((message) => folder !== undefined || message.folderId !== deletions)
    .filter((message) => filter?.matches(message) ?? true)
    // Graph lists the newest first unless it is told otherwise.
    .reverse()
    .sort(
      order ? (a, b) => order.compare(a, b) : (a, b) => b.receivedAt.localeCompare(a.receivedAt),
    );
  const end = skip + (query.top ?? call.preferences.maxPageSize ?? defaultPageSize);
  const view = {
    preferences: call.preferences,
    ...(select && { select }),
    ...(expand && { expand }),
  };
  return answered(200, {
    "@odata.context": contextOf(call.mailbox, "messages"),
    ...(query.count === true && { "@odata.count": found.length }),
    value: await Promise.all(
      found.slice(skip, end).map((message) => viewMessage(message, view, bytes)),
    ),
    ...(end < found.length && { "@odata.nextLink": nextLink(call, end) }),
  });
}

function nextLink({ path, options }: GraphCall, skip: number): string {
  const next = new URLSearchParams(options);
  next.set("$skip", String(skip));
  return `${graphOrigin}/v1.0${path}?${next.toString().replaceAll("%24", "$")}`;
}

async function delta(
  folder: FolderName,
  call: GraphCall,
  parts: MailboxParts,
): Promise<GraphAnswer | GraphRefusal> {
  const { mailbox, options, preferences } = call;
  const user = encodeURIComponent(mailbox);
  const url = `${graphOrigin}/v1.0/users/${user}/mailFolders('${folder}')/messages/delta`;
  const page = await deltaPage(
    { folderId: folderId(mailbox, folder), url, options, preferences },
    parts,
  );
  return isRefused(page) ? page : answered(200, page);
}
