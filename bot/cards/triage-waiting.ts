import type { TriageCard } from "#api/domain/case/case-card.ts";
import type { AdaptiveCard } from "./adaptive-card.ts";
import { card } from "./case-card.ts";
import { linkToHome, type TabAddress } from "./tab-links.ts";
import { sentence } from "./words.ts";

/** What waits in triage, for the complaints desk, once a day. */
export function triageWaitingCard(waiting: TriageCard, tab: TabAddress): AdaptiveCard {
  return card({
    title: `${messages(waiting)} in triage`,
    body: [
      {
        type: "FactSet",
        facts: [
          { title: "Overdue", value: String(waiting.overdue) },
          { title: "Due soon", value: String(waiting.dueSoon) },
        ],
      },
      sentence("Nobody has them until you say whose they are."),
    ],
    actions: [{ type: "Action.OpenUrl", title: "Open triage", url: linkToHome(tab) }],
  });
}

function messages({ waiting, atLeast }: TriageCard): string {
  const count = `${waiting}${atLeast ? "+" : ""}`;
  return waiting === 1 ? "1 message waits" : `${count} messages wait`;
}
