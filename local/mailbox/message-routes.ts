import { z } from "zod";
import { findFolder, folderId } from "./folders.ts";
import {
  answered,
  answeredBytes,
  contextOf,
  type GraphAnswer,
  type GraphCall,
  type GraphRoute,
} from "./graph-call.ts";
import {
  accessDenied,
  isRefused,
  itemNotFound,
  refused,
  type GraphRefusal,
} from "./graph-errors.ts";
import { messageOf, withMessage, type MailboxParts } from "./mailbox-parts.ts";
import { entityTagOf, newImmutableId } from "./message-ids.ts";
import { parseMessageChange, unreadableBody, withInput } from "./message-input.ts";
import { composeMime } from "./message-to-mime.ts";
import { viewMessage, type MessageView } from "./message-view.ts";
import { parseMessageQuery } from "./odata-query.ts";
import { moved, rewritten, type StoredMessage } from "./stored-message.ts";

/** The requests about one message, whatever folder it lies in. */
export function messageRoutes(parts: MailboxParts): GraphRoute[] {
  const path = "/users/:mailbox/messages/:id";
  return [
    {
      method: "get",
      path,
      handle: withMessage(parts, (message, call) => read(message, call, parts)),
    },
    {
      method: "patch",
      path,
      handle: withMessage(parts, (message, call) => change(message, call, parts)),
    },
    {
      method: "delete",
      path,
      handle: withMessage(parts, (message) => discard(message, parts)),
    },
    {
      method: "post",
      path: `${path}/permanentDelete`,
      handle: withMessage(parts, (message) => {
        parts.store.remove(message);
        return answered(204);
      }),
    },
    {
      method: "get",
      path: `${path}/$value`,
      handle: withMessage(parts, async (message) => {
        const { mimeKey } = message;
        const mime =
          mimeKey === undefined ? composeMime(message, parts.bytes) : parts.bytes.get(mimeKey);
        return answeredBytes(await mime, "text/plain");
      }),
    },
    {
      method: "post",
      path: `${path}/move`,
      handle: withMessage(parts, (message, call) => move(message, call, parts)),
    },
  ];
}

/** The whole message in the answer to a write. */
export async function answerMessage(
  status: number,
  message: StoredMessage,
  { call, parts, view }: { call: GraphCall; parts: MailboxParts; view?: Partial<MessageView> },
): Promise<GraphAnswer> {
  const shown = await viewMessage(message, { preferences: call.preferences, ...view }, parts.bytes);
  return answered(status, {
    "@odata.context": contextOf(message.mailbox, "messages/$entity"),
    ...shown,
  });
}

function read(
  message: StoredMessage,
  call: GraphCall,
  parts: MailboxParts,
): Promise<GraphAnswer> | GraphRefusal {
  if (isInInbox(message) && isDraggedFirst(message, call, parts)) return itemNotFound();
  const query = parseMessageQuery(call.options, ["$select", "$expand"]);
  return isRefused(query) ? query : answerMessage(200, message, { call, parts, view: query });
}

async function change(
  message: StoredMessage,
  call: GraphCall,
  parts: MailboxParts,
): Promise<GraphAnswer | GraphRefusal> {
  const input = await parseMessageChange(call.body, message);
  if (isRefused(input)) return input;
  // Read again: somebody else may have written the message while the body was converted.
  const current = messageOf(parts.store, call);
  if (isRefused(current)) return current;
  if (call.ifMatch !== undefined && ![entityTagOf(current), "*"].includes(call.ifMatch))
    return refused(
      412,
      "ErrorIrresolvableConflict",
      "The change key passed in the request does not match the current change key for the item.",
    );
  const changed = rewritten(withInput(current, input), parts.clock.now());
  parts.store.put(changed);
  return answerMessage(200, changed, { call, parts });
}

/** Deleting puts a message into Deleted Items; what is deleted there can only be recovered. */
function discard(
  message: StoredMessage,
  { store, clock }: MailboxParts,
): GraphAnswer | GraphRefusal {
  const bin = folderId(message.mailbox, "deleteditems");
  const deletions = folderId(message.mailbox, "recoverableitemsdeletions");
  if (message.folderId === deletions) return accessDenied();
  const destination = message.folderId === bin ? deletions : bin;
  store.put(moved(rewritten(message, clock.now()), destination));
  return answered(204);
}

const isInInbox = ({ mailbox, folderId: lies }: StoredMessage): boolean =>
  lies === folderId(mailbox, "inbox");

/** Classic Outlook copies a message it moves out of a shared mailbox's folder: not even the immutable id stays. */
function isDraggedFirst(
  message: StoredMessage,
  { path }: GraphCall,
  { store, faults }: MailboxParts,
): boolean {
  const { mailbox } = message;
  if (faults.take("dragged-away", path)) {
    const away = moved(message, folderId(mailbox, "compliments"));
    store.put({ ...away, immutableId: newImmutableId() });
    return true;
  }
  if (!faults.take("dragged-in-outlook", path)) return false;
  const away = moved(message, folderId(mailbox, "archive"));
  store.put(away);
  store.put({ ...moved(away, message.folderId), immutableId: newImmutableId() });
  return true;
}

const moveRequest = z.strictObject({ destinationId: z.string() });

async function move(
  message: StoredMessage,
  call: GraphCall,
  parts: MailboxParts,
): Promise<GraphAnswer | GraphRefusal> {
  const request = moveRequest.safeParse(call.body);
  if (!request.success) return unreadableBody(request.error);
  const folder = findFolder(call.mailbox, request.data.destinationId);
  if (folder === undefined) return itemNotFound();
  const changesId = parts.faults.take("immutable-id-changes", call.path) !== undefined;
  const there = {
    ...moved(rewritten(message, parts.clock.now()), folderId(call.mailbox, folder)),
    ...(changesId && { immutableId: newImmutableId() }),
  };
  parts.store.put(there);
  return answerMessage(201, there, { call, parts });
}
