import type { Router } from "express";
import type { EstatePerson } from "#local/estate.ts";
import type { Identity } from "#local/identity/identity.ts";
import type { InvokeAnswer, TaskAnswer } from "#local/teams-shell/api.ts";
import { cardActionActivity, messageActionActivity, messageActivity } from "./activities.ts";
import { botEndpoint, isTaken, type Delivery } from "./bot-endpoint.ts";
import { openChats, type Chat } from "./chats.ts";
import { openColleagueChats, type Conversation } from "./colleague-chats.ts";
import { connectorRouter } from "./connector-router.ts";
import { createConnector } from "./connector.ts";
import { createFaults, type ChannelFaults } from "./faults.ts";
import { createInstallations } from "./installations.ts";
import { invokeAnswerOf } from "./invoke-answer.ts";
import { createRoster } from "./roster.ts";
import { taskAnswerOf } from "./task-answer.ts";

/** The chats between the council's people and the bot, with Teams' part played by the estate. */
export type BotChannel = {
  /** What is to be served as `smba.trafficmanager.net`. */
  readonly router: Router;
  readonly faults: ChannelFaults;
  chatOf(personId: string): Chat;
  /** Installs the app for a person and tells the bot, once; what the bot did not take is told again next time. */
  install(personId: string): Promise<Delivery>;
  /** Puts what the person typed into their chat and posts it to the bot. */
  say(personId: string, text: string): Promise<Delivery>;
  /** Presses an Action.Execute on a message's card; a card in answer takes the old one's place. */
  press(personId: string, press: CardPress): Promise<InvokeAnswer>;
  /** What a person and their colleagues wrote to each other, where the bot is no member. */
  conversationsOf(personId: string): readonly Conversation[];
  /** Chooses one of the app's actions on a colleague's message, or submits the form that it opened. */
  actOn(personId: string, action: ActionOnMessage): Promise<TaskAnswer>;
  markRead(personId: string): void;
  onChange(listener: (personId: string) => void): void;
};

export type CardPress = {
  readonly messageId: string;
  readonly verb: string;
  readonly data: Record<string, unknown>;
};

export type ActionOnMessage = {
  readonly conversationId: string;
  readonly messageId: string;
  readonly commandId: string;
  readonly data?: Record<string, unknown> | undefined;
};

/** Opens the channel; chats are kept in `folder`, or in memory when there is none. */
export const openBotChannel = (options: {
  clock: { now(): Date };
  identity: Identity;
  people: readonly EstatePerson[];
  /** Where the functions host serves the app; the bot listens at its `/api/messages`. */
  appUrl: string;
  folder?: string;
}): BotChannel => {
  const { clock, identity, people, appUrl, folder } = options;
  const { tenantId, botAppId } = identity.registrations;
  const chats = openChats(folder);
  const colleagues = openColleagueChats({ people, clock, folder });
  const faults = createFaults();
  const roster = createRoster({ people, tenantId, botAppId });
  const bot = botEndpoint(appUrl, identity);
  const installations = createInstallations({ clock, roster, chats, bot });
  const connector = createConnector({ clock, roster, chats, installations });
  const senderOf = (personId: string) => ({
    roster,
    entry: roster.ofPerson(personId),
    now: clock.now(),
  });

  return {
    router: connectorRouter({ connector, identity, faults }),
    faults,
    chatOf: (personId) => chats.of(personId),
    install: (personId) => installations.install(personId),
    say: async (personId, text) => {
      const sender = senderOf(personId);
      const id = chats.post(personId, { from: "person", at: sender.now, text });
      const installed = await installations.install(personId);
      return isTaken(installed) ? bot.post(messageActivity(sender, { id, text })) : installed;
    },
    press: async (personId, { messageId, verb, data }) => {
      const pressed = chats.of(personId).messages.find(({ id }) => id === messageId);
      if (pressed === undefined) {
        return { type: "error", status: 404, text: "This chat has no message with that id." };
      }
      const activity = cardActionActivity(senderOf(personId), { replyToId: messageId, verb, data });
      const answer = invokeAnswerOf(await bot.post(activity));
      if (answer.type === "card") {
        const { text } = pressed;
        const content = { ...(text !== undefined && { text }), card: answer.card };
        chats.update(personId, messageId, { at: clock.now(), ...content });
      }
      return answer;
    },
    conversationsOf: (personId) => colleagues.of(personId),
    actOn: async (personId, { conversationId, messageId, commandId, data }) => {
      const conversation = colleagues.of(personId).find(({ id }) => id === conversationId);
      const message = conversation?.messages.find(({ id }) => id === messageId);
      if (conversation === undefined || message === undefined) {
        return { type: "error", status: 404, text: "You have no message with that id." };
      }
      const chosen = { commandId, conversation, message, ...(data && { data }) };
      return taskAnswerOf(await bot.post(messageActionActivity(senderOf(personId), chosen)));
    },
    markRead: (personId) => chats.markRead(personId),
    onChange: (listener) => chats.onChange(listener),
  };
};
