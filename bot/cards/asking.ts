import type { CaseCard } from "#api/domain/case/case-card.ts";
import type { AdaptiveCard, CardAction, CardElement } from "./adaptive-card.ts";
import { caseCard, openCase } from "./case-card.ts";
import { pressAction } from "./press-action.ts";
import type { TabAddress } from "./tab-links.ts";
import { cut, quote, sentence, titled, withoutAddresses } from "./words.ts";

type Kind<Name extends CaseCard["kind"]> = Extract<CaseCard, { kind: Name }>;

const longestAnswer = 10_000;
const longestReason = 2000;
const mostPoints = 12;

/** A point for the reader's service, with the place to answer it. */
export function pointWantedCard(wanted: Kind<"point-wanted">, tab: TabAddress): AdaptiveCard {
  const { caseId, point, title } = wanted;
  return caseCard(wanted, {
    title: `${caseId}: a point for your service`,
    body: [
      quote(`Point ${point}:`, title),
      sentence(
        "Say what happened and when, what should have happened, and what you will put right. Name the records you rely on.",
      ),
      answerInput("What does your service say?"),
    ],
    actions: [
      pressAction({ title: "Send the answer", verb: "answer-point", data: { caseId, point } }),
      openCase(tab, caseId),
    ],
  });
}

/** A question to its reader, with the place to answer it. */
export function informationWantedCard(
  wanted: Kind<"information-wanted">,
  tab: TabAddress,
): AdaptiveCard {
  const { caseId, by, question, dueOn, request } = wanted;
  return caseCard(wanted, {
    title: `${caseId}: a question for you`,
    facts: [
      { title: "Asked by", value: by },
      { title: "Needed by", value: dueOn },
    ],
    body: [
      quote("The question:", question),
      ...(request === undefined ? [] : [answerInput("Your answer")]),
    ],
    actions: [
      ...(request === undefined
        ? []
        : [
            pressAction({
              title: "Send the answer",
              verb: "give-information",
              data: { caseId, request },
            }),
          ]),
      openCase(tab, caseId),
    ],
  });
}

function answerInput(label: string): CardElement {
  return {
    type: "Input.Text",
    id: "text",
    label,
    isMultiline: true,
    isRequired: true,
    errorMessage: "Write the answer first.",
    maxLength: longestAnswer,
  };
}

/** A case that has come to its reader: what it is about, what is wanted, and whether they take it. */
export function assignedCard(assigned: Kind<"assigned">, tab: TabAddress): AdaptiveCard {
  const { caseId, by, briefing, asks } = assigned;
  const { about, points, answer } = briefing;
  return caseCard(assigned, {
    title: `${caseId} is yours now`,
    facts: [
      { title: "Assigned by", value: by },
      ...(about === undefined ? [] : [{ title: "About", value: about }]),
      { title: "Answer", value: answer },
    ],
    body: [
      ...points
        .slice(0, mostPoints)
        .map(({ id, title, service }) =>
          titled(`Point ${id}, for ${service}`, cut(withoutAddresses(title.slice(0, 1000)), 200)),
        ),
      ...(points.length > mostPoints
        ? [sentence("There are more points. Open the case to see them all.")]
        : []),
    ],
    actions: [...(asks ? takingOn(caseId) : []), openCase(tab, caseId)],
  });
}

function takingOn(caseId: string): CardAction[] {
  return [
    pressAction({
      title: "Take it on",
      verb: "accept",
      data: { caseId },
      style: "positive",
      associatedInputs: "none",
    }),
    {
      type: "Action.ShowCard",
      title: "Decline",
      card: {
        type: "AdaptiveCard",
        body: [
          {
            type: "Input.Text",
            id: "reason",
            label: "Why can you not take it?",
            isMultiline: true,
            isRequired: true,
            errorMessage: "Write why you cannot take it first.",
            maxLength: longestReason,
          },
        ],
        actions: [pressAction({ title: "Give it back", verb: "decline", data: { caseId } })],
      },
    },
  ];
}

const asked: Record<Kind<"settled">["question"], { title: string; quoted: string }> = {
  point: { title: "the point for your service", quoted: "The point:" },
  request: { title: "the question for you", quoted: "The question:" },
  assignment: { title: "your assignment", quoted: "" },
};

/** What becomes of a question once it is settled: what came of it, and nothing left to press. */
export function settledCard(settled: Kind<"settled">, tab: TabAddress): AdaptiveCard {
  const { caseId, question, words, by, atWords } = settled;
  const { title, quoted } = asked[question];
  return caseCard(settled, {
    title: `${caseId}: ${title}, ${words}`,
    facts:
      by === undefined ? [] : [{ title: "By", value: [by, atWords].filter(Boolean).join(", ") }],
    body: settled.asked === undefined ? [] : [quote(quoted, settled.asked)],
    actions: [openCase(tab, caseId)],
  });
}
