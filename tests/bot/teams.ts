import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from "jose";
import { ChannelAuthentication } from "#bot/channel-authentication.ts";
import { registration } from "./council.ts";

/** One call of the bot to the Bot Connector. */
export type ConnectorCall = {
  readonly method: string;
  readonly path: string;
  readonly activity: Record<string, unknown>;
};

/** A Bot Connector on loopback: signs what it sends to the bot, records what the bot sends to people. */
export type Teams = {
  readonly serviceUrl: string;
  readonly authentication: ChannelAuthentication;
  readonly calls: ConnectorCall[];
  /** How the connector answers the bot's next calls; `undefined` ends it. */
  answerWith(failure: { status: number; body: unknown } | undefined): void;
  /** A token as Microsoft signs it, but for the claims given; `undefined` leaves a claim out. */
  token(claims?: Record<string, unknown>, key?: CryptoKey): Promise<string>;
  close(): Promise<void>;
};

const keyId = "channel-key";
const keys = await generateKeyPair("RS256", { extractable: true });
const published = {
  ...(await exportJWK(keys.publicKey)),
  kid: keyId,
  endorsements: ["msteams", "webchat"],
};

/** A key that nobody published. */
export async function foreignKey(): Promise<CryptoKey> {
  return (await generateKeyPair("RS256")).privateKey;
}

export async function startTeams(): Promise<Teams> {
  const calls: ConnectorCall[] = [];
  let failure: { status: number; body: unknown } | undefined;

  async function respond(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const path = request.url ?? "";
    if (path === "/openid") return { status: 200, body: { jwks_uri: `${url(server)}/keys` } };
    if (path === "/keys") return { status: 200, body: { keys: [published] } };
    const activity = (await json(request)) as Record<string, unknown>;
    calls.push({ method: request.method ?? "", path, activity });
    return failure ?? { status: 201, body: { id: `message-${calls.length}` } };
  }

  const server = createServer((request, response) => {
    void respond(request).then(({ status, body }) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const serviceUrl = `${url(server)}/`;

  return {
    serviceUrl,
    calls,
    authentication: new ChannelAuthentication(
      registration,
      {
        // Whoever names one address of their own has to name them all.
        ToBotFromChannelOpenIdMetadataUrl: `${url(server)}/openid`,
        ToBotFromEmulatorOpenIdMetadataUrl: `${url(server)}/openid`,
        ToBotFromChannelTokenIssuer: "https://api.botframework.com",
        ToChannelFromBotLoginUrl: url(server),
        ToChannelFromBotOAuthScope: "https://api.botframework.com",
        OAuthUrl: url(server),
        ValidateAuthority: false,
      },
      unsignedCalls as unknown as Credentials,
    ),
    answerWith: (next) => (failure = next),
    token: (claims = {}, key = keys.privateKey) => {
      const now = Math.floor(Date.now() / 1000);
      const payload: Record<string, unknown> = {
        iss: "https://api.botframework.com",
        aud: registration.appId,
        serviceurl: serviceUrl,
        nbf: now - 60,
        exp: now + 3600,
        ...claims,
      };
      return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: keyId }).sign(key);
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}

function url(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Credentials = ConstructorParameters<typeof ChannelAuthentication>[2];

/** The bot's own tokens come from Microsoft's sign-in, which has nothing to do with these tests. */
const unsignedCalls = {
  isValidAppId: (appId: string) => Promise.resolve(appId === registration.appId),
  isAuthenticationDisabled: () => Promise.resolve(false),
  createCredentials: () =>
    Promise.resolve({ signRequest: (request: unknown) => Promise.resolve(request) }),
};
