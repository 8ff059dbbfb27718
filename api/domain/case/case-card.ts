import type { NudgeReader } from "./occasion.ts";
import type { PledgeKind, ReminderStep } from "./reminders/facts.ts";
import type { Question } from "./question.ts";
import type { SignOffSheet } from "./sign-off/sheet.ts";
import type { SentLetter } from "./undelivered/facts.ts";
import type { CaseId, NoticeKind, TextHash } from "./vocabulary.ts";

/** The lines every card about a case begins with. */
export type CardHead = {
  readonly caseId: CaseId;
  readonly subject: string;
  readonly stage: number;
  readonly stageWords: string;
  readonly serviceName: string;
  /** Such as "Response due Mon 7 Dec (in 4 working days)". */
  readonly dueWords: string;
  /** What needs care, such as "Vulnerability" or "Contact is limited": the titles and no more. */
  readonly care?: readonly string[];
  /** Whom this was meant for, when its reader stands in for them. */
  readonly inPlaceOf?: string;
};

/** Somebody to choose on a card. */
export type CardChoice = { readonly id: string; readonly name: string };

/** What Redress says in chat, as data; the bot decides only how it looks. */
export type CaseCard = CardHead &
  (
    | {
        readonly kind: "assigned";
        readonly by: string;
        readonly briefing: Briefing;
        /** Whether the reader is to say if they take it on. */
        readonly asks: boolean;
      }
    | {
        readonly kind: "approval-wanted";
        readonly sheet: SignOffSheet;
        /** The letter itself, for the approver's eyes; cut when too long for a card. */
        readonly letter: string;
        readonly letterIsCut: boolean;
        readonly text: TextHash;
        /** Who could decide it instead. */
        readonly delegates: readonly CardChoice[];
      }
    | {
        readonly kind: "approval-receipt";
        readonly decision: "approved" | "returned" | "withdrawn" | "passed-on";
        readonly by: string;
        readonly atWords: string;
        readonly comment?: string;
        /** Who has it now, when it was passed on. */
        readonly to?: string;
      }
    /** What has become of a question that was not about a letter. */
    | {
        readonly kind: "settled";
        readonly question: Exclude<Question["kind"], "approval">;
        /** Such as "answered", "withdrawn" or "with Tom Okafor now". */
        readonly words: string;
        readonly by?: string;
        readonly atWords?: string;
        /** What was asked. */
        readonly asked?: string;
      }
    | { readonly kind: "returned"; readonly by: string; readonly comment: string }
    | { readonly kind: "response-sent"; readonly approver: string }
    | { readonly kind: "answered-back" }
    | {
        readonly kind: "nudge";
        readonly notice: NoticeKind;
        readonly handler: string;
        readonly reader: NudgeReader;
        /** The letter that its reader could take over from an approver who has not decided. */
        readonly takeOver?: TextHash;
      }
    | { readonly kind: "needs-a-person"; readonly why: string }
    | {
        readonly kind: "letter-undelivered";
        readonly letter: SentLetter;
        readonly stage: number;
        readonly why: string;
      }
    | {
        readonly kind: "information-wanted";
        readonly by: string;
        readonly question: string;
        readonly dueOn: string;
        /** The number it is answered under; absent where its reader only stands in. */
        readonly request?: string;
      }
    | {
        readonly kind: "point-wanted";
        readonly point: string;
        readonly title: string;
      }
    | { readonly kind: "commented"; readonly by: string; readonly answers: boolean }
    | { readonly kind: "information-given"; readonly by: string; readonly question: string }
    | {
        readonly kind: "answer-shared";
        /** What is still to be done, each with who sees to it and by when. */
        readonly promised: readonly string[];
      }
    | {
        readonly kind: "reminder";
        readonly about: PledgeKind;
        readonly step: ReminderStep;
        readonly what: string;
        readonly dueOn: string;
        /** Who sees to it, when that is not the reader. */
        readonly owner?: string;
      }
    | {
        readonly kind: "promised";
        readonly by: string;
        readonly what: string;
        readonly dueOn: string;
      }
  );

/** What an officer needs to know of a case that has come to them. */
export type Briefing = {
  /** Such as "Delay"; absent while nobody has said. */
  readonly about?: string;
  readonly points: readonly {
    readonly id: string;
    readonly title: string;
    readonly service: string;
  }[];
  /** What kind of answer is wanted, such as "A written answer by e-mail, signed off by a head of service". */
  readonly answer: string;
};

/**
 * The complaints desk's day in one card: what nobody has classified yet, by how its dates stand. One
 * card a day instead of one for each case, which nobody would read.
 */
export type TriageCard = {
  readonly kind: "triage-waiting";
  readonly waiting: number;
  /** Whether more wait than were counted. */
  readonly atLeast: boolean;
  readonly dueSoon: number;
  readonly overdue: number;
};

/** What the proof that nothing was lost found, and could not put right by itself. */
export type UnaccountedCard = {
  readonly kind: "mail-unaccounted";
  /** Mails that are in the mailbox and not in Redress. */
  readonly mails: number;
  /** Other pieces of work that failed too often. */
  readonly otherWork: number;
  /** The day of the oldest, such as "Mon 7 Dec". */
  readonly oldestWords: string;
};

/** Which of an officer's cases have other dates since a bank holiday came to be known. */
export type DatesMovedCard = {
  readonly kind: "dates-moved";
  /** The days, such as "World Cup bank holiday on Monday 15 June 2026". */
  readonly holidays: string;
  readonly cases: readonly {
    readonly caseId: CaseId;
    /** Such as "Stage 1 response: Tue 9 Jun instead of Mon 8 Jun". */
    readonly words: string;
  }[];
  /** How many more there are. */
  readonly more: number;
};

/** Everything Redress says in chat. */
export type ChatCard = CaseCard | TriageCard | UnaccountedCard | DatesMovedCard;
