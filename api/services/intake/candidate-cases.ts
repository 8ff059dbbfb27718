import { isReference, referencesIn } from "../../domain/mail/case-reference.ts";
import { answeredIds, type IncomingMail } from "../../domain/mail/incoming-mail.ts";
import type { CandidateCase } from "../../domain/mail/judge-mail.ts";
import { mailKeyOf } from "../digest.ts";
import { findCaseOfMail } from "./own-case.ts";
import type { StoredCase } from "../ports/case-store.ts";
import type { Ports } from "../ports/ports.ts";

/** A thread longer than this is found by its newest ids; more look-ups would find nothing else. */
const mostThreadLookups = 10;
const mostQuotedReferences = 5;
const mostFirstMailLookups = 3;

/** A candidate with the case as it stands. */
export type StoredCandidate = CandidateCase & { readonly stored: StoredCase };

/** The cases that a mail's thread or the references in it point to, with the people who may write to them. */
export async function candidatesFor(ports: Ports, mail: IncomingMail): Promise<StoredCandidate[]> {
  const answered = answeredIds(mail).slice(0, mostThreadLookups);
  const threadIds = [...answered, mail.conversationId];
  const byThread = await Promise.all(threadIds.map((id) => ports.threads.find(id)));
  const led = byThread.filter((id) => id !== undefined);
  const begun = led.length > 0 ? [] : await casesBegunBy(ports, mail.mailbox, answered);
  const quoted = referencesIn(`${mail.subject}\n${mail.text}`).slice(0, mostQuotedReferences);
  const caseIds = new Set([...led, ...quoted].filter(isReference));
  for (const { case: theCase } of begun) caseIds.delete(theCase.id);
  const found = await Promise.all([...caseIds].map((id) => ports.cases.find(id)));
  const candidates = [...begun, ...found.filter((stored) => stored !== undefined)];
  return Promise.all(candidates.map((stored) => candidate(ports, stored)));
}

// The first mail of a case is not noted as a thread: its id makes the reference.
async function casesBegunBy(
  ports: Ports,
  mailbox: string,
  messageIds: readonly string[],
): Promise<StoredCase[]> {
  const keys = messageIds.slice(0, mostFirstMailLookups).map((id) => mailKeyOf(mailbox, id));
  const found = await Promise.all(keys.map((key) => findCaseOfMail(ports, key)));
  return found.flatMap(({ stored }) => stored ?? []);
}

async function candidate(ports: Ports, stored: StoredCase): Promise<StoredCandidate> {
  const { case: theCase } = stored;
  const sponsors = await Promise.all(
    theCase.sponsors.flatMap(({ person }) =>
      person === undefined ? [] : [ports.directory.findPerson(person)],
    ),
  );
  const writers = [theCase.complainant.email, ...sponsors.map((sponsor) => sponsor?.mail)];
  return {
    stored,
    caseId: theCase.id,
    writers: writers.flatMap((address) => (address === undefined ? [] : [address.toLowerCase()])),
  };
}
