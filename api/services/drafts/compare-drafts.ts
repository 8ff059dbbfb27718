import type { CompareDrafts, DraftChanges } from "../../contract/drafts.ts";
import type { Case } from "../../domain/case/case.ts";
import type { CaseEvent } from "../../domain/case/events.ts";
import type { TextHash } from "../../domain/case/vocabulary.ts";
import { changesBetween, type Changes } from "../../domain/letters/changes.ts";
import { plainText, readLetter } from "../../domain/letters/letter-document.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { draftsSeenBy } from "./seen-drafts.ts";

/** What changed from one text to another: one query, and the two texts. */
export async function compareDrafts(
  ports: Ports,
  person: Person,
  { caseId, compared }: { readonly caseId: string; readonly compared: CompareDrafts },
): Promise<Result<DraftChanges, Refusal>> {
  const seen = await draftsSeenBy(ports, person, caseId);
  if (!seen.ok) return seen;
  const { case: theCase, events } = seen.value;
  const known = lettersIn(theCase, events);
  const texts: string[] = [];
  for (const words of [compared.from, compared.to]) {
    if ("text" in words) texts.push(words.text);
    else if (known.has(words.hash)) texts.push(await ports.texts.get(caseId, words.hash));
    else return refused(noSuchVersion);
  }
  const [before = "", after = ""] = texts;
  const { parts, added, removed } = changesBetween(plain(before), plain(after));
  return ok({ parts: parts.map((part) => ({ ...part })), added, removed, text: after });
}

/**
 * What changed in the letter before its approver since they last returned it, or nothing when they never
 * did: two texts, whatever the length of the history.
 */
export async function changesSinceReturned(
  { texts }: Pick<Ports, "texts">,
  { id, returned, submission }: Case,
): Promise<Changes | undefined> {
  if (returned?.text === undefined || submission === undefined) return undefined;
  const [before, after] = await Promise.all([
    texts.get(id, returned.text),
    texts.get(id, submission.text),
  ]);
  return changesBetween(plain(before), plain(after));
}

// How a letter is laid out is not what changed in it.
function plain(text: string): string {
  return plainText(readLetter(text));
}

// A hash names any text of a case, a note as well: only letters are compared.
function lettersIn({ writing }: Case, events: readonly CaseEvent[]): Set<TextHash> {
  const versions = events.flatMap((event) => (event.type === "draft-saved" ? [event.text] : []));
  return new Set([...versions, ...(writing === undefined ? [] : [writing.text])]);
}

const noSuchVersion: Refusal = {
  kind: "not-found",
  message: "That version is not one of this case. Choose one from the list.",
};
