import type { ConversationReference, TurnContext } from "botbuilder";
import { z } from "zod";
import type { ChatCard } from "#api/domain/case/case-card.ts";
import type { PersonId } from "#api/domain/people/actor.ts";
import type { ChatBook } from "#api/services/ports/chat-book.ts";
import type { Chat, PostOutcome } from "#api/services/ports/chat.ts";
import { cardFor } from "./cards/card-for.ts";
import type { TabAddress } from "./cards/tab-links.ts";
import { readChatAddress, type ChatAddress } from "./chat-address.ts";
import { messageOf } from "./reply.ts";
import type { TeamsAdapter } from "./teams-adapter.ts";

/** What Teams answers when a person cannot be written to, whatever is retried. */
const unreachable: Readonly<Record<string, string>> = {
  ConversationBlockedByUser: "They have blocked Redress in Teams.",
  MessageWritesBlocked: "They have blocked or removed Redress in Teams.",
  BotNotInConversationRoster: "Redress is not installed for them in Teams.",
  BotDisabledByAdmin: "An administrator has switched Redress off in Teams.",
  ConversationNotFound: "Their chat with Redress does not exist any more.",
};

/** Writes to people by the chats that the bot remembers; faults throw, for the caller to retry. */
export function createTeamsChat(parts: {
  readonly adapter: TeamsAdapter;
  readonly appId: string;
  readonly tab: TabAddress;
  readonly chatBook: ChatBook;
}): Chat {
  const { adapter, appId, tab, chatBook } = parts;

  return {
    async post(person, card) {
      const address = await addressOf(person);
      if (address === undefined) {
        return { kind: "unreachable", why: "They have not opened Redress in Teams yet." };
      }
      try {
        return await postTo(address, card);
      } catch (fault) {
        const why = refusalIn(fault);
        if (why !== undefined) return { kind: "unreachable", why };
        throw new Error("Teams did not take the card.", { cause: fault });
      }
    },

    async replace(person, at, card) {
      const address = await addressOf(person);
      if (address === undefined) return;
      const message = { ...messageOf({ kind: "card", card: cardFor(card, tab) }), id: at.activity };
      try {
        await inChat(inConversation(address, at.conversation), (context) =>
          context.updateActivity(message),
        );
      } catch (fault) {
        if (statusOf(fault) === 404 || refusalIn(fault) !== undefined) return;
        throw new Error("Teams did not take the changed card.", { cause: fault });
      }
    },
  };

  async function addressOf(person: PersonId): Promise<ChatAddress | undefined> {
    const stored = await chatBook.findChat(person);
    return stored === undefined ? undefined : readChatAddress(stored);
  }

  async function postTo(address: ChatAddress, card: ChatCard): Promise<PostOutcome> {
    const message = messageOf({ kind: "card", card: cardFor(card, tab) });
    const posted = await inChat(address, (context) => context.sendActivity(message));
    if (!posted?.id) throw new Error("Teams did not name the message it posted.");
    return { kind: "posted", at: { conversation: address.conversation.id, activity: posted.id } };
  }

  async function inChat<T>(
    address: ChatAddress,
    act: (context: TurnContext) => Promise<T>,
  ): Promise<T> {
    const results: T[] = [];
    const reference = address as Partial<ConversationReference>;
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      results.push(await act(context));
    });
    return results[0] as T;
  }
}

/** A chat can begin anew; a card stays in the conversation it was posted to. */
function inConversation(address: ChatAddress, id: string): ChatAddress {
  return { ...address, conversation: { ...address.conversation, id } };
}

const restError = z.object({ statusCode: z.number(), details: z.unknown() });

function statusOf(fault: unknown): number | undefined {
  return restError.safeParse(fault).data?.statusCode;
}

/** Why this person cannot be written to; Teams puts its code in one of several places of the answer. */
function refusalIn(fault: unknown): string | undefined {
  const error = restError.safeParse(fault).data;
  if (error?.statusCode !== 403 && error?.statusCode !== 404) return undefined;
  const details = JSON.stringify(error.details ?? {});
  return Object.entries(unreachable).find(([code]) => details.includes(code))?.[1];
}
