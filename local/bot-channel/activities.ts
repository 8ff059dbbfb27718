import { randomUUID } from "node:crypto";
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
