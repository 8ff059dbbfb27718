import { z } from "zod";
import { ActionForm, Choice } from "./action-form.ts";
import type { CaseActionType } from "./case-action.ts";
import { CaseRow, ClockState } from "./case-list.ts";
import {
  CareLine,
  CheckInLine,
  HandsLine,
  OutsideLine,
  PointLine,
  PromiseLine,
  RelatedLine,
  RequestLine,
} from "./case-parts.ts";
import { CommentThread } from "./drafts.ts";
import { SignOffSheet } from "./sign-off-sheet.ts";

export const AttachmentLine = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  /** What to know before opening it, such as that it is not what it was sent as. */
  note: z.string().exactOptional(),
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
  /** What its writer newly wrote, where the text holds more, and what the rest is. */
  newText: z.string().exactOptional(),
  rest: z.enum(["quoted text", "signature"]).exactOptional(),
  /** Whether it can be asked for as its writer laid it out. */
  formatted: z.boolean().exactOptional(),
  /** The hash of a letter of ours, by which it is had as a Word or PDF file. */
  letter: z.string().exactOptional(),
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

/** An action that a newer server knows comes with its form: this page can show it all the same. */
const ActionType = z.custom<CaseActionType>((type) => typeof type === "string");

/** A button: offered, or greyed out with the reason. The browser decides nothing itself. */
export const OfferedAction = z.object({
  type: ActionType,
  title: z.string(),
  /** The part of the case's life it belongs to, as a heading of the menu. */
  group: z.string(),
  /** What it asks; one that asks nothing happens at a press. */
  form: ActionForm,
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

/** An answer that the first message's own words suggest, with why. */
const Suggested = z.object({ id: z.string(), why: z.string() });

/** What a message may turn out to be, with messages that were. */
const TriageType = Choice.unwrap().extend({
  examples: z.array(z.string()).exactOptional(),
  /** What becomes of it. */
  handling: z.string().exactOptional(),
});
export type TriageType = z.infer<typeof TriageType>;

/** How the procedure looks at what comes in: who in turn, and what they ask themselves. */
const TriageGuide = z.object({
  levels: z.array(z.object({ title: z.string(), words: z.string() })),
  questions: z.array(z.string()),
});
export type TriageGuide = z.infer<typeof TriageGuide>;

/** Something the first message says of its writer, and the press that makes it part of the case. */
const LearnedFact = z.object({
  /** Such as "Postal address". */
  title: z.string(),
  value: z.string(),
  /** The words of the button, such as "Use this address". */
  press: z.string(),
  action: z.looseObject({ type: ActionType }),
});
export type LearnedFact = z.infer<typeof LearnedFact>;

const Learned = z.object({
  /** What whoever decides should know, as sentences: who writes, in which language. */
  notes: z.array(z.string()),
  facts: z.array(LearnedFact),
});
export type Learned = z.infer<typeof Learned>;

/** Everything the case page shows (`GET /api/cases/{caseId}`). */
export const CaseDetail = z.object({
  row: CaseRow,
  version: z.number().int(),
  channel: z.string(),
  receivedAt: z.string(),
  /** Who complains, and how they can be reached. */
  complainant: z.object({
    name: z.string(),
    email: z.string().exactOptional(),
    phone: z.string().exactOptional(),
    address: z.string().exactOptional(),
    /** What other systems of the council know them by. */
    references: z.array(z.string()).readonly().exactOptional(),
  }),
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
      /** What the check found when it was submitted, as sentences. */
      checks: z.array(z.string()).exactOptional(),
      sheet: SignOffSheet,
    })
    .optional(),
  /** The files that go with the letter that is written or signed off. */
  enclosures: z.array(AttachmentLine).exactOptional(),
  /** What the approver asked to change, until the next submission. */
  returned: z.object({ comment: z.string(), by: z.string(), at: z.string() }).optional(),
  /** Sentences a handler must see on top: citizen wrote again, sending needs help. */
  attention: z.array(z.string()),
  /** What everybody who works on it must know. */
  care: z.array(CareLine),
  points: z.array(PointLine),
  requests: z.array(RequestLine),
  /** What was said of the letter before it is sent. */
  comments: z.array(CommentThread).exactOptional(),
  remedies: z.array(PromiseLine),
  lessons: z.array(PromiseLine),
  checkIns: z.array(CheckInLine).exactOptional(),
  related: z.array(RelatedLine),
  /** Whether this person may ask what else the same person brought. */
  asksForOthers: z.literal(true).exactOptional(),
  /** Panels, outside reviewers and the Ombudsman. */
  outside: z.array(OutsideLine),
  /** In whose hands the case was when, oldest first. */
  hands: z.array(HandsLine),
  /** In order of use. */
  actions: z.array(OfferedAction),
  /** What the triage page asks. */
  choices: z.object({
    caseTypes: z.array(TriageType),
    guide: TriageGuide.exactOptional(),
    services: z.array(Choice),
    officers: z.array(Choice),
    /** What people are unhappy about. */
    reasons: z.array(Choice).exactOptional(),
    suggestedService: Suggested.optional(),
    suggestedType: Suggested.optional(),
    suggestedReason: Suggested.exactOptional(),
  }),
  /** What else the first message says, while nobody has said what it is. */
  learned: Learned.exactOptional(),
  /** How the letter goes on paper, and what somebody must see to before it is posted. */
  post: z
    .object({
      letterhead: z.array(z.string()).readonly(),
      to: z.array(z.string()).readonly(),
      date: z.string(),
      points: z.number(),
      notes: z.array(z.string()),
    })
    .exactOptional(),
  /** The letter to begin from when there is no draft yet. */
  startingLetter: z.string().optional(),
});
export type CaseDetail = z.infer<typeof CaseDetail>;
