import { maySee } from "../domain/case/may-see.ts";
import { policyNow } from "../domain/case/policy-now.ts";
import { isReference } from "../domain/mail/case-reference.ts";
import type { Person } from "../domain/people/actor.ts";
import type { StoredCase } from "./ports/case-store.ts";
import type { Ports } from "./ports/ports.ts";
import type { Refusal } from "./refusal.ts";

/** A case that does not exist and one that is not yours look the same from outside. */
export const noSuchCase: Refusal = {
  kind: "not-found",
  message: "There is no such case, or your role does not open it. Check the reference.",
};

/** The case of a reference as somebody gave it, if there is one and this person may see it. */
export async function findSeen(
  ports: Ports,
  person: Person,
  caseId: string,
): Promise<StoredCase | undefined> {
  const stored = isReference(caseId) ? await ports.cases.find(caseId) : undefined;
  if (stored === undefined) return undefined;
  return maySee(stored.case, person, policyNow(stored.case)) ? stored : undefined;
}
