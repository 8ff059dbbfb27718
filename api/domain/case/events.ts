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

export const caseTypes = ["complaint", "service-request", "compliment", "comment"] as const;
export type CaseType = (typeof caseTypes)[number];

export const outcomes = ["upheld", "partly-upheld", "not-upheld", "withdrawn"] as const;
export type Outcome = (typeof outcomes)[number];

/** How a case ended: an outcome, or that it was none of the complaints procedure's business. */
export const endings = [...outcomes, "not-a-complaint"] as const;

export const noticeKinds = ["due-soon", "overdue"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const stage = z.number().int().positive();
const instant = z.iso.datetime();

export const Complainant = z.object({ name: z.string(), email: z.string() }).readonly();
export type Complainant = z.infer<typeof Complainant>;

export const AttachmentRecord = z
  .object({ id: z.string(), name: z.string(), type: z.string(), bytes: z.number().int() })
  .readonly();
export type AttachmentRecord = z.infer<typeof AttachmentRecord>;

/** One mail as the case remembers it. `graphId` is a cached handle that may stop working. */
export const MailRecord = z
  .object({
    key: hash,
    mailbox: z.string(),
    graphId: z.string(),
    internetMessageId: z.string(),
    conversationId: z.string(),
    from: Complainant,
    subject: z.string(),
    receivedAt: instant,
    text: hash,
    attachments: z.array(AttachmentRecord).readonly(),
  })
  .readonly();
export type MailRecord = z.infer<typeof MailRecord>;

export const PolicyVersion = z.object({ id: z.string(), version: z.string() }).readonly();
export type PolicyVersion = z.infer<typeof PolicyVersion>;

const CaseLogged = z.object({
  type: z.literal("case-logged"),
  caseId: z.string(),
  channel: z.enum(channels),
  receivedAt: instant,
  policy: PolicyVersion,
  subject: z.string(),
  complainant: Complainant,
  mail: MailRecord,
  /** The councillor who wrote on a resident's behalf, when the directory knows them. */
  sponsor: z.string().exactOptional(),
});

/** What can happen to a case, in the past tense. Everything else about a case follows from these. */
export const CaseEventData = z.discriminatedUnion("type", [
  CaseLogged,
  z.object({ type: z.literal("correspondence-received"), mail: MailRecord }),
  z.object({
    type: z.literal("acknowledgement-sent"),
    stage,
    internetMessageId: z.string(),
    text: hash,
  }),
  z.object({
    type: z.literal("case-classified"),
    caseType: z.enum(caseTypes),
    service: z.string(),
    reason: z.string(),
    /** When the person was not satisfied with what was no complaint until then: day 0 of stage 1. */
    restartedAt: instant.exactOptional(),
  }),
  z.object({ type: z.literal("case-assigned"), officer: z.string(), officerName: z.string() }),
  z.object({ type: z.literal("note-added"), text: hash }),
  z.object({ type: z.literal("draft-saved"), stage, draft: z.number().int(), text: hash }),
  z.object({
    type: z.literal("response-submitted"),
    stage,
    text: hash,
    approver: z.string(),
    approverName: z.string(),
  }),
  z.object({
    type: z.literal("response-returned"),
    stage,
    /** The letter that was returned. */
    text: hash,
    comment: z.string(),
  }),
  z.object({ type: z.literal("response-approved"), stage, text: hash }),
  z.object({
    type: z.literal("response-sent"),
    stage,
    text: hash,
    internetMessageId: z.string(),
  }),
  z.object({ type: z.literal("sending-needs-a-person"), stage, why: z.string() }),
  z.object({
    type: z.literal("case-escalated"),
    stage,
    /** When the citizen asked for it: day 0 of the new stage. */
    requestedAt: instant,
    reason: z.string(),
  }),
  z.object({
    type: z.literal("notice-given"),
    notice: z.enum(noticeKinds),
    /** The clock as its policy names it, such as `stage-1-response`. */
    clock: z.string(),
    due: z.string(),
    to: z.array(z.string()).readonly(),
  }),
  z.object({ type: z.literal("case-closed"), outcome: z.enum(endings), reason: z.string() }),
]);
export type CaseEventData = z.infer<typeof CaseEventData>;

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

const EventEnvelope = z.object({
  sequence: z.number().int().positive(),
  at: instant,
  by: ActorRecord,
});

/** One row of a case's history: what happened, when and by whom; numbered without gaps from 1. */
export const CaseEvent = z.intersection(EventEnvelope, CaseEventData);
export type CaseEvent = z.infer<typeof CaseEvent>;
