/** A refusal of the Bot Connector: HTTP status and the body that Teams sends with it. */
export type ConnectorError = { readonly status: number; readonly body: object };

const connectorError = (status: number, code: string, message: string) => (): ConnectorError => ({
  status,
  body: { error: { code, message } },
});

/** The refusals of the Bot Connector for Teams, with its own codes and words. */
export const connectorErrors = {
  unauthorized: (): ConnectorError => ({
    status: 401,
    body: { message: "Authorization has been denied for this request." },
  }),
  badSyntax: (message: string) => connectorError(400, "BadSyntax", message)(),
  conversationNotFound: connectorError(404, "ConversationNotFound", "Conversation not found."),
  activityNotFound: connectorError(
    404,
    "ActivityNotFoundInConversation",
    "The activity is not found in the conversation.",
  ),
  memberNotFound: connectorError(
    404,
    "MemberNotFoundInConversation",
    "The member is not found in the conversation.",
  ),
  userNotFound: connectorError(404, "NotFound", "The user is not found in the tenant."),
  notInRoster: connectorError(
    403,
    "BotNotInConversationRoster",
    "The bot is not part of the conversation roster.",
  ),
  notInstalled: connectorError(
    403,
    "ForbiddenOperationException",
    "Bot isn't installed in user's personal scope",
  ),
  blockedByUser: connectorError(
    403,
    "ConversationBlockedByUser",
    "User blocked the conversation with the bot.",
  ),
  tooBig: (why: string) =>
    connectorError(413, "MessageSizeTooBig", `Message size too large. ${why}`)(),
  throttled: connectorError(429, "Throttled", "Too many requests."),
  badGateway: connectorError(502, "ServiceError", "A dependent service failed."),
} as const;
