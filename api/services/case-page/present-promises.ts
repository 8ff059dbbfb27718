import type { PromiseLine, Standing } from "../../contract/case-parts.ts";
import type { Lesson, Remedy } from "../../domain/case/remedies/facts.ts";
import { remedyWords } from "../../domain/case/remedies/words.ts";
import type { OpenedCase } from "./opened-case.ts";
import { standingOf } from "./present-standing.ts";

/** What the council said it would do for the person, and how that stands. */
export function remediesOf(opened: OpenedCase): PromiseLine[] {
  if (opened.follows) return [];
  return opened.case.remedies.map((remedy) => {
    const { id, what, due, point } = remedy;
    const about = point === undefined ? "" : `, for point ${point}`;
    const line = { id, kind: `${capital(remedyWords(remedy))}${about}`, what, due };
    return { ...line, owner: ownerWords(remedy), ...remedyStanding(remedy, opened) };
  });
}

function remedyStanding(
  { due, done, undeliverable }: Remedy,
  opened: OpenedCase,
): { standing: Standing; note?: string } {
  if (undeliverable !== undefined) {
    const { reason, alternative } = undeliverable;
    const note = `${reason}\nInstead: ${alternative}`;
    return { standing: { state: "none", words: "cannot be given" }, note };
  }
  const standing = standingOf({ due, done: done && { on: done.on, word: "done" } }, opened);
  return done === undefined ? { standing } : { standing, note: done.evidence };
}

function ownerWords({ owner, acceptedAt, done, undeliverable }: Remedy): string {
  const waits = owner.person !== undefined && (acceptedAt ?? done ?? undeliverable) === undefined;
  return waits ? `${owner.name}, who has not accepted it yet` : owner.name;
}

/** What the council changes so that it does not happen again, and how that stands. */
export function lessonsOf(opened: OpenedCase): PromiseLine[] {
  if (opened.follows) return [];
  return opened.case.lessons.map(({ id, kind, what, owner, due, done }: Lesson) => ({
    ...{ id, kind: capital(kind), what, owner: owner.name, due },
    standing: standingOf({ due, done: done && { on: done.on, word: "done" } }, opened),
    ...(done === undefined ? {} : { note: done.whatChanged }),
  }));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
