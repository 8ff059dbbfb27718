import {
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from "botbuilder";
import { decodeJwt } from "jose";

type Credentials = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];
type Authenticated = Awaited<
  ReturnType<ConfigurationBotFrameworkAuthentication["authenticateRequest"]>
>;

/** The bot's registration in Azure: a bot of one tenant. */
export type BotRegistration = {
  readonly appId: string;
  readonly appSecret: string;
  readonly tenantId: string;
};

/** A request that the Bot Connector did not sign for this bot. */
export class UntrustedRequest extends Error {}

const channelIssuer = "https://api.botframework.com";

/**
 * Trusts what the Bot Connector signed and nothing else. Left alone, the SDK also takes tokens of the
 * Emulator and of other bots, whose sender may claim to be anybody.
 */
export class ChannelAuthentication extends ConfigurationBotFrameworkAuthentication {
  /** `settings` and `credentials` stand in for Microsoft's endpoints; production gives neither. */
  constructor(
    { appId, appSecret, tenantId }: BotRegistration,
    settings: ConfigurationBotFrameworkAuthenticationOptions = {},
    credentials?: Credentials,
  ) {
    // An empty id would switch authentication off.
    if (appId.trim() === "")
      throw new Error("The bot needs its app id: without it anybody gets in.");
    super(
      {
        MicrosoftAppId: appId,
        MicrosoftAppPassword: appSecret,
        MicrosoftAppTenantId: tenantId,
        MicrosoftAppType: "SingleTenant",
        ...settings,
      },
      credentials,
    );
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<Authenticated> {
    // The token's serviceurl is compared with the activity's, but only if the activity has one.
    if (!activity.serviceUrl) throw new UntrustedRequest("The activity names no serviceUrl.");
    if (issuerOf(header) !== channelIssuer) {
      throw new UntrustedRequest("The token is missing or not the Bot Connector's.");
    }
    try {
      return await super.authenticateRequest(activity, header);
    } catch (cause) {
      if (!isRefusal(cause)) throw cause;
      throw new UntrustedRequest("The token does not hold.", { cause });
    }
  }
}

function issuerOf(header: string): string | undefined {
  try {
    return decodeJwt(header.replace(/^Bearer /, "")).iss;
  } catch {
    return undefined;
  }
}

/** Tells a bad token from keys that could not be fetched, which Teams should send again. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isUnauthorized = "statusCode" in error && error.statusCode === 401;
  return isUnauthorized || /^(JsonWebToken|TokenExpired|NotBefore)Error$/.test(error.name);
}
