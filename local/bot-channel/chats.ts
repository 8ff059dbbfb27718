import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { adaptiveCardSchema, chatMessageSchema, type ChatMessage } from "#local/teams-shell/api.ts";

const messageContentSchema = z.object({
  text: z.string().optional(),
  card: adaptiveCardSchema.optional(),
});
/** What a message shows: text, a card, or both. */
export type MessageContent = z.infer<typeof messageContentSchema>;

const chatEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("installed"), at: z.string() }),
  z.object({ type: z.literal("posted"), message: chatMessageSchema }),
  z.object({
    type: z.literal("updated"),
    id: z.string(),
    at: z.string(),
    content: messageContentSchema,
  }),
  z.object({ type: z.literal("deleted"), id: z.string() }),
  z.object({ type: z.literal("read") }),
]);
type ChatEvent = z.infer<typeof chatEventSchema>;

/** One person's chat with the bot, as it stands. */
export type Chat = {
  readonly installed: boolean;
  readonly messages: readonly ChatMessage[];
  /** Ids of the bot's messages that came after the person last looked. */
  readonly unread: readonly string[];
  /** The highest message id ever given in this chat; 0 before the first. */
  readonly lastId: number;
};

const emptyChat: Chat = { installed: false, messages: [], unread: [], lastId: 0 };

const evolve = (chat: Chat, event: ChatEvent): Chat => {
  switch (event.type) {
    case "installed":
      return { ...chat, installed: true };
    case "posted": {
      const { message } = event;
      return {
        ...chat,
        messages: [...chat.messages, message],
        unread: message.from === "bot" ? [...chat.unread, message.id] : chat.unread,
        lastId: Number(message.id),
      };
    }
    case "updated":
      return {
        ...chat,
        messages: chat.messages.map(({ id, from, at, ...old }) =>
          id === event.id
            ? { id, from, at, updatedAt: event.at, ...event.content }
            : { id, from, at, ...old },
        ),
      };
    case "deleted":
      return {
        ...chat,
        messages: chat.messages.filter(({ id }) => id !== event.id),
        unread: chat.unread.filter((id) => id !== event.id),
      };
    case "read":
      return { ...chat, unread: [] };
  }
};

/** Everybody's chat with the bot. */
export type Chats = {
  of(personId: string): Chat;
  install(personId: string, at: Date): void;
  /** Adds a message and gives it the id that Teams gives: milliseconds, higher than any before it. */
  post(
    personId: string,
    message: Pick<ChatMessage, "from"> & { at: Date } & MessageContent,
  ): string;
  /** Puts other content in a message's place. */
  update(personId: string, id: string, change: { at: Date } & MessageContent): void;
  remove(personId: string, id: string): void;
  markRead(personId: string): void;
  onChange(listener: (personId: string) => void): void;
};

/** Opens the chats kept in `folder`, one file of JSON lines for each person; in memory without one. */
export const openChats = (folder?: string): Chats => {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const fileOf = (personId: string) =>
    folder === undefined ? undefined : join(folder, `${personId}.jsonl`);
  const chats = new Map<string, Chat>();
  const listeners: ((personId: string) => void)[] = [];

  const of = (personId: string): Chat => {
    const known = chats.get(personId);
    if (known !== undefined) return known;
    const chat = readEvents(fileOf(personId)).reduce(evolve, emptyChat);
    chats.set(personId, chat);
    return chat;
  };

  const append = (personId: string, event: ChatEvent): void => {
    const chat = evolve(of(personId), event);
    const file = fileOf(personId);
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(event)}\n`);
    chats.set(personId, chat);
    for (const listener of listeners) listener(personId);
  };

  return {
    of,
    install: (personId, at) => append(personId, { type: "installed", at: at.toISOString() }),
    post: (personId, { at, ...message }) => {
      const id = String(Math.max(of(personId).lastId + 1, at.getTime()));
      append(personId, { type: "posted", message: { id, at: at.toISOString(), ...message } });
      return id;
    },
    update: (personId, id, { at, ...content }) =>
      append(personId, { type: "updated", id, at: at.toISOString(), content }),
    remove: (personId, id) => append(personId, { type: "deleted", id }),
    markRead: (personId) => {
      if (of(personId).unread.length > 0) append(personId, { type: "read" });
    },
    onChange: (listener) => void listeners.push(listener),
  };
};

const readEvents = (file: string | undefined): ChatEvent[] => {
  if (file === undefined || !existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line, index) => {
      try {
        return chatEventSchema.parse(JSON.parse(line));
      } catch (cause) {
        throw new Error(`Line ${index + 1} of ${file} is not a chat event.`, { cause });
      }
    });
};
