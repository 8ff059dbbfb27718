import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsActivityHandler,
  TurnContext,
  type Activity,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type ConversationReference,
  type MessagingExtensionAction,
  type MessagingExtensionActionResponse,
} from "botbuilder";
import express from "express";
import { estate } from "#local/estate.ts";
import { listenOnLoopback } from "#local/microsoft/loopback.ts";

type Turn = (context: TurnContext) => Promise<void>;
type OnPress = (value: AdaptiveCardInvokeValue) => AdaptiveCardInvokeResponse;
type OnAction = (action: MessagingExtensionAction) => MessagingExtensionActionResponse;

/** What a message action is answered with to show a card in its dialog. */
export const dialogResponse = (card: object): MessagingExtensionActionResponse => ({
  task: {
    type: "continue",
    value: { title: "Log a complaint", card: CardFactory.adaptiveCard(card) },
  },
});

/** A card with one button, which carries the given verb. */
export const cardSaying = (text: string, verb = "approve") => ({
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text }],
  actions: [{ type: "Action.Execute", title: "Approve", verb, data: { caseId: "WX-1" } }],
});

/** What an invoke is answered with to put a card in the pressed one's place. */
export const cardResponse = (card: object): AdaptiveCardInvokeResponse => ({
  statusCode: 200,
  type: "application/vnd.microsoft.card.adaptive",
  value: { ...card },
});

/** A bot on the real botbuilder with its production configuration, listening at `/api/messages`. */
export const startRealBot = async () => {
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: estate.botAppId,
      MicrosoftAppType: "SingleTenant",
      MicrosoftAppTenantId: estate.tenantId,
      MicrosoftAppPassword: estate.botAppSecret,
    }),
  );
  const taken: Activity[] = [];
  const quiet: { onMessage: Turn; onPress: OnPress; onAction: OnAction } = {
    onAction: () => dialogResponse({ ...cardSaying("Who complains?"), actions: [] }),
    onMessage: () => Promise.resolve(),
    onPress: ({ action }) => cardResponse(cardSaying(`You pressed ${action.verb}`)),
  };
  const script = { ...quiet };

  class ScriptedBot extends TeamsActivityHandler {
    constructor() {
      super();
      this.onMessage((context) => script.onMessage(context));
      this.onTeamsMembersAddedEvent(async (_members, _team, context) => {
        await context.sendActivity("Welcome to Redress");
      });
    }
    protected override handleTeamsMessagingExtensionFetchTask(
      _context: TurnContext,
      action: MessagingExtensionAction,
    ) {
      return Promise.resolve(script.onAction(action));
    }
    protected override handleTeamsMessagingExtensionSubmitAction(
      _context: TurnContext,
      action: MessagingExtensionAction,
    ) {
      return Promise.resolve(script.onAction(action));
    }
    protected override onAdaptiveCardInvoke(_context: TurnContext, value: AdaptiveCardInvokeValue) {
      return Promise.resolve(script.onPress(value));
    }
  }

  const bot = new ScriptedBot();
  const app = express().use(express.json());
  app.post("/api/messages", async (request, response) => {
    await adapter.process(request, response, async (context) => {
      taken.push(context.activity);
      await bot.run(context);
    });
  });
  const server = await listenOnLoopback(app, 0);

  const lastReference = (): Partial<ConversationReference> => {
    const activity = taken.at(-1);
    if (activity === undefined) throw new Error("The bot has taken nothing yet.");
    return TurnContext.getConversationReference(activity);
  };
  return {
    ...server,
    adapter,
    script,
    /** What the bot took, oldest first. */
    taken,
    /** Forgets what it took and what it was told to do. */
    reset: () => {
      taken.length = 0;
      Object.assign(script, quiet);
    },
    /** Writes into the chat of the last activity, outside of any turn. */
    proactively: (turn: Turn) =>
      adapter.continueConversationAsync(estate.botAppId, lastReference(), turn),
  };
};

export type RealBot = Awaited<ReturnType<typeof startRealBot>>;
