import type { CaseCard } from "#api/domain/case/case-card.ts";
import type { AdaptiveCard } from "./adaptive-card.ts";
import { caseCard, openCase } from "./case-card.ts";
import type { TabAddress } from "./tab-links.ts";
import { quote } from "./words.ts";

type ApprovalReceipt = Extract<CaseCard, { kind: "approval-receipt" }>;

const decided: Readonly<Record<ApprovalReceipt["decision"], { title: string; by: string }>> = {
  approved: { title: "response approved", by: "Approved by" },
  returned: { title: "response returned to its author", by: "Returned by" },
  "passed-on": { title: "approval passed on", by: "Passed on by" },
  withdrawn: { title: "approval no longer needed", by: "Withdrawn by" },
};

/** What becomes of the question once it is answered: who decided what, and nothing left to press. */
export function approvalReceiptCard(receipt: ApprovalReceipt, tab: TabAddress): AdaptiveCard {
  const { title, by } = decided[receipt.decision];
  return caseCard(receipt, {
    title: `${receipt.caseId}: ${title}`,
    facts: [
      ...(receipt.to === undefined ? [] : [{ title: "With", value: receipt.to }]),
      { title: by, value: [receipt.by, receipt.atWords].filter(Boolean).join(", ") },
    ],
    body: receipt.comment === undefined ? [] : [quote("Comment:", receipt.comment)],
    actions: [openCase(tab, receipt.caseId)],
  });
}
