import { z } from "zod";
import { CaseRow, ClockState } from "./case-list.ts";

export const AttachmentLine = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
});

/** One message of the conversation, as plain text, oldest first. */
export const Message = z.object({
  id: z.string(),
  direction: z.enum(["in", "out"]),
  from: z.string(),
  at: z.string(),
  subject: z.string(),
  text: z.string(),
  attachments: z.array(AttachmentLine),
  /** What an outgoing message is, such as "Acknowledgement" or "Stage 1 response". */
  label: z.string().optional(),
});
export type Message = z.infer<typeof Message>;

/** One line of the history: who did what when, as a sentence. */
export const HistoryLine = z.object({
  sequence: z.number().int(),
  at: z.string(),
  who: z.string(),
  what: z.string(),
  kind: z.enum(["mail", "decision", "draft", "note", "nudge", "sign-off"]),
  /** The words of a note or a returned draft's comment. */
  text: z.string().optional(),
});
export type HistoryLine = z.infer<typeof HistoryLine>;

/** A date that is kept or missed, with the sentences that explain it. */
export const ClockLine = z.object({
  kind: z.string(),
  title: z.string(),
  stage: z.number().int(),
  due: z.string(),
  state: ClockState,
  /** Such as "in 4 working days", "1 working day overdue" or "met on Mon 23 Nov". */
  words: z.string(),
  why: z.array(z.string()),
});
export type ClockLine = z.infer<typeof ClockLine>;

/** A button: offered, or greyed out with the reason. The browser decides nothing itself. */
export const OfferedAction = z.object({
  type: z.string(),
  title: z.string(),
  /** The next thing this person should do; at most one of a case's actions. */
  primary: z.boolean(),
  allowed: z.boolean(),
  why: z.string().optional(),
});
export type OfferedAction = z.infer<typeof OfferedAction>;

export const DraftView = z.object({
  stage: z.number().int(),
  draft: z.number().int(),
  text: z.string(),
  hash: z.string(),
  savedAt: z.string(),
  savedBy: z.string(),
});
export type DraftView = z.infer<typeof DraftView>;

/** A person or service to choose from. */
export const Choice = z.object({ id: z.string(), name: z.string(), hint: z.string().optional() });
export type Choice = z.infer<typeof Choice>;

/** Everything the case page shows (`GET /api/cases/{caseId}`). */
export const CaseDetail = z.object({
  row: CaseRow,
  version: z.number().int(),
  channel: z.string(),
  receivedAt: z.string(),
  complainant: z.object({ name: z.string(), email: z.string() }),
  sponsorName: z.string().optional(),
  typeWords: z.string().optional(),
  clocks: z.array(ClockLine),
  conversation: z.array(Message),
  history: z.array(HistoryLine),
  draft: DraftView.optional(),
  /** A letter waiting for, or just past, its sign-off. */
  submission: z
    .object({
      text: z.string(),
      hash: z.string(),
      by: z.string(),
      at: z.string(),
      approver: z.string(),
    })
    .optional(),
  /** What the approver asked to change, until the next submission. */
  returned: z.object({ comment: z.string(), by: z.string(), at: z.string() }).optional(),
  /** Sentences a handler must see on top: citizen wrote again, sending needs help. */
  attention: z.array(z.string()),
  actions: z.array(OfferedAction),
  choices: z.object({
    caseTypes: z.array(Choice),
    services: z.array(Choice),
    officers: z.array(Choice),
    outcomes: z.array(Choice),
    suggestedService: z.object({ id: z.string(), why: z.string() }).optional(),
    suggestedType: z.object({ id: z.string(), why: z.string() }).optional(),
  }),
  /** The letter to begin from when there is no draft yet. */
  startingLetter: z.string().optional(),
});
export type CaseDetail = z.infer<typeof CaseDetail>;
