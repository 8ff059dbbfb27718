import express, { type Response, type Router } from "express";
import type { BotChannel } from "#local/bot-channel/bot-channel.ts";
import { isTaken, type Delivery } from "#local/bot-channel/bot-endpoint.ts";
import type { EstatePerson } from "#local/estate.ts";
import type { Identity } from "#local/identity/identity.ts";
import {
  chatRequestSchema,
  invokeRequestSchema,
  messageActionRequestSchema,
  type ChatAnswer,
  type ConversationsAnswer,
  type InvokeAnswer,
  type TaskAnswer,
  type TokenAnswer,
} from "../api.ts";
import { answerProblem, validOr400 } from "./problems.ts";

type PersonOr404 = (personId: string, response: Response) => EstatePerson | undefined;

/** What Teams does for a person: signs them in to the tab, and carries their chat with the bot and what they do on colleagues' messages. */
export const peopleRoutes = (options: {
  people: readonly EstatePerson[];
  identity: Identity;
  botChannel: BotChannel;
}): Router => {
  const { people, identity, botChannel } = options;
  const router = express.Router();
  router.use(express.json());

  const personOr404: PersonOr404 = (personId, response) => {
    const person = people.find(({ id }) => id === personId);
    if (person === undefined) {
      answerProblem(response, 404, `Nobody in the directory has the id ${personId}.`);
    }
    return person;
  };

  router.post("/:personId/token", async (request, response) => {
    const person = personOr404(request.params.personId, response);
    if (person === undefined) return;
    // Teams installs an app for whoever opens its tab. A bot that is down must not keep them out: it
    // is told when they open the tab again.
    await botChannel.install(person.id);
    response.json({ token: await identity.ssoToken(person) } satisfies TokenAnswer);
  });

  router.get("/:personId/chat", (request, response) => {
    const person = personOr404(request.params.personId, response);
    if (person === undefined) return;
    const { messages, unread } = botChannel.chatOf(person.id);
    response.json({ messages: [...messages], unread: unread.length } satisfies ChatAnswer);
  });

  router.post("/:personId/chat", async (request, response) => {
    const person = personOr404(request.params.personId, response);
    if (person === undefined) return;
    const said = validOr400(chatRequestSchema, request.body, response);
    if (said === undefined) return;
    const delivery = await botChannel.say(person.id, said.text);
    if (isTaken(delivery)) response.status(204).end();
    else answerProblem(response, 502, notTaken(delivery));
  });

  router.post("/:personId/chat/read", (request, response) => {
    const person = personOr404(request.params.personId, response);
    if (person === undefined) return;
    botChannel.markRead(person.id);
    response.status(204).end();
  });

  router.post("/:personId/chat/:messageId/invoke", async (request, response) => {
    const person = personOr404(request.params.personId, response);
    if (person === undefined) return;
    const press = validOr400(invokeRequestSchema, request.body, response);
    if (press === undefined) return;
    const { messageId } = request.params;
    const answer = await botChannel.press(person.id, { messageId, ...press });
    response.json(answer satisfies InvokeAnswer);
  });

  addConversationRoutes(router, { personOr404, botChannel });
  return router;
};

const addConversationRoutes = (
  router: Router,
  { personOr404, botChannel }: { personOr404: PersonOr404; botChannel: BotChannel },
): void => {
  router.get("/:personId/conversations", (request, response) => {
    const person = personOr404(request.params.personId, response);
    if (person === undefined) return;
    const conversations = botChannel
      .conversationsOf(person.id)
      .map(({ members, messages, ...conversation }) => ({
        ...{ ...conversation, members: [...members], messages: [...messages] },
      }));
    response.json({ conversations } satisfies ConversationsAnswer);
  });

  const actionPath = "/:personId/conversations/:conversationId/:messageId/action";
  router.post(actionPath, async (request, response) => {
    const person = personOr404(request.params.personId, response);
    if (person === undefined) return;
    const chosen = validOr400(messageActionRequestSchema, request.body, response);
    if (chosen === undefined) return;
    const { conversationId, messageId } = request.params;
    const answer = await botChannel.actOn(person.id, { conversationId, messageId, ...chosen });
    response.json(answer satisfies TaskAnswer);
  });
};

const notTaken = (delivery: Delivery): string =>
  delivery.kind === "unreachable"
    ? `The bot cannot be reached: ${delivery.reason}.`
    : `The bot did not take the message: it answered HTTP ${delivery.status}.`;
