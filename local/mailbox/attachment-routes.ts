import { cannotTake, keepFile, parseFileAttachment } from "./attachments.ts";
import {
  answered,
  answeredBytes,
  contextOf,
  type GraphAnswer,
  type GraphCall,
  type GraphHandler,
  type GraphRoute,
} from "./graph-call.ts";
import { isRefused, itemNotFound, type GraphRefusal } from "./graph-errors.ts";
import { messageOf, withMessage, type MailboxParts } from "./mailbox-parts.ts";
import { attachmentProperties, viewAttachment } from "./message-view.ts";
import { parseSelect, unknownOption } from "./odata-query.ts";
import { rewritten, type StoredAttachment, type StoredMessage } from "./stored-message.ts";

/** The requests about what is attached to a message. */
export function attachmentRoutes(parts: MailboxParts): GraphRoute[] {
  const all = "/users/:mailbox/messages/:id/attachments";
  const one = `${all}/:attachment`;
  const withAttachment = (
    handle: (
      attachment: StoredAttachment,
      message: StoredMessage,
      call: GraphCall,
    ) => GraphAnswer | Promise<GraphAnswer | GraphRefusal>,
  ): GraphHandler =>
    withMessage(parts, (message, call) => {
      const found = message.attachments.find(({ id }) => id === call.segment("attachment"));
      return found === undefined ? itemNotFound() : handle(found, message, call);
    });
  return [
    {
      method: "get",
      path: all,
      handle: withMessage(parts, (message, call) => list(message, call, parts)),
    },
    {
      method: "post",
      path: all,
      handle: withMessage(parts, (draft, call) => attach(draft, call, parts)),
    },
    {
      method: "post",
      path: `${all}/createUploadSession`,
      handle: withMessage(parts, (draft, { body }) => parts.uploads.open(draft, body)),
    },
    {
      method: "get",
      path: one,
      handle: withAttachment(async (attachment, _message, { options }) => {
        const select = selectIn(options);
        if (isRefused(select)) return select;
        return answered(200, await viewAttachment(attachment, parts.bytes, select));
      }),
    },
    {
      method: "get",
      path: `${one}/$value`,
      handle: withAttachment(async ({ bytesKey, contentType }) =>
        answeredBytes(await parts.bytes.get(bytesKey), contentType),
      ),
    },
    {
      method: "delete",
      path: one,
      handle: withAttachment(({ id }, message) => {
        const attachments = message.attachments.filter((each) => each.id !== id);
        parts.store.put(rewritten({ ...message, attachments }, parts.clock.now()));
        return answered(204);
      }),
    },
  ];
}

function selectIn(
  options: URLSearchParams,
): readonly (typeof attachmentProperties)[number][] | GraphRefusal | undefined {
  const foreign = [...options.keys()].find((name) => name !== "$select");
  if (foreign !== undefined) return unknownOption(foreign);
  const select = options.get("$select");
  return select === null ? undefined : parseSelect(select, attachmentProperties, "attachment");
}

async function list(
  { mailbox, attachments }: StoredMessage,
  { options }: GraphCall,
  { bytes }: MailboxParts,
): Promise<GraphAnswer | GraphRefusal> {
  const select = selectIn(options);
  if (isRefused(select)) return select;
  return answered(200, {
    "@odata.context": contextOf(mailbox, "messages/attachments"),
    value: await Promise.all(attachments.map((each) => viewAttachment(each, bytes, select))),
  });
}

async function attach(
  draft: StoredMessage,
  call: GraphCall,
  { store, bytes, clock, limits }: MailboxParts,
): Promise<GraphAnswer | GraphRefusal> {
  const file = parseFileAttachment(call.body, limits);
  if (isRefused(file)) return file;
  const refusal = cannotTake(draft, file.content.length, limits);
  if (refusal) return refusal;
  const attachment = await keepFile(file, bytes, clock.now());
  // Read again: another attachment may have come while this one was kept.
  const current = messageOf(store, call);
  if (isRefused(current)) return current;
  const attachments = [...current.attachments, attachment];
  store.put(rewritten({ ...current, attachments }, clock.now()));
  return answered(201, await viewAttachment(attachment, bytes));
}
