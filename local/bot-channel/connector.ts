import { z } from "zod";
import { serviceUrl } from "./activities.ts";
import type { Chats, MessageContent } from "./chats.ts";
import { connectorErrors, type ConnectorError } from "./connector-errors.ts";
import type { Installations } from "./installations.ts";
import { messageContentOf } from "./message-content.ts";
import type { Roster, RosterEntry } from "./roster.ts";

/** Status and JSON body of an answer to the bot. */
export type ConnectorAnswer = { readonly status: number; readonly body: object };

type Opening = { readonly entry: RosterEntry; readonly activity: unknown };

/** What a bot may do in people's chats, free of HTTP. */
export type Connector = {
  /** The person's chat with the bot, by the conversation id in the address. */
  find(conversationId: string): RosterEntry | ConnectorError;
  /** The person that the bot wants to open a chat with, and what it wants to say first. */
  open(parameters: unknown): Opening | ConnectorError;
  /** Opens the chat, which in Teams is the same one every time, and posts the first message if there is one. */
  begin(entry: RosterEntry, activity: unknown): ConnectorAnswer;
  post(entry: RosterEntry, activity: unknown): ConnectorAnswer;
  update(entry: RosterEntry, activityId: string, activity: unknown): ConnectorAnswer;
  remove(entry: RosterEntry, activityId: string): ConnectorAnswer;
  /** The people of the chat as Teams lists them: a personal chat has one besides the bot. */
  members(entry: RosterEntry): readonly TeamsMember[];
};

type TeamsMember = ReturnType<typeof memberOf>;

const memberOf = ({ person, userId }: RosterEntry, tenantId: string) => {
  const [givenName, ...surname] = person.name.split(" ");
  return {
    id: userId,
    name: person.name,
    // Teams says one or the other, by the operation; clients look for either.
    objectId: person.id,
    aadObjectId: person.id,
    givenName,
    surname: surname.join(" "),
    email: person.mail,
    userPrincipalName: person.upn,
    tenantId,
    userRole: "user",
  };
};

const conversationParametersSchema = z
  .object({
    isGroup: z.literal(false).optional(),
    members: z.tuple([z.object({ id: z.string() })]),
    tenantId: z.string().optional(),
    channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
    activity: z.unknown(),
  })
  .transform(({ members: [member], tenantId, channelData, activity }) => ({
    memberId: member.id,
    tenantId: tenantId ?? channelData?.tenant?.id,
    activity,
  }));

const typingSchema = z.object({ type: z.literal("typing") });

/** The operations of the Bot Connector on the estate's chats. */
export const createConnector = (options: {
  clock: { now(): Date };
  roster: Roster;
  chats: Chats;
  installations: Installations;
}): Connector => {
  const { clock, roster, chats, installations } = options;

  const sentByBot = (entry: RosterEntry, id: string): boolean =>
    chats.of(entry.person.id).messages.some((sent) => sent.id === id && sent.from === "bot");

  const open: Connector["open"] = (parameters) => {
    const asked = conversationParametersSchema.safeParse(parameters);
    if (asked.data?.tenantId !== roster.tenantId) {
      return connectorErrors.badSyntax("Incorrect conversation creation parameters");
    }
    const entry = roster.ofMember(asked.data.memberId);
    if (entry === undefined) return connectorErrors.userNotFound();
    return installations.has(entry.person.id)
      ? { entry, activity: asked.data.activity }
      : connectorErrors.notInstalled();
  };

  const find: Connector["find"] = (conversationId) => {
    const entry = roster.ofConversation(conversationId);
    if (entry === undefined) return connectorErrors.conversationNotFound();
    return installations.has(entry.person.id) ? entry : connectorErrors.notInRoster();
  };

  const say = ({ person }: RosterEntry, content: MessageContent): string =>
    chats.post(person.id, { from: "bot", at: clock.now(), ...content });

  const begin: Connector["begin"] = (entry, activity) => {
    const conversation = { id: entry.conversationId, serviceUrl };
    if (activity === undefined) return { status: 201, body: conversation };
    const content = messageContentOf(activity);
    if ("status" in content) return content;
    return { status: 201, body: { ...conversation, activityId: say(entry, content) } };
  };

  const post: Connector["post"] = (entry, activity) => {
    // Teams shows "typing…" for a moment and keeps nothing of it.
    if (typingSchema.safeParse(activity).success) return { status: 202, body: {} };
    const content = messageContentOf(activity);
    return "status" in content ? content : { status: 201, body: { id: say(entry, content) } };
  };

  const update: Connector["update"] = (entry, id, activity) => {
    if (!sentByBot(entry, id)) return connectorErrors.activityNotFound();
    const content = messageContentOf(activity);
    if ("status" in content) return content;
    chats.update(entry.person.id, id, { at: clock.now(), ...content });
    return { status: 200, body: { id } };
  };

  return {
    find,
    open,
    begin,
    post,
    update,
    remove: (entry, id) => {
      if (!sentByBot(entry, id)) return connectorErrors.activityNotFound();
      chats.remove(entry.person.id, id);
      return { status: 200, body: {} };
    },
    members: (entry) => [memberOf(entry, roster.tenantId)],
  };
};
