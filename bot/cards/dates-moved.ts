import type { DatesMovedCard } from "#api/domain/case/case-card.ts";
import type { AdaptiveCard } from "./adaptive-card.ts";
import { card } from "./case-card.ts";
import { linkToHome, type TabAddress } from "./tab-links.ts";
import { sentence, titled } from "./words.ts";

/** Which of somebody's cases have other dates because of a new bank holiday: one card, not one for each. */
export function datesMovedCard(moved: DatesMovedCard, tab: TabAddress): AdaptiveCard {
  const { holidays, cases, more } = moved;
  const count = cases.length + more;
  return card({
    title: `A new bank holiday moved dates of ${count === 1 ? "1 of your cases" : `${count} of your cases`}`,
    body: [
      titled("New", holidays),
      ...cases.map(({ caseId, words }) => titled(caseId, words)),
      ...(more === 0 ? [] : [sentence(`And ${more} more: their history says from when to when.`)]),
      sentence("Where you told the person the old date, answer by then or tell them the new one."),
    ],
    actions: [{ type: "Action.OpenUrl", title: "Open my cases", url: linkToHome(tab) }],
  });
}
