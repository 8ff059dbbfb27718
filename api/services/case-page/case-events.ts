import type { CaseEvent } from "../../domain/case/events.ts";
import { maySee } from "../../domain/case/may-see.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import type {
  AttachmentRecord,
  CaseId,
  MailKey,
  MailRecord,
} from "../../domain/case/vocabulary.ts";
import { isReference } from "../../domain/mail/case-reference.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { noSuchCase } from "../seen-case.ts";

/** The history of a case for those who may see it, to find what came with it. */
export async function eventsSeenBy(
  ports: Ports,
  person: Person,
  caseId: string,
): Promise<Result<readonly CaseEvent[], Refusal>> {
  const found = isReference(caseId) ? await ports.cases.findWithHistory(caseId) : undefined;
  if (found === undefined) return refused(noSuchCase);
  const policy = policyNow(found.case);
  return maySee(found.case, person, policy) ? ok(found.events) : refused(noSuchCase);
}

/** The files an event brought, and what they are kept under: their mail, or the case without one. */
export function filesOf(
  event: CaseEvent,
  caseId: CaseId,
): { readonly key: MailKey; readonly files: readonly AttachmentRecord[] } | undefined {
  const mail = mailOf(event);
  if (mail !== undefined) return { key: mail.key, files: mail.attachments };
  if (event.type === "files-enclosed") return { key: caseId, files: event.files };
  return event.type === "case-logged"
    ? { key: event.caseId, files: event.attachments ?? [] }
    : undefined;
}

/** The mail an event brought, if it brought one. */
export function mailOf(event: CaseEvent): MailRecord | undefined {
  switch (event.type) {
    case "case-logged":
    case "correspondence-received":
    case "letter-undelivered":
      return event.mail;
    default:
      return undefined;
  }
}
