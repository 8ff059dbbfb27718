import type { CaseRow } from "#api/contract/case-list.ts";
import type { ComplaintLogged } from "#api/contract/log-complaint.ts";
import type { Me } from "#api/contract/me.ts";
import type { AdaptiveCard } from "./adaptive-card.ts";
import { card, openCase } from "./case-card.ts";
import { linkToHome, type TabAddress } from "./tab-links.ts";
import { sentence, subjectLine, verbatim } from "./words.ts";

/** What the bot can do, for whoever asks, says something else or has just met it. */
export function helpCard(
  tab: TabAddress,
  { queues, logs }: Pick<Me, "queues" | "logs">,
): AdaptiveCard {
  const home = queues[0]?.title ?? "Redress";
  return card({
    title: "What I can do for you",
    body: [
      sentence("I tell you when a case becomes yours, when a response is due and when it is late."),
      sentence("If you sign off responses, I bring them to you: approve or return them here."),
      sentence("Send me a reference such as CMP-7K3Q-9D and I find the case."),
      ...(logs
        ? [sentence("A complaint reached you in a chat? Choose Log a complaint in its menu (…).")]
        : []),
    ],
    actions: [{ type: "Action.OpenUrl", title: `Open ${home}`, url: linkToHome(tab) }],
  });
}

/** A case that somebody asked for by its reference, as their list shows it. */
export function foundCaseCard(row: CaseRow, tab: TabAddress): AdaptiveCard {
  return card({
    title: row.caseId,
    body: [
      verbatim(subjectLine(row.subject)),
      {
        type: "FactSet",
        facts: [
          { title: "Stage", value: row.stageWords },
          { title: "Service", value: row.serviceName ?? "Not decided yet" },
          { title: "Deadline", value: row.clock.words },
          { title: "Progress", value: row.progress },
        ].filter(({ value }) => value !== ""),
      },
    ],
    actions: [openCase(tab, row.caseId)],
  });
}

/** What came of logging a complaint: its reference, what happens next, and the way to it. */
export function loggedCard(logged: ComplaintLogged, tab: TabAddress): AdaptiveCard {
  const { caseId, message, mayOpen } = logged;
  return card({
    title: "The complaint is logged",
    body: [
      verbatim(message),
      ...(mayOpen ? [] : [sentence("The complaints team takes it from here.")]),
    ],
    actions: mayOpen ? [openCase(tab, caseId)] : [],
  });
}
