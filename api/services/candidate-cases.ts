import { isReference, referencesIn } from "../domain/mail/case-reference.ts";
import { answeredIds, type IncomingMail } from "../domain/mail/incoming-mail.ts";
import type { CandidateCase } from "../domain/mail/judge-mail.ts";
import type { StoredCase } from "./ports/case-store.ts";
import type { Ports } from "./ports/ports.ts";

/** A thread longer than this is found by its newest ids; more look-ups would find nothing else. */
const mostThreadLookups = 10;
const mostQuotedReferences = 5;

/** The cases that a mail's thread or the references in it point to, with the people who may write to them. */
export async function candidatesFor(ports: Ports, mail: IncomingMail): Promise<CandidateCase[]> {
  const threadIds = [...answeredIds(mail).slice(0, mostThreadLookups), mail.conversationId];
  const byThread = await Promise.all(threadIds.map((id) => ports.threads.find(id)));
  const quoted = referencesIn(`${mail.subject}\n${mail.text}`).slice(0, mostQuotedReferences);
  const caseIds = new Set([...byThread.filter((id) => id !== undefined), ...quoted]);
  const found = await Promise.all(
    [...caseIds].filter(isReference).map((id) => ports.cases.find(id)),
  );
  const candidates = found.filter((stored) => stored !== undefined);
  return Promise.all(candidates.map((stored) => candidate(ports, stored)));
}

async function candidate(ports: Ports, { case: theCase }: StoredCase): Promise<CandidateCase> {
  const sponsors = await Promise.all(
    theCase.sponsors.flatMap(({ person }) =>
      person === undefined ? [] : [ports.directory.findPerson(person)],
    ),
  );
  const writers = [theCase.complainant.email, ...sponsors.map((sponsor) => sponsor?.mail)];
  return {
    caseId: theCase.id,
    writers: writers.flatMap((address) => (address === undefined ? [] : [address.toLowerCase()])),
  };
}
