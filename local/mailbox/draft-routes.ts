import { draftReply, emptyDraft } from "./drafts.ts";
import {
  type GraphAnswer,
  type GraphCall,
  type GraphHandler,
  type GraphRoute,
} from "./graph-call.ts";
import { accessDenied, isRefused, type GraphRefusal } from "./graph-errors.ts";
import { withMessage, type MailboxParts } from "./mailbox-parts.ts";
import { parseMessageInput, withInput } from "./message-input.ts";
import { answerMessage } from "./message-routes.ts";
import { sendDraft } from "./sending.ts";

/** The requests that write mail and send it. */
export function draftRoutes(parts: MailboxParts): GraphRoute[] {
  const reply = (toAll: boolean): GraphHandler =>
    withMessage(parts, async (original, call) => {
      const now = parts.clock.now();
      const draft = await draftReply(original, call.body, { toAll, now });
      if (isRefused(draft)) return draft;
      parts.store.put(draft);
      return answerMessage(201, draft, { call, parts });
    });
  const message = "/users/:mailbox/messages/:id";
  return [
    {
      method: "post",
      path: "/users/:mailbox/messages",
      handle: (call) => createDraft(call, parts),
    },
    { method: "post", path: `${message}/createReply`, handle: reply(false) },
    { method: "post", path: `${message}/createReplyAll`, handle: reply(true) },
    {
      method: "post",
      path: `${message}/send`,
      handle: withMessage(parts, (draft, { app, path }) =>
        app.roles.includes("Mail.Send") ? sendDraft(draft, path, parts) : accessDenied(),
      ),
    },
  ];
}

async function createDraft(
  call: GraphCall,
  parts: MailboxParts,
): Promise<GraphAnswer | GraphRefusal> {
  const input = await parseMessageInput(call.body);
  if (isRefused(input)) return input;
  const draft = withInput(emptyDraft(call.mailbox, parts.clock.now()), input);
  parts.store.put(draft);
  return answerMessage(201, draft, { call, parts });
}
