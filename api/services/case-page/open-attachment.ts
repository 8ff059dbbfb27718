import type { AttachmentRecord } from "../../domain/case/vocabulary.ts";
import { shownType } from "../../domain/mail/known-file.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { beginReading } from "./begin-reading.ts";
import { eventsSeenBy, filesOf } from "./case-events.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";

const bytesThatTellTheType = 4100;

export type OpenedAttachment = {
  readonly record: AttachmentRecord;
  readonly content: AsyncIterable<Uint8Array>;
  /** What a browser may show it as, by its own first bytes; absent for what is only downloaded. */
  readonly shownType?: string;
};

/** A file that came with the case, for those who may see the case. */
export async function openAttachment(
  ports: Ports,
  person: Person,
  asked: { caseId: string; attachmentId: string },
): Promise<Result<OpenedAttachment, Refusal>> {
  const events = await eventsSeenBy(ports, person, asked.caseId);
  if (!events.ok) return events;
  for (const event of events.value) {
    const kept = filesOf(event, asked.caseId);
    const record = kept?.files.find(({ id }) => id === asked.attachmentId);
    if (kept === undefined || record === undefined) continue;
    const file = await ports.evidence.openAttachment(kept.key, record.id);
    if (file === undefined) continue;
    const { beginning, all } = await beginReading(file, bytesThatTellTheType);
    const type = await shownType(beginning);
    return ok({ record, content: all, ...(type === undefined ? {} : { shownType: type }) });
  }
  return refused({ kind: "not-found", message: "The case has no such file." });
}
