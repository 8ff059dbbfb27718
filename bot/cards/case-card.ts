import type { CardHead } from "#api/domain/case/case-card.ts";
import type { AdaptiveCard, CardAction, CardElement, Fact } from "./adaptive-card.ts";
import { linkToCase, type TabAddress } from "./tab-links.ts";
import { heading, sentence, subjectLine, verbatim } from "./words.ts";

/** What distinguishes one kind of card about a case from the others. */
export type CaseCardParts = {
  /** The heading, also what a notification shows on a phone's lock screen: nothing of what a citizen wrote. */
  readonly title: string;
  readonly facts?: readonly Fact[];
  readonly body?: readonly CardElement[];
  readonly actions: readonly CardAction[];
};

/** A card about a case: what it is about first, then what this kind of card has to say. */
export function caseCard(head: CardHead, parts: CaseCardParts): AdaptiveCard {
  const { title, facts = [], body = [], actions } = parts;
  const { care = [] } = head;
  return card({
    title,
    body: [
      verbatim(subjectLine(head.subject)),
      {
        type: "FactSet",
        facts: [
          { title: "Stage", value: head.stageWords },
          { title: "Service", value: head.serviceName },
          ...(head.dueWords === "" ? [] : [{ title: "Deadline", value: head.dueWords }]),
          ...(care.length === 0 ? [] : [{ title: "Needs care", value: care.join(", ") }]),
          ...facts,
        ],
      },
      ...(head.inPlaceOf === undefined
        ? []
        : [sentence(`You are told because ${head.inPlaceOf} is away and you stand in for them.`)]),
      ...body,
    ],
    actions,
  });
}

/** The frame that every card of ours has. */
export function card(parts: {
  readonly title: string;
  readonly body: readonly CardElement[];
  readonly actions: readonly CardAction[];
}): AdaptiveCard {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    fallbackText: parts.title,
    body: [heading(parts.title), ...parts.body],
    actions: parts.actions,
  };
}

/** The same card, telling first why it is not the one that was pressed. */
export function withNotice(shown: AdaptiveCard, notice: string): AdaptiveCard {
  return {
    ...shown,
    body: [{ type: "Container", style: "warning", items: [verbatim(notice)] }, ...shown.body],
  };
}

/** The button that every card about a case has. */
export function openCase(tab: TabAddress, caseId: string, title = "Open the case"): CardAction {
  return { type: "Action.OpenUrl", title, url: linkToCase(tab, caseId) };
}
