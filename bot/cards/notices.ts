import type { CaseCard } from "#api/domain/case/case-card.ts";
import type { AdaptiveCard } from "./adaptive-card.ts";
import { caseCard, openCase, type CaseCardParts } from "./case-card.ts";
import { pressAction } from "./press-action.ts";
import type { TabAddress } from "./tab-links.ts";
import { cut, longestQuote, quote, sentence, verbatim, withoutAddresses } from "./words.ts";

/** A card that tells somebody something and asks nothing in return. */
export type Notice = Exclude<
  CaseCard,
  {
    kind:
      | ("approval-wanted" | "approval-receipt" | "assigned" | "settled")
      | ("point-wanted" | "information-wanted");
  }
>;

/** The card for a notice; beside the way to the case it offers at most to take over what waits. */
export function noticeCard(notice: Notice, tab: TabAddress): AdaptiveCard {
  const { caseId } = notice;
  const takingOver =
    notice.kind === "nudge" && notice.takeOver !== undefined
      ? [
          pressAction({
            title: "Take over the approval",
            verb: "take-over",
            data: { caseId, text: notice.takeOver },
            associatedInputs: "none",
          }),
        ]
      : [];
  return caseCard(notice, {
    ...partsOf(notice),
    actions: [...takingOver, openCase(tab, caseId)],
  });
}

function partsOf(notice: Notice): Omit<CaseCardParts, "actions"> {
  const { caseId } = notice;
  switch (notice.kind) {
    case "returned":
      return {
        title: `${caseId}: your response came back`,
        facts: [{ title: "Returned by", value: notice.by }],
        body: [quote("What should change:", notice.comment)],
      };
    case "response-sent":
      return {
        title: `${caseId}: the response has gone out`,
        facts: [{ title: "Approved by", value: notice.approver }],
      };
    case "answer-shared":
      return {
        title: `${caseId}: a complaint about your service is answered`,
        body: [
          sentence(
            notice.promised.length === 0
              ? "Open the case to read the answer. Nothing was promised that is still to be done."
              : "Open the case to read the answer. This is still to be done:",
          ),
          ...notice.promised.map((line) => verbatim(cut(line, longestQuote))),
        ],
      };
    case "answered-back":
      return {
        title: `${caseId}: the complainant has written again`,
        body: [
          sentence("Read their message and decide whether the complaint goes to the next stage."),
        ],
      };
    case "nudge":
      return nudge(notice);
    case "needs-a-person":
      return {
        title: `${caseId}: sending needs your help`,
        body: [verbatim(notice.why)],
      };
    case "letter-undelivered":
      return undelivered(notice);
    default:
      return partsOfAsking(notice);
  }
}

type LetterUndelivered = Extract<Notice, { kind: "letter-undelivered" }>;

const letterNames: Readonly<Partial<Record<LetterUndelivered["letter"], string>>> = {
  notice: "an e-mail to a colleague",
  "remedy-changed": "the letter about a remedy that cannot be given",
  "not-a-complaint": "the letter about what their message was taken for",
};

function undelivered({
  caseId,
  letter,
  stage,
  why,
}: LetterUndelivered): Omit<CaseCardParts, "actions"> {
  return {
    title: `${caseId}: ${letterNames[letter] ?? `the stage ${stage} ${letter}`} did not arrive`,
    body: [
      sentence(
        letter === "notice"
          ? "Have their address in the directory checked, and tell them yourself."
          : "Open the case: post the letter, or mend the address and send it again.",
      ),
      quote("The report says:", withoutAddresses(why)),
    ],
  };
}

type Asking = Extract<
  Notice,
  { kind: "information-given" | "promised" | "reminder" | "commented" }
>;

function partsOfAsking(notice: Asking): Omit<CaseCardParts, "actions"> {
  const { caseId } = notice;
  switch (notice.kind) {
    case "reminder":
      return reminder(notice);
    case "commented":
      return {
        title: `${caseId}: ${notice.answers ? "a comment was answered" : "a comment on the reply"}`,
        facts: [{ title: notice.answers ? "Answered by" : "By", value: notice.by }],
        body: [sentence("Open the reply to read it beside the words it is about.")],
      };
    case "information-given":
      return {
        title: `${caseId}: your question was answered`,
        facts: [{ title: "Answered by", value: notice.by }],
        body: [quote("You asked:", notice.question)],
      };
    case "promised":
      return {
        title: `${caseId}: something for you to see to`,
        facts: [
          { title: "Recorded by", value: notice.by },
          { title: "By", value: notice.dueOn },
        ],
        body: [quote("What was promised:", notice.what)],
      };
  }
}

function reminder({
  caseId,
  about,
  step,
  what,
  dueOn,
  owner,
}: Extract<Notice, { kind: "reminder" }>): Omit<CaseCardParts, "actions"> {
  return {
    title: `${caseId}: ${pledgeWords[about]} ${stepWords[step]}`,
    facts: [
      ...(owner === undefined ? [] : [{ title: "With", value: owner }]),
      { title: "By", value: dueOn },
    ],
    body: [
      verbatim(what),
      ...(step === "escalated"
        ? [sentence("You are told because nothing was recorded since it was due.")]
        : []),
    ],
  };
}

type Reminder = Extract<Notice, { kind: "reminder" }>;

const pledgeWords: Record<Reminder["about"], string> = {
  question: "a question",
  remedy: "what we promised",
  lesson: "a lesson",
  "flag-review": "a second look",
  "conduct-review": "a second look at limited contact",
  "sponsor-update": "a word to the sponsor",
  "check-in": "a check-in with the person",
};

const stepWords: Record<Reminder["step"], string> = {
  soon: "is due soon",
  today: "is due",
  overdue: "is overdue",
  escalated: "is still overdue",
};

function nudge(notice: Extract<Notice, { kind: "nudge" }>): Omit<CaseCardParts, "actions"> {
  const isOverdue = notice.notice === "overdue";
  return {
    title: `${notice.caseId} is ${isOverdue ? "overdue" : "due soon"}`,
    ...(notice.reader === "handler" ? {} : { facts: [{ title: "With", value: notice.handler }] }),
    body: [sentence(isOverdue ? overdueWords[notice.reader] : dueSoonWords[notice.reader])],
  };
}

type Reader = Extract<Notice, { kind: "nudge" }>["reader"];

const dueSoonWords: Record<Reader, string> = {
  handler: "The response still has to be sent. Open the case to see what is missing.",
  approver: "The response is waiting for your decision. Approve it or return it.",
  head: "You are told because you answer for this service.",
  desk: "Nobody has taken it yet. Open it and choose who does.",
};

const overdueWords: Record<Reader, string> = {
  handler:
    "The response is late. Send it for approval, or tell your head of service what it needs.",
  approver: "The response is late and waits for your decision. Approve it or return it.",
  head: "You are told because you answer for this service.",
  desk: "It is late and nobody has taken it. Open it and choose who does.",
};
