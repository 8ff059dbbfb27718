import type { ConfigurationBotFrameworkAuthentication } from "botbuilder";
import type { ChatBook } from "#api/services/ports/chat-book.ts";
import type { Chat } from "#api/services/ports/chat.ts";
import type { Logger } from "#api/services/ports/logger.ts";
import { ChannelAuthentication } from "./channel-authentication.ts";
import {
  createMessagesEndpoint,
  type MessagesRequest,
  type MessagesResponse,
} from "./messages-endpoint.ts";
import { createRedressBot, type ChatDesk } from "./redress-bot.ts";
import { TeamsAdapter } from "./teams-adapter.ts";
import { createTeamsChat } from "./teams-chat.ts";

export type BotOptions = {
  /** The bot's own registration; its id is the audience of what Teams sends. */
  readonly appId: string;
  readonly appSecret: string;
  readonly tenantId: string;
  readonly teamsAppId: string;
  /** The origin that serves the tab. */
  readonly publicUrl: string;
  /** Asked at each turn: the desk itself needs the chat that is made here. */
  readonly desk: () => ChatDesk;
  readonly chatBook: ChatBook;
  readonly logger: Logger;
  /** In place of the Bot Connector's own sign-in. */
  readonly authentication?: ConfigurationBotFrameworkAuthentication;
};

export type Bot = {
  readonly chat: Chat;
  /** Answers `POST /api/messages`. */
  readonly messages: (request: MessagesRequest) => Promise<MessagesResponse>;
};

/** Redress in Teams chat: what it says to people (`chat`) and what it hears from them (`messages`). */
export function createBot(options: BotOptions): Bot {
  const { appId, teamsAppId, tenantId, desk, chatBook, logger } = options;
  const adapter = new TeamsAdapter(options.authentication ?? new ChannelAuthentication(options));
  const tab = { teamsAppId, publicUrl: new URL(options.publicUrl).origin, tenantId };
  const turn = createRedressBot({ tab, desk, chatBook, logger });
  return {
    chat: createTeamsChat({ adapter, appId, tab, chatBook }),
    messages: createMessagesEndpoint({ adapter, turn, logger }),
  };
}
