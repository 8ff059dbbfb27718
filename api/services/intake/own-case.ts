import type { CaseId } from "../../domain/case/vocabulary.ts";
import { referenceAttempts, referenceFor } from "../../domain/mail/case-reference.ts";
import type { StoredCase } from "../ports/case-store.ts";
import type { Ports } from "../ports/ports.ts";

/** The case that something makes: the reference it gets, and what is stored under it so far. */
export type OwnCase = { readonly caseId: CaseId; readonly stored: StoredCase | undefined };

/**
 * Finds the case of a key (64 hex digits). A reference that already belongs to something else is passed
 * over, the same way at every attempt.
 */
export async function findOwnCase(
  ports: Ports,
  key: string,
  isOwn: (stored: StoredCase) => boolean | Promise<boolean>,
): Promise<OwnCase> {
  for (let attempt = 0; attempt < referenceAttempts; attempt += 1) {
    const caseId = referenceFor(key, attempt);
    const stored = await ports.cases.find(caseId);
    if (stored === undefined || (await isOwn(stored))) return { caseId, stored };
  }
  throw new Error(`Every reference of ${key} is taken.`);
}

/** The case that a mail makes, by the mail's key. */
export function findCaseOfMail(ports: Ports, key: string): Promise<OwnCase> {
  return findOwnCase(ports, key, ({ case: { origin } }) => origin === key);
}
