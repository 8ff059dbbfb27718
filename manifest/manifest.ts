import type { TeamsManifestV1D29 } from "@microsoft/app-manifest";
import type { PackageSettings } from "./settings.ts";

type TeamsManifest = TeamsManifestV1D29.TeamsManifestV1D29;

/** The colour of the icon's ground. */
const accentColor = "#0f5c66";

const description = {
  short: "Complaints, their deadlines and their sign-off, where you already work.",
  full: [
    "Redress is a council's complaints desk inside Microsoft Teams.",
    "Complaints that reach the shared mailbox become cases by themselves. Officers work their cases and draft their replies in a tab; every date says how long is left, and why it is that date.",
    "In chat, Redress tells people when a case becomes theirs and when a response is due, and brings responses to those who sign them off: they approve a response or return it with a comment right there.",
    "A complaint that reaches you in a conversation is logged from the menu of that message.",
  ].join("\n\n"),
};

/** What the app adds to the menu of every message in Teams; the bot answers with a form. */
export const messageActions = [
  {
    id: "logComplaint",
    type: "action" as const,
    context: ["message" as const],
    fetchTask: true,
    title: "Log a complaint",
    description: "Make a case of what this message tells you",
  },
];

/** What Teams is told of Redress: one personal tab, and one bot for people and for the teams they add it to. */
export function teamsManifest(settings: PackageSettings): TeamsManifest {
  const { publicUrl, clientId, botId, teamsAppId, version } = settings;
  const tabUrl = `${publicUrl}/tab/`;
  const { host } = new URL(publicUrl);
  return {
    $schema: "https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json",
    manifestVersion: "1.29",
    version,
    id: teamsAppId,
    developer: {
      name: "Redress",
      websiteUrl: tabUrl,
      privacyUrl: settings.privacyUrl ?? tabUrl,
      termsOfUseUrl: settings.termsUrl ?? tabUrl,
    },
    name: { short: "Redress", full: "Redress: the complaints desk" },
    description,
    icons: { color: "color.png", outline: "outline.png" },
    accentColor,
    // Teams shows them in this order; the chat and the page about the app are its own.
    staticTabs: [
      {
        entityId: "cases",
        name: "Cases",
        contentUrl: tabUrl,
        websiteUrl: tabUrl,
        scopes: ["personal"],
      },
      { entityId: "conversations", scopes: ["personal"] },
      { entityId: "about", scopes: ["personal"] },
    ],
    bots: [
      {
        botId,
        scopes: ["personal", "team"],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          {
            scopes: ["personal", "team"],
            commands: [{ title: "help", description: "What Redress can do for you" }],
          },
        ],
      },
    ],
    composeExtensions: [{ botId, commands: messageActions }],
    defaultInstallScope: "personal",
    permissions: ["identity", "messageTeamMembers"],
    validDomains: [host],
    // Teams asks for a token only where the tab's own origin stands in this name.
    webApplicationInfo: { id: clientId, resource: `api://${host}/${clientId}` },
  };
}
