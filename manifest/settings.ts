import { parseArgs } from "node:util";
import { z } from "zod";

/** What a council's package differs in from another's. */
export type PackageSettings = {
  /** The origin that serves tab and API, without a slash at its end. */
  readonly publicUrl: string;
  /** The app registration of tab and API. */
  readonly clientId: string;
  /** The bot's own app registration. */
  readonly botId: string;
  /** The id of the package itself; it must stay the same from version to version. */
  readonly teamsAppId: string;
  readonly version: string;
  /** The council's own notices; the tab stands in where they are missing. */
  readonly privacyUrl?: string | undefined;
  readonly termsUrl?: string | undefined;
};

/** Builds without any setting: valid, and for nobody's council. */
export const exampleSettings: Omit<PackageSettings, "version"> = {
  publicUrl: "https://redress.example.gov.uk",
  clientId: "5d1f0a6e-93b4-4f0e-8a57-2c6b1e9d4f01",
  botId: "5d1f0a6e-93b4-4f0e-8a57-2c6b1e9d4f02",
  teamsAppId: "5d1f0a6e-93b4-4f0e-8a57-2c6b1e9d4f03",
};

/** Each setting's flag and, after it, the environment variable that the app itself reads it from. */
const sources = {
  publicUrl: ["public-url", "PUBLIC_URL"],
  clientId: ["client-id", "CLIENT_ID"],
  botId: ["bot-id", "BOT_APP_ID"],
  teamsAppId: ["teams-app-id", "TEAMS_APP_ID"],
  privacyUrl: ["privacy-url", "PRIVACY_URL"],
  termsUrl: ["terms-url", "TERMS_URL"],
} as const;
type Name = keyof typeof sources;
const names = Object.keys(sources) as Name[];

/** A setting that is missing or cannot be used; the message says what to give. */
export class UnusableSettings extends Error {}

/**
 * Reads the settings from flags and, where a flag is missing, from the environment. Without any it is
 * the example; with some of them it throws, for half an example would be a package that fails in Teams.
 */
export function readSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Omit<PackageSettings, "version"> {
  const flags = readFlags(args);
  const given = Object.fromEntries(
    names.flatMap((name) => {
      const [flag, variable] = sources[name];
      const value = flags[flag] ?? environment[variable];
      return value === undefined || value.trim() === "" ? [] : [[name, value.trim()]];
    }),
  );
  if (Object.keys(given).length === 0) return exampleSettings;
  const read = Settings.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => {
    const [flag, variable] = sources[path[0] as Name];
    return `  --${flag} (or ${variable}): ${message}`;
  });
  throw new UnusableSettings(
    ["The package cannot be built with these settings.", ...faults].join("\n"),
  );
}

function readFlags(args: readonly string[]): Readonly<Record<string, string | undefined>> {
  const options = Object.fromEntries(
    Object.values(sources).map(([flag]) => [flag, { type: "string" }] as const),
  );
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    const known = Object.keys(options).map((flag) => `--${flag}`);
    throw new UnusableSettings(`Give only ${known.join(", ")}, each with a value.`, { cause });
  }
}

const missing = (what: string) => (issue: { input: unknown }) =>
  issue.input === undefined ? `Give ${what}.` : undefined;

const guid = (what: string) =>
  z
    .guid({
      error: (issue) =>
        issue.input === undefined
          ? `Give ${what}.`
          : `Give ${what}, a GUID such as 5d1f0a6e-93b4-4f0e-8a57-2c6b1e9d4f01.`,
    })
    .refine((id) => !/^[0-]+$/.test(id), `Give ${what}; this one is only a placeholder.`)
    .transform((id) => id.toLowerCase());

const address = z.string().refine(isSafe, "Give an https:// address; http:// is for this machine.");

const Settings = z
  .object({
    publicUrl: z
      .string({ error: missing("the address that serves the tab") })
      .refine(isSafe, "Give an https:// address; http:// is for this machine.")
      .refine(
        isOrigin,
        "Give the address alone, without a path, such as https://redress.example.gov.uk.",
      )
      .transform((url) => new URL(url).origin),
    clientId: guid("the app registration of tab and API"),
    botId: guid("the bot's app registration"),
    teamsAppId: guid("an id of the package's own"),
    privacyUrl: address.optional(),
    termsUrl: address.optional(),
  })
  .refine(({ clientId, botId }) => clientId !== botId, {
    path: ["botId"],
    message: "Give the bot a registration of its own, not the one of tab and API.",
  });

/** Teams shows only pages that nobody can change on the way. */
function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:") return true;
  return protocol === "http:" && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

function isOrigin(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { origin } = new URL(url);
  return url.toLowerCase().replace(/\/$/, "") === origin;
}
