import type { ChatCard } from "#api/domain/case/case-card.ts";
import type { AdaptiveCard } from "./adaptive-card.ts";
import { approvalReceiptCard } from "./approval-receipt.ts";
import { approvalWantedCard } from "./approval-wanted.ts";
import { assignedCard, informationWantedCard, pointWantedCard, settledCard } from "./asking.ts";
import { datesMovedCard } from "./dates-moved.ts";
import { mailUnaccountedCard } from "./mail-unaccounted.ts";
import { noticeCard } from "./notices.ts";
import { triageWaitingCard } from "./triage-waiting.ts";
import type { TabAddress } from "./tab-links.ts";

/** Turns what Redress has to say into the card that says it. */
export function cardFor(card: ChatCard, tab: TabAddress): AdaptiveCard {
  switch (card.kind) {
    case "approval-wanted":
      return approvalWantedCard(card, tab);
    case "approval-receipt":
      return approvalReceiptCard(card, tab);
    case "assigned":
      return assignedCard(card, tab);
    case "point-wanted":
      return pointWantedCard(card, tab);
    case "information-wanted":
      return informationWantedCard(card, tab);
    case "settled":
      return settledCard(card, tab);
    case "triage-waiting":
      return triageWaitingCard(card, tab);
    case "dates-moved":
      return datesMovedCard(card, tab);
    case "mail-unaccounted":
      return mailUnaccountedCard(card, tab);
    default:
      return noticeCard(card, tab);
  }
}
