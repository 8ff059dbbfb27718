import { z } from "zod";
import { findPolicy } from "./domain/policy/catalogue.ts";

const guid = z.guid("Give a GUID.");
const shipped = (id: string): boolean => findPolicy(id) !== undefined;

/** One of `MAILBOXES`: an address, or an address and the procedure of its new cases behind `=`. */
const Mailbox = z
  .string()
  .transform((one) => {
    const [address = "", policy] = one.split("=").map((part) => part.trim());
    return { address: address.toLowerCase(), ...(policy === undefined ? {} : { policy }) };
  })
  .pipe(
    z.object({
      address: z.email("Give mail addresses, separated by commas."),
      policy: z
        .string()
        .refine(shipped, "Name a policy that ships with Redress behind the =.")
        .exactOptional(),
    }),
  );

/** What an English council that lets homes and looks after children and adults works under. */
const ordinaryPolicies = [
  "lgsco-2024",
  "housing-ombudsman-2024",
  "children-act-1989",
  "adult-social-care-2009",
  "member-enquiry",
  "ombudsman-enquiry",
] as const;

const Environment = z
  .object({
    COUNCIL_NAME: z.string().min(1),
    /** Printed under the name on letters that are posted; commas part its lines. */
    COUNCIL_ADDRESS: z
      .string()
      .default("")
      .transform((lines) => lines.split(",").map((line) => line.trim()))
      .transform((lines) => lines.filter((line) => line !== "")),
    TENANT_ID: guid,
    /** The app registration of tab and API; it also reads the mailbox, by Exchange RBAC. */
    CLIENT_ID: guid,
    /** Absent in Azure, where a managed identity needs no secret. */
    CLIENT_SECRET: z.string().min(1).optional(),
    BOT_APP_ID: guid,
    BOT_APP_SECRET: z.string().min(1),
    TEAMS_APP_ID: guid,
    PUBLIC_URL: z.url().transform((url) => url.replace(/\/$/, "")),
    MAILBOXES: z
      .string()
      .transform((list) => list.split(","))
      .pipe(z.array(Mailbox).min(1))
      .refine(
        (mailboxes) => new Set(mailboxes.map(({ address }) => address)).size === mailboxes.length,
        "Name each mailbox once.",
      ),
    /** A mailbox Redress must not be able to read; asked for at each start, to prove that it cannot. */
    CONTROL_MAILBOX: z
      .email("Give the address of a mailbox that Redress must not read.")
      .optional(),
    DEFAULT_POLICY: z
      .string()
      .default("lgsco-2024")
      .refine(shipped, "Name a policy that ships with Redress."),
    /** The procedures the council follows; a case can be routed from one to another. */
    POLICIES: z
      .string()
      .default(ordinaryPolicies.join(","))
      .transform((list) => list.split(",").map((id) => id.trim()))
      .refine(
        (ids) => ids.every(shipped),
        "Name policies that ship with Redress, separated by commas.",
      ),
    AzureWebJobsStorage: z.string().min(1).optional(),
    AzureWebJobsStorage__accountName: z.string().min(1).optional(),
    AzureWebJobsStorage__clientId: guid.optional(),
    TAB_FOLDER: z.string().default("dist/tab"),
  })
  .refine(({ POLICIES, DEFAULT_POLICY }) => POLICIES.includes(DEFAULT_POLICY), {
    path: ["POLICIES"],
    message: "Name the policy of DEFAULT_POLICY among them.",
  })
  .refine(
    ({ CONTROL_MAILBOX: control, MAILBOXES }) =>
      MAILBOXES.every(({ address }) => address !== control?.toLowerCase()),
    { path: ["CONTROL_MAILBOX"], message: "Name a mailbox that is not one of MAILBOXES." },
  )
  .refine(
    ({ POLICIES, MAILBOXES }) =>
      MAILBOXES.every(({ policy }) => policy === undefined || POLICIES.includes(policy)),
    { path: ["POLICIES"], message: "Name the policies of MAILBOXES among them." },
  )
  .refine(
    (env) =>
      env.AzureWebJobsStorage !== undefined ||
      (env.AzureWebJobsStorage__accountName !== undefined &&
        env.AzureWebJobsStorage__clientId !== undefined),
    {
      path: ["AzureWebJobsStorage"],
      message: "Give a connection string, or __accountName and __clientId.",
    },
  );

/** Reads the settings from the environment; throws with every fault named, so that a bad one never runs. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    throw new Error(`Redress cannot start with these settings.\n${z.prettifyError(read.error)}`);
  }
  const env = read.data;
  return {
    council: env.COUNCIL_NAME,
    councilAddress: env.COUNCIL_ADDRESS,
    tenantId: env.TENANT_ID,
    clientId: env.CLIENT_ID,
    credential: credentialOf(env),
    bot: { appId: env.BOT_APP_ID, appSecret: env.BOT_APP_SECRET },
    teamsAppId: env.TEAMS_APP_ID,
    publicUrl: env.PUBLIC_URL,
    mailboxes: env.MAILBOXES.map(({ address, policy = env.DEFAULT_POLICY }) => ({
      address,
      policy,
    })),
    ...(env.CONTROL_MAILBOX === undefined ? {} : { controlMailbox: env.CONTROL_MAILBOX }),
    defaultPolicy: env.DEFAULT_POLICY,
    policies: env.POLICIES,
    storage: storageOf(env),
    tabFolder: env.TAB_FOLDER,
  };
}

type Env = z.infer<typeof Environment>;

function credentialOf(env: Env) {
  return env.CLIENT_SECRET === undefined
    ? ({ kind: "managed-identity", clientId: env.CLIENT_ID } as const)
    : ({ kind: "secret", clientId: env.CLIENT_ID, secret: env.CLIENT_SECRET } as const);
}

function storageOf(env: Env) {
  if (env.AzureWebJobsStorage !== undefined) {
    return { kind: "connection-string", value: env.AzureWebJobsStorage } as const;
  }
  return {
    kind: "managed-identity",
    accountName: env.AzureWebJobsStorage__accountName ?? "",
    clientId: env.AzureWebJobsStorage__clientId ?? "",
  } as const;
}
