import type { estate } from "#local/estate.ts";

/** The council's tenant and its app registrations, as Entra ID knows them. */
export type Registrations = Pick<
  typeof estate,
  | "tenantId"
  | "clientId"
  | "clientSecret"
  | "botAppId"
  | "botAppSecret"
  | "websiteAppId"
  | "websiteAppSecret"
>;

/** An application that may ask for tokens of its own. */
export type RegisteredApp = {
  readonly appId: string;
  readonly secret: string;
  /** Application permissions granted on Microsoft Graph. */
  readonly graphRoles: readonly string[];
  /** App roles granted on our own API. */
  readonly apiRoles: readonly string[];
};

export const graphAudience = "https://graph.microsoft.com";
export const botFrameworkAudience = "https://api.botframework.com";

/** What the council's administrator consented to: the API may use the mailbox, the website may hand complaints in, the bot nothing. */
export const registeredApps = (registrations: Registrations): readonly RegisteredApp[] => [
  {
    appId: registrations.clientId,
    secret: registrations.clientSecret,
    graphRoles: ["Mail.ReadWrite", "Mail.Send"],
    apiRoles: [],
  },
  {
    appId: registrations.botAppId,
    secret: registrations.botAppSecret,
    graphRoles: [],
    apiRoles: [],
  },
  {
    appId: registrations.websiteAppId,
    secret: registrations.websiteAppSecret,
    graphRoles: [],
    apiRoles: ["Complaints.Submit"],
  },
];
