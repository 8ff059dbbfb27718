import { randomUUID } from "node:crypto";
import type { ColleagueMessage, Conversation } from "./colleague-chats.ts";
import type { Roster, RosterEntry } from "./roster.ts";

/** Where the bot is told to send its answers; the production address of Teams in the United Kingdom. */
export const serviceUrl = "https://smba.trafficmanager.net/uk/";

/** An activity as Teams posts it to a bot; the fields beyond these depend on its type. */
export type TeamsActivity = { readonly type: string; readonly id: string } & Readonly<
  Record<string, unknown>
>;

type Sender = { roster: Roster; entry: RosterEntry; now: Date };

const frame = ({ roster, entry, now }: Sender) => ({
  channelId: "msteams",
  serviceUrl,
  timestamp: now.toISOString(),
  locale: "en-GB",
  localTimezone: "Europe/London",
  from: { id: entry.userId, name: entry.person.name, aadObjectId: entry.person.id },
  recipient: roster.bot,
  conversation: {
    id: entry.conversationId,
    conversationType: "personal",
    tenantId: roster.tenantId,
  },
  channelData: { tenant: { id: roster.tenantId } },
});

/** The person typed something to the bot. */
export const messageActivity = (
  sender: Sender,
  { id, text }: { id: string; text: string },
): TeamsActivity => ({
  ...frame(sender),
  type: "message",
  id,
  text,
  textFormat: "plain",
  attachments: [],
  entities: [
    {
      type: "clientInfo",
      locale: "en-GB",
      country: "GB",
      platform: "Web",
      timezone: "Europe/London",
    },
  ],
});

/** The person pressed an Action.Execute on the card of the message `replyToId`. */
export const cardActionActivity = (
  sender: Sender,
  press: { replyToId: string; verb: string; data: Record<string, unknown> },
): TeamsActivity => ({
  ...frame(sender),
  type: "invoke",
  id: `f:${randomUUID()}`,
  name: "adaptiveCard/action",
  replyToId: press.replyToId,
  value: {
    action: { type: "Action.Execute", verb: press.verb, data: press.data },
    trigger: "manual",
  },
});

/** What a person chose in the menu of a message, and what they filled in once the form was open. */
export type ChosenAction = {
  readonly commandId: string;
  readonly conversation: Conversation;
  readonly message: ColleagueMessage;
  /** What the form's button carries and its fields hold; without it, Teams asks for the form. */
  readonly data?: Record<string, unknown>;
};

/** The person chose one of the app's actions on a message, or submitted the form that it opened. */
export const messageActionActivity = (
  sender: Sender,
  { commandId, conversation, message, data }: ChosenAction,
): TeamsActivity => ({
  ...frame(sender),
  type: "invoke",
  id: `f:${randomUUID()}`,
  name: data === undefined ? "composeExtension/fetchTask" : "composeExtension/submitAction",
  // Where the message stands; the bot itself is no member of it.
  conversation: {
    id: conversation.id,
    ...(conversation.type === "groupChat" && { isGroup: true }),
    conversationType: conversation.type,
    tenantId: sender.roster.tenantId,
  },
  channelData: { tenant: { id: sender.roster.tenantId }, source: { name: "message" } },
  value: {
    commandId,
    commandContext: "message",
    requestId: randomUUID(),
    messagePayload: messagePayloadOf(conversation, message),
    context: { theme: "default" },
    ...(data && { data }),
  },
});

/** A message as Teams hands it to an action on it: with its HTML, and without what is attached to it. */
const messagePayloadOf = (conversation: Conversation, message: ColleagueMessage) => ({
  linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(conversation.id)}/${message.id}?context=${encodeURIComponent('{"contextType":"chat"}')}`,
  id: message.id,
  replyToId: null,
  createdDateTime: message.at,
  lastModifiedDateTime: null,
  deleted: false,
  subject: null,
  summary: null,
  importance: "normal",
  locale: "en-gb",
  body: { contentType: "html", content: message.html },
  from: {
    device: null,
    conversation: null,
    user: { userIdentityType: "aadUser", id: message.from.id, displayName: message.from.name },
    application: null,
  },
  reactions: [],
  mentions: [],
  attachments: [],
});

/** The app was installed for the person: Teams sends these two, in this order. */
export const installationActivities = (sender: Sender): readonly TeamsActivity[] => {
  const { from, recipient } = frame(sender);
  return [
    {
      ...frame(sender),
      type: "installationUpdate",
      id: `f:${randomUUID()}`,
      action: "add",
    },
    {
      ...frame(sender),
      type: "conversationUpdate",
      id: `f:${randomUUID()}`,
      membersAdded: [{ id: from.id, aadObjectId: from.aadObjectId }, { id: recipient.id }],
    },
  ];
};
