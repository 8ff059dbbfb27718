import { app } from "@azure/functions";

/** The bot's door, as the bot describes it: this layer knows nothing of activities. */
export type TakeActivity = (request: {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}) => Promise<{
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}>;

/** Where Teams sends what happens in chats; the bot checks the channel's token itself. */
export function registerBotEndpoint(take: TakeActivity): void {
  app.http("messages", {
    authLevel: "anonymous",
    methods: ["POST"],
    route: "api/messages",
    handler: async (request) => {
      const { status, headers, body } = await take({
        method: request.method,
        headers: Object.fromEntries(request.headers),
        body: await request.text(),
      });
      return { status, headers, body };
    },
  });
}
