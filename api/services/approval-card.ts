import type { CaseCard } from "../domain/case/case-card.ts";
import type { Person } from "../domain/people/actor.ts";
import { ok, refused, type Result } from "../domain/result.ts";
import { approvalReceipt, cardOn } from "./case-cards.ts";
import type { Ports } from "./ports/ports.ts";
import type { Refusal } from "./refusal.ts";
import { findSeen, noSuchCase } from "./seen-case.ts";

/** What an approval card should show now: the question, while it is this person's, or the receipt. */
export async function approvalCard(
  ports: Ports,
  person: Person,
  caseId: string,
): Promise<Result<CaseCard, Refusal>> {
  const stored = await findSeen(ports, person, caseId);
  if (stored === undefined) return refused(noSuchCase);
  const { submission, status } = stored.case;
  if (status === "awaiting-approval" && submission?.approver === person.id) {
    return ok(await cardOn(ports, stored.case, { kind: "approval-wanted", text: submission.text }));
  }
  return ok(await approvalReceipt(ports, stored.case));
}
