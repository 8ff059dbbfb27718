import type {
  CaseId,
  CaseType,
  Channel,
  Complainant,
  MailRecord,
  NoticeKind,
  Outcome,
  TextHash,
} from "./events.ts";
import type { Person, PersonId, ServiceId } from "../people/actor.ts";

/** What a person may ask of a case; the table in case-rules.ts says who may ask which when. */
export const personActions = [
  "classify",
  "assign",
  "add-note",
  "save-draft",
  "submit",
  "approve",
  "return",
  "escalate",
  "close",
] as const;
export type PersonAction = (typeof personActions)[number];

/** A person's command, with everything looked up that deciding on it needs. Texts are already stored. */
export type PersonCommand =
  | {
      readonly type: "classify";
      readonly caseType: CaseType;
      readonly service: ServiceId;
      readonly reason: string;
    }
  | { readonly type: "assign"; readonly officer: Person }
  | { readonly type: "add-note"; readonly text: TextHash }
  | { readonly type: "save-draft"; readonly text: TextHash }
  | { readonly type: "submit"; readonly text: TextHash; readonly approvers: readonly Person[] }
  | { readonly type: "approve"; readonly text: TextHash }
  | { readonly type: "return"; readonly text: TextHash; readonly comment: string }
  | { readonly type: "escalate"; readonly reason: string }
  | { readonly type: "close"; readonly outcome: Outcome; readonly reason: string };

/** What Redress itself records: mail in, mail out, nudges. */
export type SystemCommand =
  | {
      readonly type: "log";
      readonly caseId: CaseId;
      readonly channel: Channel;
      readonly subject: string;
      readonly complainant: Complainant;
      readonly mail: MailRecord;
      readonly sponsor?: PersonId;
    }
  | { readonly type: "receive"; readonly mail: MailRecord }
  | {
      readonly type: "record-acknowledgement";
      readonly stage: number;
      readonly internetMessageId: string;
      readonly text: TextHash;
    }
  | {
      readonly type: "record-response-sent";
      readonly stage: number;
      readonly text: TextHash;
      readonly internetMessageId: string;
    }
  | { readonly type: "record-sending-problem"; readonly stage: number; readonly why: string }
  | {
      readonly type: "give-notice";
      readonly notice: NoticeKind;
      readonly clock: string;
      readonly due: string;
      readonly to: readonly PersonId[];
    };

export type CaseCommand = PersonCommand | SystemCommand;
