import { randomUUID } from "node:crypto";
import { z } from "zod";
import { estate } from "../estate.ts";
import { escapeHtml } from "./body-forms.ts";
import { topicOf } from "./conversations.ts";
import { folderId } from "./folders.ts";
import { badRequest, isRefused, type GraphRefusal } from "./graph-errors.ts";
import { newConversationId, newImmutableId, newInternetMessageId } from "./message-ids.ts";
import { parseMessageInput, unreadableBody, withInput } from "./message-input.ts";
import {
  graphTime,
  type Correspondent,
  type StoredBody,
  type StoredMessage,
} from "./stored-message.ts";

const names: Readonly<Record<string, string>> = {
  [estate.mailbox]: `${estate.council} Complaints`,
  [estate.housingMailbox]: `${estate.council} Housing Complaints`,
};

/** A new, empty draft of the mailbox. */
export function emptyDraft(mailbox: string, now: Date): StoredMessage {
  const owner: Correspondent = { name: names[mailbox] ?? mailbox, address: mailbox };
  const at = graphTime(now);
  return {
    key: randomUUID(),
    mailbox,
    folderId: folderId(mailbox, "drafts"),
    immutableId: newImmutableId(),
    moves: 0,
    version: 1,
    isDraft: true,
    isRead: true,
    subject: "",
    body: { text: "" },
    from: owner,
    sender: owner,
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
    headers: [],
    internetMessageId: newInternetMessageId(mailbox),
    references: [],
    conversationId: newConversationId(),
    createdAt: at,
    modifiedAt: at,
    receivedAt: at,
    sentAt: at,
    importance: "normal",
    categories: [],
    flagStatus: "notFlagged",
    extendedProperties: [],
    attachments: [],
  };
}

const replyRequest = z
  .strictObject({ message: z.unknown().optional(), comment: z.string() })
  .partial();

/** A draft that answers `original`: to whoever it asks replies to go to, in its conversation, above its words. */
export async function draftReply(
  original: StoredMessage,
  body: unknown,
  { toAll, now }: { toAll: boolean; now: Date },
): Promise<StoredMessage | GraphRefusal> {
  const request = replyRequest.safeParse(withLowerCaseNames(body));
  if (!request.success) return unreadableBody(request.error);
  const { message, comment } = request.data;
  const input = await parseMessageInput(message);
  if (isRefused(input)) return input;
  if (comment !== undefined && input.body !== undefined)
    return badRequest("Comment and message body cannot be both specified.");

  const { toRecipients = [], ccRecipients = [], ...rest } = input;
  const draft = emptyDraft(original.mailbox, now);
  const others = toAll ? [...original.to, ...original.cc] : [];
  const to = distinct([...answerTo(original), ...toRecipients]);
  const answered: StoredMessage = {
    ...draft,
    to: to.length > 0 ? to : [...original.to],
    cc: distinct([...others, ...ccRecipients]).filter(
      ({ address }) => !isOneOf(to, address) && !isSame(address, original.mailbox),
    ),
    subject: `RE: ${topicOf(original.subject)}`,
    body: quoted(original, comment ?? ""),
    conversationId: original.conversationId,
    inReplyTo: original.internetMessageId,
    references: [...original.references, original.internetMessageId],
  };
  return withInput(answered, rest);
}

/** Graph reads the parameters of an action whatever case their names are in. */
function withLowerCaseNames(body: unknown): unknown {
  if (typeof body !== "object" || body === null) return body ?? {};
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name.toLowerCase(), value as unknown]),
  );
}

/** RFC 5322: a reply goes to Reply-To when the writer gave one; to a mail of our own, it goes on to its reader. */
function answerTo({ replyTo, from, mailbox }: StoredMessage): readonly Correspondent[] {
  if (replyTo.length > 0) return replyTo;
  return from === undefined || isSame(from.address, mailbox) ? [] : [from];
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const isOneOf = (people: readonly Correspondent[], address: string): boolean =>
  people.some((person) => isSame(person.address, address));

const distinct = (people: readonly Correspondent[]): Correspondent[] =>
  people.filter(({ address }, index) => !isOneOf(people.slice(0, index), address));

/** The comment above the original, in the form the original has. */
function quoted(original: StoredMessage, comment: string): StoredBody {
  const head = [
    ["From", original.from ? named(original.from) : ""],
    ["Sent", longDate.format(new Date(original.sentAt))],
    ["To", original.to.map(named).join("; ")],
    ["Subject", original.subject],
  ] as const;
  const plainHead = head.map(([name, value]) => `${name}: ${value}`).join("\n");
  const text = `${comment}\n\n________________________________\n${plainHead}\n\n${original.body.text}`;
  if (original.body.html === undefined) return { text };
  const richHead = head.map(([name, value]) => `<b>${name}:</b> ${escapeHtml(value)}`).join("<br>");
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${comment}<hr tabindex="-1" style="display:inline-block; width:98%"><div id="divRplyFwdMsg" dir="ltr">${richHead}</div><div>${original.body.html}</div></body></html>`;
  return { text, html };
}

const named = ({ name, address }: Correspondent): string =>
  name === address ? address : `${name} <${address}>`;

/** Exchange writes the time of a quoted mail in UTC unless the request names another zone. */
const longDate = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "full",
  timeStyle: "short",
  timeZone: "UTC",
});
