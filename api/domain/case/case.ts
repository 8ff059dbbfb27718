import { z } from "zod";
import { caseTypes, channels, Complainant, endings, noticeKinds, PolicyVersion } from "./events.ts";

/**
 * Where a case stands within its stage. `triage`: nobody has said what it is; `allocation`: routed to
 * a service, without an officer; `answered`: this stage's response has gone out.
 */
export const caseStatuses = [
  "triage",
  "allocation",
  "investigating",
  "awaiting-approval",
  "sending",
  "answered",
  "closed",
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const StageRecord = z
  .object({
    stage: z.number().int().positive(),
    /** When the complaint (stage 1) or the request to go further reached the council, as an instant. */
    startedAt: z.string(),
    acknowledgedAt: z.string().exactOptional(),
    /** Everybody who saved or submitted a letter at this stage. */
    writers: z.array(z.string()).readonly().default([]),
    /** Who submitted the letter last. */
    author: z.string().exactOptional(),
    /** Who approved this stage's response; nobody decides two stages of one case. */
    decidedBy: z.string().exactOptional(),
    deciderName: z.string().exactOptional(),
    answeredAt: z.string().exactOptional(),
  })
  .readonly();
export type StageRecord = z.infer<typeof StageRecord>;

const Draft = z
  .object({
    stage: z.number().int(),
    draft: z.number().int(),
    text: z.string(),
    savedAt: z.string(),
    savedBy: z.string(),
  })
  .readonly();

const Submission = z
  .object({
    text: z.string(),
    by: z.string(),
    at: z.string(),
    approver: z.string(),
    approverName: z.string(),
  })
  .readonly();

/** The mail that the next message of the council answers, so that everything stays in one thread. */
export const ReplyTarget = z
  .object({ mailbox: z.string(), graphId: z.string(), internetMessageId: z.string() })
  .readonly();
export type ReplyTarget = z.infer<typeof ReplyTarget>;

const NoticeRecord = z
  .object({ notice: z.enum(noticeKinds), clock: z.string(), due: z.string() })
  .readonly();

/** A case as it stands after its events: small, so that deciding on it never needs its history. */
export const Case = z
  .object({
    id: z.string(),
    /** The number of events so far. */
    version: z.number().int(),
    policy: PolicyVersion,
    status: z.enum(caseStatuses),
    statusSince: z.string(),
    stage: z.number().int(),
    stages: z.array(StageRecord).readonly(),
    channel: z.enum(channels),
    receivedAt: z.string(),
    loggedAt: z.string(),
    /** The mail that began it. */
    origin: z.string(),
    subject: z.string(),
    complainant: Complainant,
    replyTo: ReplyTarget,
    sponsor: z.string().exactOptional(),
    type: z.enum(caseTypes).exactOptional(),
    service: z.string().exactOptional(),
    officer: z.object({ id: z.string(), name: z.string() }).readonly().exactOptional(),
    draft: Draft.exactOptional(),
    submission: Submission.exactOptional(),
    /** What the approver last asked to change, until the letter is approved. */
    returned: z
      .object({ comment: z.string(), by: z.string(), at: z.string() })
      .readonly()
      .exactOptional(),
    /** The citizen wrote again after this stage's response: the case offers to go to the next stage. */
    answeredBack: z.object({ at: z.string() }).readonly().exactOptional(),
    sendingProblem: z.string().exactOptional(),
    notices: z.array(NoticeRecord).readonly(),
    outcome: z.enum(endings).exactOptional(),
  })
  .readonly();
export type Case = z.infer<typeof Case>;
