import { estate } from "./estate.ts";

/** The settings a council's administrator would give the functions app in Azure, for the local estate. */
export const appSettings = (options: {
  /** Where people reach the app and its tab. */
  readonly publicUrl: string;
  readonly storageConnectionString: string;
}): Readonly<Record<string, string>> => ({
  AzureWebJobsStorage: options.storageConnectionString,
  COUNCIL_NAME: estate.council,
  COUNCIL_ADDRESS: "Town Hall, Fore Street, Wexcombe, WX1 1AA",
  TENANT_ID: estate.tenantId,
  CLIENT_ID: estate.clientId,
  CLIENT_SECRET: estate.clientSecret,
  BOT_APP_ID: estate.botAppId,
  BOT_APP_SECRET: estate.botAppSecret,
  TEAMS_APP_ID: estate.teamsAppId,
  PUBLIC_URL: options.publicUrl,
  MAILBOXES: `${estate.mailbox}, ${estate.housingMailbox}=housing-ombudsman-2024`,
  CONTROL_MAILBOX: estate.controlMailbox,
  DEFAULT_POLICY: "lgsco-2024",
  POLICIES:
    "lgsco-2024,housing-ombudsman-2024,children-act-1989,adult-social-care-2009,member-enquiry,ombudsman-enquiry",
});
