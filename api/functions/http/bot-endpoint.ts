import { registerEndpoints, type Endpoint } from "./endpoint.ts";

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

/** Serves the bot. */
export function registerBotEndpoint(take: TakeActivity): void {
  registerEndpoints([botEndpoint(take)]);
}

/** Where Teams sends what happens in chats; the bot checks the channel's token itself. */
export function botEndpoint(take: TakeActivity): Endpoint {
  return {
    name: "messages",
    method: "POST",
    route: "api/messages",
    handler: async (request) => {
      const { status, headers, body } = await take({
        method: request.method,
        headers: Object.fromEntries(request.headers),
        body: await request.text(),
      });
      return { status, headers, body };
    },
  };
}
