import type { PersonId, ServiceId } from "../people/actor.ts";
import type {
  CaseId,
  CaseType,
  Channel,
  Complainant,
  MailKey,
  NoticeKind,
  Outcome,
  PolicyVersion,
  TextHash,
} from "./events.ts";

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

export type StageRecord = {
  readonly stage: number;
  /** When the complaint (stage 1) or the request to go further reached the council, as an instant. */
  readonly startedAt: string;
  readonly acknowledgedAt?: string;
  readonly author?: PersonId;
  /** Who approved this stage's response; nobody decides two stages of one case. */
  readonly decidedBy?: PersonId;
  readonly answeredAt?: string;
};

export type Draft = {
  readonly stage: number;
  readonly draft: number;
  readonly text: TextHash;
  readonly savedAt: string;
  readonly savedBy: PersonId;
};

export type Submission = {
  readonly text: TextHash;
  readonly by: PersonId;
  readonly at: string;
  readonly approver: PersonId;
  readonly approverName: string;
};

/** The mail that the next message of the council answers, so that everything stays in one thread. */
export type ReplyTarget = {
  readonly mailbox: string;
  readonly graphId: string;
  readonly internetMessageId: string;
};

export type NoticeRecord = {
  readonly notice: NoticeKind;
  readonly clock: string;
  readonly due: string;
};

/** A case as it stands after its events: small, so that deciding on it never needs its history. */
export type Case = {
  readonly id: CaseId;
  /** The number of events so far. */
  readonly version: number;
  readonly policy: PolicyVersion;
  readonly status: CaseStatus;
  readonly stage: number;
  readonly stages: readonly StageRecord[];
  readonly channel: Channel;
  readonly receivedAt: string;
  readonly loggedAt: string;
  readonly origin: MailKey;
  readonly subject: string;
  readonly complainant: Complainant;
  readonly replyTo: ReplyTarget;
  readonly sponsor?: PersonId;
  readonly type?: CaseType;
  readonly service?: ServiceId;
  readonly officer?: { readonly id: PersonId; readonly name: string };
  readonly draft?: Draft;
  readonly submission?: Submission;
  readonly returned?: { readonly comment: string; readonly by: string; readonly at: string };
  /** The citizen wrote again after this stage's response: the case offers to go to the next stage. */
  readonly answeredBack?: { readonly at: string };
  readonly sendingProblem?: string;
  readonly notices: readonly NoticeRecord[];
  readonly outcome?: Outcome | "not-a-complaint";
  readonly statusSince: string;
};
