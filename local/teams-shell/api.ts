import { z } from "zod";
import { regions } from "#api/domain/calendar/regions.ts";

// What crosses HTTP between the Teams shell's page and its server. All times are ISO 8601 instants
// of the estate's clock.

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  jobTitle: z.string(),
  upn: z.string(),
  roles: z.array(z.string()),
  /** One person for each role of the main journey; the page shows these first. */
  featured: z.boolean(),
});
/** A member of the council's staff whose Teams a visitor may sit in front of. */
export type ShellPerson = z.infer<typeof personSchema>;

const citizenSchema = z.object({ address: z.string(), name: z.string() });
/** A resident with a mailbox of their own, who can complain by e-mail. */
export type Citizen = z.infer<typeof citizenSchema>;

/** `GET /shell/estate`: everything the page needs once, before it shows anybody's Teams. */
export const estateAnswerSchema = z.object({
  council: z.string(),
  /** The council's shared mailboxes, the one that most people write to first. */
  mailboxes: z.array(z.string()).min(1),
  smtp: z.object({ host: z.string(), port: z.number() }),
  now: z.string(),
  offsetMs: z.number(),
  teamsAppId: z.string(),
  tenantId: z.string(),
  people: z.array(personSchema),
  /** What the app adds to the menu of every message, as its manifest says. */
  messageActions: z.array(z.object({ id: z.string(), title: z.string() })),
  citizens: z.array(citizenSchema),
});
export type EstateAnswer = z.infer<typeof estateAnswerSchema>;

/** `POST /shell/people/{id}/token`: what Teams gives a tab that asks for single sign-on; installs the app. */
export const tokenAnswerSchema = z.object({ token: z.string() });
export type TokenAnswer = z.infer<typeof tokenAnswerSchema>;

/** An Adaptive Card as JSON; the renderer knows its shape, the shell only carries it. */
export const adaptiveCardSchema = z.record(z.string(), z.unknown());
export type AdaptiveCard = z.infer<typeof adaptiveCardSchema>;

/** One message of the chat between a person and the bot. */
export const chatMessageSchema = z.object({
  id: z.string(),
  from: z.enum(["bot", "person"]),
  at: z.string(),
  updatedAt: z.string().optional(),
  text: z.string().optional(),
  card: adaptiveCardSchema.optional(),
});
export type ChatMessage = z.infer<typeof chatMessageSchema>;

/** `GET /shell/people/{id}/chat`: the person's whole chat with the bot, oldest first. */
export const chatAnswerSchema = z.object({
  messages: z.array(chatMessageSchema),
  unread: z.number(),
});
export type ChatAnswer = z.infer<typeof chatAnswerSchema>;

/** `POST /shell/people/{id}/chat`: what the person types to the bot; 204 once the bot has taken it. */
export const chatRequestSchema = z.object({ text: z.string().trim().min(1) });

/** `POST /shell/people/{id}/chat/{activityId}/invoke`: an Action.Execute pressed on a card. */
export const invokeRequestSchema = z.object({
  verb: z.string().min(1),
  data: z.record(z.string(), z.unknown()).default({}),
});
export type InvokeRequest = z.input<typeof invokeRequestSchema>;

/** What the bot made of a press: a card that takes the old one's place, a message, or a failure. */
export const invokeAnswerSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("card"), card: adaptiveCardSchema }),
  z.object({ type: z.literal("message"), text: z.string() }),
  z.object({ type: z.literal("error"), status: z.number(), text: z.string() }),
]);
export type InvokeAnswer = z.infer<typeof invokeAnswerSchema>;

const colleagueSchema = z.object({ id: z.string(), name: z.string() });

/** A conversation of a person with colleagues, oldest message first; the bot is no member of it. */
export const conversationSchema = z.object({
  id: z.string(),
  /** A group's own name; a chat of two has none. */
  topic: z.string().optional(),
  members: z.array(colleagueSchema),
  messages: z.array(
    z.object({ id: z.string(), from: colleagueSchema, at: z.string(), html: z.string() }),
  ),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** `GET /shell/people/{id}/conversations` */
export const conversationsAnswerSchema = z.object({ conversations: z.array(conversationSchema) });
export type ConversationsAnswer = z.infer<typeof conversationsAnswerSchema>;

/**
 * `POST /shell/people/{id}/conversations/{conversation}/{message}/action`: one of the app's actions,
 * chosen in the message's menu; with `data`, the form submitted that it opened.
 */
export const messageActionRequestSchema = z.object({
  commandId: z.string().min(1),
  data: z.record(z.string(), z.unknown()).optional(),
});
export type MessageActionRequest = z.infer<typeof messageActionRequestSchema>;

/** What the dialog of an action shows next: a card, a message that ends it, or a failure. */
export const taskAnswerSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("dialog"), title: z.string(), card: adaptiveCardSchema }),
  z.object({ type: z.literal("message"), text: z.string() }),
  z.object({ type: z.literal("error"), status: z.number(), text: z.string() }),
]);
export type TaskAnswer = z.infer<typeof taskAnswerSchema>;

const timesLeftSchema = z.union([z.number(), z.literal("always")]);

/** `GET /shell/faults`: what can be made to go wrong, and what is; also the answer to every change of it. */
export const faultsAnswerSchema = z.object({
  /** How the estate is, in a sentence. */
  words: z.string(),
  faults: z.array(
    z.object({
      id: z.string(),
      group: z.string(),
      title: z.string(),
      words: z.string(),
      left: timesLeftSchema,
      /** The same in words. */
      state: z.string(),
      /** What it happens to: one of them, and several. */
      unit: z.tuple([z.string(), z.string()]),
    }),
  ),
});
export type FaultsAnswer = z.infer<typeof faultsAnswerSchema>;

/** `POST /shell/faults/{fault}`: how often it is to happen; 0 ends it. `DELETE /shell/faults` ends all. */
export const faultRequestSchema = z.object({
  times: z.union([z.int().min(0).max(1000), z.literal("always")]),
});
export type FaultRequest = z.infer<typeof faultRequestSchema>;

const bankHolidaySchema = z.object({
  region: z.enum(regions),
  date: z.string(),
  name: z.string(),
});
export type BankHoliday = z.infer<typeof bankHolidaySchema>;

/**
 * `GET /shell/bank-holidays`: what was proclaimed by hand; also the answer to `POST`, which proclaims a day,
 * and to `DELETE`, which withdraws one.
 */
export const bankHolidaysAnswerSchema = z.object({ proclaimed: z.array(bankHolidaySchema) });
export type BankHolidaysAnswer = z.infer<typeof bankHolidaysAnswerSchema>;

/** `GET /shell/events`: one server-sent event; says what changed, the page asks for the rest. */
export const shellEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("chat"), personId: z.string() }),
  z.object({ type: z.literal("mail"), address: z.string() }),
  z.object({ type: z.literal("faults") }),
  z.object({ type: z.literal("clock"), now: z.string(), offsetMs: z.number() }),
]);
export type ShellEvent = z.infer<typeof shellEventSchema>;

/** `POST /shell/clock`: the instant the estate's clock is to be moved forward to. */
export const clockRequestSchema = z.object({ to: z.iso.datetime({ offset: true }) });

/** The estate's clock after the move and everything that became due by it. */
export const clockAnswerSchema = z.object({ now: z.string(), offsetMs: z.number() });
export type ClockAnswer = z.infer<typeof clockAnswerSchema>;

const citizenMessageSchema = z.object({
  id: z.string(),
  direction: z.enum(["sent", "received"]),
  from: z.string(),
  fromName: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  at: z.string(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), bytes: z.number() })),
  internetMessageId: z.string(),
  inReplyTo: z.string().optional(),
});
/** One e-mail as the citizen sees it in their own mailbox. */
export type CitizenMessage = z.infer<typeof citizenMessageSchema>;

/** `GET /shell/citizens/{address}/mail`: sent and received, oldest first. */
export const citizenMailAnswerSchema = z.object({ messages: z.array(citizenMessageSchema) });
export type CitizenMailAnswer = z.infer<typeof citizenMailAnswerSchema>;

/** `POST /shell/citizens/{address}/mail`: an e-mail the citizen sends, by real SMTP. */
export const sendMailRequestSchema = z.object({
  to: z.email(),
  subject: z.string(),
  text: z.string(),
  inReplyTo: z.string().optional(),
  attachments: z
    .array(z.object({ name: z.string().min(1), type: z.string(), contentBase64: z.base64() }))
    .default([]),
});
export type SendMailRequest = z.input<typeof sendMailRequestSchema>;

export const sendMailAnswerSchema = z.object({ internetMessageId: z.string() });
export type SendMailAnswer = z.infer<typeof sendMailAnswerSchema>;

/** The body of every 4xx and 5xx of the shell: one sentence that says what to do. */
export const shellProblemSchema = z.object({ message: z.string() });
export type ShellProblem = z.infer<typeof shellProblemSchema>;
