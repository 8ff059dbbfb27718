import type { UnaccountedCard } from "#api/domain/case/case-card.ts";
import type { AdaptiveCard } from "./adaptive-card.ts";
import { card } from "./case-card.ts";
import { linkToAssurance, type TabAddress } from "./tab-links.ts";
import { sentence } from "./words.ts";

/** What is not accounted for, for the complaints desk, once a day. */
export function mailUnaccountedCard(found: UnaccountedCard, tab: TabAddress): AdaptiveCard {
  const { mails, otherWork, oldestWords } = found;
  return card({
    title: titleOf(found),
    body: [
      ...(mails === 0
        ? []
        : [sentence("In the mailbox, and not in Redress although it tried again.")]),
      ...(otherWork === 0
        ? []
        : [sentence(`${work(otherWork)} failed so often that Redress stopped trying.`)]),
      { type: "FactSet", facts: [{ title: "Since", value: oldestWords }] },
      sentence("Take it in again, or set it aside with a reason."),
    ],
    actions: [{ type: "Action.OpenUrl", title: "Open Assurance", url: linkToAssurance(tab) }],
  });
}

function titleOf({ mails, otherWork }: UnaccountedCard): string {
  if (mails === 0) return `${work(otherWork)} could not be finished`;
  return mails === 1 ? "1 message is unaccounted for" : `${mails} messages are unaccounted for`;
}

function work(count: number): string {
  return count === 1 ? "1 piece of work" : `${count} pieces of work`;
}
