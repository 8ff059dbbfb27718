import { z } from "zod";

/** The reference a citizen quotes, such as `CMP-7K3Q-9D`; it is also the case's partition key. */
export type CaseId = string;

/** SHA-256 (hex) of a text kept in blob storage: events name texts, they never hold them. */
export type TextHash = string;

/** SHA-256 (hex) of mailbox + internetMessageId: what identifies a mail whatever Graph calls it today. */
export type MailKey = string;

export const channels = [
  "email",
  "phone",
  "letter",
  "counter",
  "social-media",
  "web-form",
] as const;
export type Channel = (typeof channels)[number];

const channelPhrases: Readonly<Record<Channel, string>> = {
  email: "by e-mail",
  phone: "by phone",
  letter: "by letter",
  counter: "at the counter",
  "social-media": "on social media",
  "web-form": "by web form",
};

/** How something was said, within a sentence: "by phone". */
export function byChannel(channel: Channel): string {
  return channelPhrases[channel];
}

export const caseTypes = ["complaint", "service-request", "compliment", "comment"] as const;
export type CaseType = (typeof caseTypes)[number];

/** What somebody is unhappy about, whatever the service. */
export const reasons = [
  "delay",
  "missed-service",
  "poor-quality",
  "staff-conduct",
  "no-reply",
  "decision",
  "charge",
  "wrong-information",
] as const;
export type Reason = (typeof reasons)[number];

export const outcomes = ["upheld", "partly-upheld", "not-upheld", "withdrawn"] as const;

/** How a point or a complaint was decided; withdrawing is the person's decision, not the council's. */
export const findings = ["upheld", "partly-upheld", "not-upheld"] as const;

/** How a case ended: an outcome, or that it was not, or no longer, for the complaints procedure. */
export const endings = [...outcomes, "not-a-complaint", "refused"] as const;

export const noticeKinds = ["due-soon", "overdue"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const stageNumber = z.number().int().positive();
/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();
/** A Europe/London calendar date, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** A person as an event remembers them, so that history still reads when the directory changes. */
export const NamedPerson = z.object({ id: z.string(), name: z.string() }).readonly();
export type NamedPerson = z.infer<typeof NamedPerson>;

/** Who complains, and how they can be reached: not everybody has an e-mail address. */
export const Complainant = z
  .object({
    name: z.string(),
    email: z.string().exactOptional(),
    phone: z.string().exactOptional(),
    address: z.string().exactOptional(),
    /** What other systems of the council know them or their matter by: an account, a penalty notice. */
    references: z.array(z.string()).readonly().exactOptional(),
  })
  .readonly();
export type Complainant = z.infer<typeof Complainant>;

/** Who a mail says it is from. */
export const MailSender = z.object({ name: z.string(), email: z.string() }).readonly();
export type MailSender = z.infer<typeof MailSender>;

export const AttachmentRecord = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    bytes: z.number().int(),
    /** SHA-256 of the file that is kept; not known of files kept before this was. */
    sha256: hash.exactOptional(),
    /** What to know before opening it: that it is not what it says, or why it is not kept here. */
    note: z.string().exactOptional(),
  })
  .readonly();
export type AttachmentRecord = z.infer<typeof AttachmentRecord>;

const PassedOn = z.object({ by: NamedPerson, words: z.string() }).readonly();

/** One mail as the case remembers it. `graphId` is a cached handle that may stop working. */
export const MailRecord = z
  .object({
    key: hash,
    mailbox: z.string(),
    graphId: z.string(),
    internetMessageId: z.string(),
    conversationId: z.string(),
    from: MailSender,
    subject: z.string(),
    receivedAt: instant,
    text: hash,
    attachments: z.array(AttachmentRecord).readonly(),
    /** Whether its writer laid it out; not known of mails taken in before this was kept. */
    formatted: z.boolean().exactOptional(),
    /** SHA-256 of the raw mail that is kept as evidence. */
    evidence: hash.exactOptional(),
    /** The colleague who passed it on, with their own words: `from`, `subject` and `text` are then the writer's. */
    passedOn: PassedOn.exactOptional(),
  })
  .readonly();
export type MailRecord = z.infer<typeof MailRecord>;

export const PolicyVersion = z.object({ id: z.string(), version: z.string() }).readonly();
export type PolicyVersion = z.infer<typeof PolicyVersion>;

/** What an event keeps of its actor, so that history still reads when the directory changes. */
export const ActorRecord = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("person"),
    id: z.string(),
    name: z.string(),
    jobTitle: z.string(),
  }),
  z.object({ kind: z.literal("citizen"), name: z.string() }),
  z.object({ kind: z.literal("system") }),
]);
export type ActorRecord = z.infer<typeof ActorRecord>;
