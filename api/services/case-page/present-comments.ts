import type { CommentThread } from "../../contract/drafts.ts";
import type { CaseEvent, EventOf } from "../../domain/case/events.ts";
import { personOf } from "../../domain/case/evolving.ts";
import type { OpenedCase } from "./opened-case.ts";

/** What was said of the present stage's letter, in the order in which it was said. */
export function commentsOf({ case: theCase, events, follows }: OpenedCase): CommentThread[] {
  if (follows) return [];
  return events.flatMap((event) =>
    event.type === "draft-commented" && event.stage === theCase.stage
      ? [threadOf(event, events)]
      : [],
  );
}

function threadOf(event: EventOf<"draft-commented">, events: readonly CaseEvent[]): CommentThread {
  const { comment: id, words, about } = event;
  const thread: CommentThread = { id, ...saying(event), words, answers: [] };
  if (about !== undefined) thread.about = { ...about };
  for (const later of events) {
    if (!("comment" in later) || later.comment !== id) continue;
    if (later.type === "comment-answered") {
      thread.answers.push({ ...saying(later), words: later.words });
    } else if (later.type === "comment-resolved") thread.resolved = saying(later);
  }
  return thread;
}

function saying(event: CaseEvent): { by: string; at: string } {
  return { by: personOf(event).name, at: event.at };
}
