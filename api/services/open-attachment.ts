import type { AttachmentRecord } from "../domain/case/vocabulary.ts";
import { maySee } from "../domain/case/may-see.ts";
import { isReference } from "../domain/mail/case-reference.ts";
import type { Person } from "../domain/people/actor.ts";
import { policyOf } from "../domain/policy/catalogue.ts";
import { ok, refused, type Result } from "../domain/result.ts";
import { noSuchCase } from "./open-case.ts";
import type { Ports } from "./ports/ports.ts";
import type { Refusal } from "./refusal.ts";

export type OpenedAttachment = {
  readonly record: AttachmentRecord;
  readonly content: Uint8Array;
};

/** A file that came with a mail of the case, for those who may see the case. */
export async function openAttachment(
  ports: Ports,
  person: Person,
  asked: { caseId: string; attachmentId: string },
): Promise<Result<OpenedAttachment, Refusal>> {
  const found = isReference(asked.caseId)
    ? await ports.cases.findWithHistory(asked.caseId)
    : undefined;
  if (found === undefined) return refused(noSuchCase);
  const policy = policyOf(found.case.policy.id, found.case.policy.version);
  if (!maySee(found.case, person, policy)) return refused(noSuchCase);
  for (const event of found.events) {
    if (event.type !== "case-logged" && event.type !== "correspondence-received") continue;
    const { mail } = event;
    const record = mail?.attachments.find(({ id }) => id === asked.attachmentId);
    if (mail === undefined || record === undefined) continue;
    const content = await ports.evidence.openAttachment(mail.key, record.id);
    if (content !== undefined) return ok({ record, content });
  }
  return refused({ kind: "not-found", message: "The case has no such file." });
}
