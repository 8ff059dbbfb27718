import { z } from "zod";
import { Officer } from "./allocation/facts.ts";
import { careFacts } from "./care/facts.ts";
import { checkInFacts } from "./check-ins/facts.ts";
import { Comment } from "./comments/facts.ts";
import { dateFacts } from "./dates/facts.ts";
import { enclosureFacts } from "./enclosures/facts.ts";
import { endingFacts } from "./endings/facts.ts";
import { linkFacts } from "./links/facts.ts";
import { OmbudsmanEnquiry } from "./ombudsman/facts.ts";
import { Hearing } from "./panel/facts.ts";
import { ownLetterFacts } from "./own-letters/facts.ts";
import { Point } from "./points/facts.ts";
import { Lesson, Remedy } from "./remedies/facts.ts";
import { reminderFacts } from "./reminders/facts.ts";
import { InformationRequest } from "./requests/facts.ts";
import { responseFacts } from "./response/facts.ts";
import { Sponsor } from "./sponsors/facts.ts";
import { undeliveredFacts } from "./undelivered/facts.ts";
import {
  caseTypes,
  channels,
  Complainant,
  findings,
  noticeKinds,
  PolicyVersion,
  reasons,
  stageNumber,
} from "./vocabulary.ts";

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

const Milestone = z.object({ event: z.string(), at: z.string() }).readonly();

export const StageRecord = z
  .object({
    stage: stageNumber,
    /** When the complaint (stage 1) or the request to go further reached the council, as an instant. */
    startedAt: z.string(),
    acknowledgedAt: z.string().exactOptional(),
    /** The quicker way this stage takes, such as `early-resolution`. */
    route: z.string().exactOptional(),
    /** What happened in this stage that only its procedure knows, such as `panel-met`. */
    milestones: z.array(Milestone).readonly().default([]),
    /** Everybody who saved or submitted a letter at this stage. */
    writers: z.array(z.string()).readonly().default([]),
    /** Who submitted the letter last. */
    author: z.string().exactOptional(),
    /** Who approved this stage's response; nobody decides two stages of one case. */
    decidedBy: z.string().exactOptional(),
    deciderName: z.string().exactOptional(),
    decidedAt: z.string().exactOptional(),
    /** The hash of the letter that was approved. */
    decidedLetter: z.string().exactOptional(),
    answeredAt: z.string().exactOptional(),
    /** What was found at this stage, over all points. */
    finding: z.enum(findings).exactOptional(),
  })
  .readonly();
export type StageRecord = z.infer<typeof StageRecord>;

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
    /** The mail that began it; the reference itself where it began without one. */
    origin: z.string(),
    subject: z.string(),
    complainant: Complainant,
    /** What the first message is recognised by when others write nearly the same. */
    fingerprint: z.string().exactOptional(),
    /** Absent while the person has not written by e-mail. */
    replyTo: ReplyTarget.exactOptional(),
    /** Why its first mail was not acknowledged by itself, until it is. */
    unacknowledged: z.string().exactOptional(),
    type: z.enum(caseTypes).exactOptional(),
    /** What the person is unhappy about, whatever the service. */
    about: z.enum(reasons).exactOptional(),
    service: z.string().exactOptional(),
    officer: Officer.exactOptional(),
    ...responseFacts,
    ...enclosureFacts,
    /** The citizen wrote again after this stage's response: the case offers to go to the next stage. */
    answeredBack: z.object({ at: z.string() }).readonly().exactOptional(),
    notices: z.array(NoticeRecord).readonly(),
    ...reminderFacts,
    ...dateFacts,
    ...careFacts,
    ...linkFacts,
    ...undeliveredFacts,
    ...ownLetterFacts,
    points: z.array(Point).readonly().default([]),
    requests: z.array(InformationRequest).readonly().default([]),
    /** What colleagues said of its letters. */
    comments: z.array(Comment).readonly().exactOptional(),
    remedies: z.array(Remedy).readonly().default([]),
    lessons: z.array(Lesson).readonly().default([]),
    ...checkInFacts,
    sponsors: z.array(Sponsor).readonly().default([]),
    ombudsman: z.array(OmbudsmanEnquiry).readonly().default([]),
    hearings: z.array(Hearing).readonly().default([]),
    ...endingFacts,
  })
  .readonly();
export type Case = z.infer<typeof Case>;
