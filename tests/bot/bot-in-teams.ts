import { createBot, type Bot } from "#bot/create-bot.ts";
import type { MessagesResponse } from "#bot/messages-endpoint.ts";
import * as council from "./council.ts";
import { startTeams, type Teams } from "./teams.ts";

type Activity = Record<string, unknown>;

/** The bot as `api/functions` would run it, with a council behind it and Teams in front of it. */
export type BotInTeams = {
  readonly bot: Bot;
  readonly teams: Teams;
  readonly desk: council.CouncilDesk;
  readonly chatBook: council.MemoryChatBook;
  readonly log: ReturnType<typeof council.createLog>;
  /** An activity of a person in their own chat with the bot. */
  activity(changes: Activity): Activity;
  /** Posts an activity with a good token. */
  send(activity: Activity): Promise<MessagesResponse>;
  post(body: string, authorization?: string): Promise<MessagesResponse>;
};

export async function startBotInTeams(): Promise<BotInTeams> {
  const teams = await startTeams();
  const desk = council.createCouncilDesk();
  const chatBook = council.createChatBook();
  const log = council.createLog();
  const bot = createBot({
    ...council.registration,
    teamsAppId: council.teamsAppId,
    publicUrl: council.publicUrl,
    desk: () => desk,
    chatBook,
    logger: log,
    authentication: teams.authentication,
  });

  const post: BotInTeams["post"] = (body, authorization) =>
    bot.messages({
      method: "POST",
      headers: { "content-type": "application/json", authorization },
      body,
    });

  return {
    bot,
    teams,
    desk,
    chatBook,
    log,
    post,
    activity: (changes) => ({
      type: "message",
      id: "activity-1",
      channelId: "msteams",
      serviceUrl: teams.serviceUrl,
      timestamp: "2027-01-05T14:02:00.000Z",
      from: { id: "29:director", name: "Dee Ross", aadObjectId: council.director.id },
      recipient: { id: `28:${council.registration.appId}`, name: "Redress" },
      conversation: {
        id: "a:director-and-bot",
        conversationType: "personal",
        tenantId: council.registration.tenantId,
      },
      channelData: { tenant: { id: council.registration.tenantId } },
      ...changes,
    }),
    send: async (activity) => post(JSON.stringify(activity), `Bearer ${await teams.token()}`),
  };
}

/** A press on a card's button as Teams sends it. */
export function press(verb: unknown, data: unknown, cardMessage = "card-1"): Activity {
  return {
    type: "invoke",
    name: "adaptiveCard/action",
    replyToId: cardMessage,
    value: { action: { type: "Action.Execute", verb, data }, trigger: "manual" },
  };
}
