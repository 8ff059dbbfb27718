import type { Case } from "../../domain/case/case.ts";
import type { CaseEvent } from "../../domain/case/events.ts";
import { maySee } from "../../domain/case/may-see.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { isReference } from "../../domain/mail/case-reference.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { onlyFollows } from "../case-page/opened-case.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { noSuchCase } from "../seen-case.ts";

type SeenDrafts = { readonly case: Case; readonly events: readonly CaseEvent[] };

/** A case with its history, for those who may read its letters before they are sent. */
export async function draftsSeenBy(
  ports: Ports,
  person: Person,
  caseId: string,
): Promise<Result<SeenDrafts, Refusal>> {
  const found = isReference(caseId) ? await ports.cases.findWithHistory(caseId) : undefined;
  return found !== undefined && mayReadDrafts(found.case, person)
    ? ok({ case: found.case, events: found.events })
    : refused(noSuchCase);
}

/** Whether a person may read a case's letters before they are sent: whoever only follows it may not. */
export function mayReadDrafts(theCase: Case, person: Person): boolean {
  return maySee(theCase, person, policyNow(theCase)) && !onlyFollows(person);
}
