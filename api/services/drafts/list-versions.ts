import type { DraftVersion, DraftVersions } from "../../contract/drafts.ts";
import { shortMoment } from "../../domain/calendar/london-date.ts";
import type { Case } from "../../domain/case/case.ts";
import type { CaseEvent, EventOf } from "../../domain/case/events.ts";
import { newestWords } from "../../domain/case/response/versions.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, type Result } from "../../domain/result.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { draftsSeenBy } from "./seen-drafts.ts";

/** Every version of a case's letters, newest first, for those who work on it: one query. */
export async function listVersions(
  ports: Ports,
  person: Person,
  caseId: string,
): Promise<Result<DraftVersions, Refusal>> {
  const seen = await draftsSeenBy(ports, person, caseId);
  if (!seen.ok) return seen;
  const { case: theCase, events } = seen.value;
  const saved = versionsIn(events);
  const versions = [...saved, ...beingWritten(theCase)].reverse();
  const lastSeen = lastSeenIn(events, theCase);
  return ok({ versions, ...(lastSeen === undefined ? {} : { lastSeen }) });
}

function versionsIn(events: readonly CaseEvent[]): DraftVersion[] {
  const versions: DraftVersion[] = [];
  for (const event of events) {
    if (event.type === "draft-saved") versions.push(versionOf(event));
    const mark = markOf(event);
    // The same words may have been saved twice: what became of them is told of the later ones.
    const marked = mark && versions.findLast(({ hash }) => hash === mark.hash);
    if (mark !== undefined && marked !== undefined) {
      marked.marks.push(`${mark.words}, ${shortMoment(event.at)}`);
    }
  }
  return versions;
}

function versionOf(event: EventOf<"draft-saved">): DraftVersion {
  const { by, at, stage, draft, text, writer, writtenAt, sequence } = event;
  const saver = by.kind === "system" ? "Redress" : by.name;
  return {
    id: String(sequence),
    title: `Draft ${draft} of stage ${stage}`,
    hash: text,
    by: writer?.name ?? saver,
    at: writtenAt ?? at,
    marks: [],
  };
}

function beingWritten(theCase: Case): DraftVersion[] {
  const { writing } = theCase;
  if (writing === undefined || newestWords(theCase)?.text !== writing.text) return [];
  const { text, by, at } = writing;
  return [{ id: "newest", title: "Being written", hash: text, by: by.name, at, marks: [] }];
}

type Mark = { readonly hash: string; readonly words: string };

function markOf(event: CaseEvent): Mark | undefined {
  switch (event.type) {
    case "response-submitted":
      return { hash: event.text, words: `Submitted to ${event.approverName}` };
    case "response-returned":
      return { hash: event.text, words: `Returned by ${nameOf(event)}` };
    case "response-approved":
      return { hash: event.text, words: `Approved by ${nameOf(event)}` };
    case "response-sent":
      return { hash: event.text, words: "Sent" };
    default:
      return undefined;
  }
}

function lastSeenIn(events: readonly CaseEvent[], { stage }: Case): DraftVersions["lastSeen"] {
  const decided = events.findLast(
    (event) =>
      (event.type === "response-returned" || event.type === "response-approved") &&
      event.stage === stage,
  );
  const mark = decided && markOf(decided);
  if (decided === undefined || mark === undefined) return undefined;
  return { hash: mark.hash, words: `${mark.words}, ${shortMoment(decided.at)}` };
}

function nameOf({ by }: CaseEvent): string {
  return by.kind === "system" ? "Redress" : by.name;
}
