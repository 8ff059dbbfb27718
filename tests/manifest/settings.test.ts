import { describe, expect, test } from "vitest";
import { exampleSettings, readSettings } from "#manifest/settings.ts";

const ids = {
  clientId: "c0a1e5ce-2b7d-4c1f-8f5e-51d2b0c7a001",
  botId: "c0a1e5ce-2b7d-4c1f-8f5e-51d2b0c7a002",
  teamsAppId: "c0a1e5ce-2b7d-4c1f-8f5e-51d2b0c7a003",
};
const environment = {
  PUBLIC_URL: "https://redress.wexcombe.gov.uk",
  CLIENT_ID: ids.clientId,
  BOT_APP_ID: ids.botId,
  TEAMS_APP_ID: ids.teamsAppId,
};

describe("the settings of a package", () => {
  test("are the example's when nothing is given", () => {
    expect(readSettings([], {})).toBe(exampleSettings);
    expect(readSettings([], { PUBLIC_URL: " " })).toBe(exampleSettings);
  });

  test("come from the variables that the app itself reads", () => {
    expect(readSettings([], environment)).toEqual({
      publicUrl: "https://redress.wexcombe.gov.uk",
      ...ids,
    });
  });

  test("come from a flag rather than from its variable", () => {
    const args = ["--public-url", "https://other.gov.uk/", "--privacy-url", "https://x.gov.uk/p"];
    expect(readSettings(args, environment)).toMatchObject({
      publicUrl: "https://other.gov.uk",
      clientId: ids.clientId,
      privacyUrl: "https://x.gov.uk/p",
    });
  });

  test("are written as Teams compares them: in lower case", () => {
    const shouted = { PUBLIC_URL: "https://Redress.GOV.uk", CLIENT_ID: ids.clientId.toUpperCase() };
    expect(readSettings([], { ...environment, ...shouted })).toMatchObject({
      publicUrl: "https://redress.gov.uk",
      clientId: ids.clientId,
    });
  });

  test("may name this machine without https, and nothing else", () => {
    const local = { ...environment, PUBLIC_URL: "http://127.0.0.1:4281" };
    expect(readSettings([], local)).toMatchObject({ publicUrl: "http://127.0.0.1:4281" });
  });

  test("are not completed from the example: whoever gives some hears what is missing", () => {
    expect(() => readSettings(["--client-id", ids.clientId], {})).toThrow(
      [
        "The package cannot be built with these settings.",
        "  --public-url (or PUBLIC_URL): Give the address that serves the tab.",
        "  --bot-id (or BOT_APP_ID): Give the bot's app registration.",
        "  --teams-app-id (or TEAMS_APP_ID): Give an id of the package's own.",
      ].join("\n"),
    );
  });

  test.each([
    [
      "PUBLIC_URL",
      "http://redress.gov.uk",
      "--public-url (or PUBLIC_URL): Give an https:// address",
    ],
    ["PUBLIC_URL", "http://127.0.0.1.evil.example", "Give an https:// address"],
    ["PUBLIC_URL", "redress.gov.uk", "Give an https:// address"],
    ["PUBLIC_URL", "https://redress.gov.uk/tab", "without a path"],
    ["CLIENT_ID", "12", "--client-id (or CLIENT_ID): Give the app registration"],
    ["BOT_APP_ID", "Redress", "--bot-id (or BOT_APP_ID): Give the bot's app registration, a GUID"],
    [
      "BOT_APP_ID",
      ids.clientId,
      "--bot-id (or BOT_APP_ID): Give the bot a registration of its own",
    ],
    ["TEAMS_APP_ID", "00000000-0000-0000-0000-000000000000", "only a placeholder"],
    [
      "PRIVACY_URL",
      "http://council.gov.uk/privacy",
      "--privacy-url (or PRIVACY_URL): Give an https",
    ],
  ])("with %s as %s are refused with what to give", (variable, value, sentence) => {
    expect(() => readSettings([], { ...environment, [variable]: value })).toThrow(sentence);
  });

  test.each([[["--nope", "1"]], [["--client-id"]], [["stray"]]])(
    "are not guessed from %j",
    (args) => {
      expect(() => readSettings(args, {})).toThrow("Give only --public-url, --client-id,");
    },
  );
});
