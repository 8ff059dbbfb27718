import type { CaseCard } from "../domain/case/case-card.ts";
import { maySee } from "../domain/case/may-see.ts";
import { isReference } from "../domain/mail/case-reference.ts";
import type { Person } from "../domain/people/actor.ts";
import { policyOf } from "../domain/policy/catalogue.ts";
import { ok, refused, type Result } from "../domain/result.ts";
import { approvalReceipt, cardOn } from "./case-cards.ts";
import { noSuchCase } from "./open-case.ts";
import type { Ports } from "./ports/ports.ts";
import type { Refusal } from "./refusal.ts";

/** What an approval card should show now: the question, while it is this person's, or the receipt. */
export async function approvalCard(
  ports: Ports,
  person: Person,
  caseId: string,
): Promise<Result<CaseCard, Refusal>> {
  const stored = isReference(caseId) ? await ports.cases.find(caseId) : undefined;
  if (stored === undefined) return refused(noSuchCase);
  const policy = policyOf(stored.case.policy.id, stored.case.policy.version);
  if (!maySee(stored.case, person, policy)) return refused(noSuchCase);
  const { submission, status } = stored.case;
  if (status === "awaiting-approval" && submission?.approver === person.id) {
    return ok(await cardOn(ports, stored.case, { kind: "approval-wanted", text: submission.text }));
  }
  return ok(await approvalReceipt(ports, stored.case));
}
