import type { ActorRecord, PersonId, ServiceId } from "../people/actor.ts";

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

export type Complainant = { readonly name: string; readonly email: string };

export type AttachmentRecord = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
};

/** One mail as the case remembers it. `graphId` is a cached handle that may stop working. */
export type MailRecord = {
  readonly key: MailKey;
  readonly mailbox: string;
  readonly graphId: string;
  readonly internetMessageId: string;
  readonly conversationId: string;
  readonly from: Complainant;
  readonly subject: string;
  readonly receivedAt: string;
  readonly text: TextHash;
  readonly attachments: readonly AttachmentRecord[];
};

export type PolicyVersion = { readonly id: string; readonly version: string };

/** What can happen to a case, in the past tense. Everything else about a case follows from these. */
export type CaseEventData =
  | {
      readonly type: "case-logged";
      readonly caseId: CaseId;
      readonly channel: Channel;
      readonly receivedAt: string;
      readonly policy: PolicyVersion;
      readonly subject: string;
      readonly complainant: Complainant;
      readonly mail: MailRecord;
      /** The councillor or MP who wrote on a resident's behalf, when the directory knows them. */
      readonly sponsor?: PersonId;
    }
  | { readonly type: "correspondence-received"; readonly mail: MailRecord }
  | {
      readonly type: "acknowledgement-sent";
      readonly stage: number;
      readonly internetMessageId: string;
      readonly text: TextHash;
    }
  | {
      readonly type: "case-classified";
      readonly caseType: CaseType;
      readonly service: ServiceId;
      readonly reason: string;
    }
  | { readonly type: "case-assigned"; readonly officer: PersonId; readonly officerName: string }
  | { readonly type: "note-added"; readonly text: TextHash }
  | {
      readonly type: "draft-saved";
      readonly stage: number;
      readonly draft: number;
      readonly text: TextHash;
    }
  | {
      readonly type: "response-submitted";
      readonly stage: number;
      readonly text: TextHash;
      readonly approver: PersonId;
      readonly approverName: string;
    }
  | { readonly type: "response-returned"; readonly stage: number; readonly comment: string }
  | { readonly type: "response-approved"; readonly stage: number; readonly text: TextHash }
  | {
      readonly type: "response-sent";
      readonly stage: number;
      readonly text: TextHash;
      readonly internetMessageId: string;
    }
  | { readonly type: "sending-needs-a-person"; readonly stage: number; readonly why: string }
  | {
      readonly type: "case-escalated";
      readonly stage: number;
      readonly requestedAt: string;
      readonly reason: string;
    }
  | {
      readonly type: "notice-given";
      readonly notice: NoticeKind;
      readonly clock: string;
      readonly due: string;
      readonly to: readonly PersonId[];
    }
  | {
      readonly type: "case-closed";
      readonly outcome: Outcome | "not-a-complaint";
      readonly reason: string;
    };

export const noticeKinds = ["due-soon", "overdue"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** One row of a case's history: what happened, when and by whom; numbered without gaps from 1. */
export type CaseEvent = {
  readonly sequence: number;
  readonly at: string;
  readonly by: ActorRecord;
} & CaseEventData;

export type CaseEventType = CaseEventData["type"];
