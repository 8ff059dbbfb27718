import type { Case } from "../case.ts";
import type { PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import type { CaseEventData } from "../events.ts";
import type { NamedPerson } from "../vocabulary.ts";

/** Whoever comes back after this long began anew: what they had is a version of its own. */
const pauseMinutes = 5;
/** Nobody's version is further back than this, however long they write without a pause. */
const longestMinutes = 20;

type Draft = NonNullable<Case["draft"]>;
type Saving = Pick<PersonContext, "now" | "person">;

/** The words of the present stage's letter as they were saved last, a version or not. */
export function newestWords(theCase: Case): Draft | undefined {
  const { stage, draft, writing } = theCase;
  if (writing?.stage === stage) {
    const { text, at, by } = writing;
    return { stage, draft: numberAfter(theCase), text, savedAt: at, savedBy: by.id };
  }
  return draft?.stage === stage ? draft : undefined;
}

/**
 * The versions that saving these words makes. An author's savings follow one another every few seconds, and
 * a history of all of them would bury what an auditor looks for: they become a version at a pause, before
 * somebody else goes on, and when they are kept on purpose. The first words of each author are one at once.
 */
export function versionsMadeBy(
  before: Case,
  command: CommandOf<"save-draft">,
  saving: Saving,
): CaseEventData[] {
  const { text, keep = false } = command;
  const { stage, draft } = before;
  if (newestWords(before)?.text === text) return keep ? versionOfWords(before, saving.person) : [];
  const kept =
    keep || isToBeKept(before, command, saving) ? versionOfWords(before, saving.person) : [];
  const goesOn = draft?.stage === stage && draft.savedBy === saving.person.id;
  const number = numberAfter(before) + kept.length;
  return goesOn && !keep ? kept : [...kept, { type: "draft-saved", stage, draft: number, text }];
}

/** What was saved since the newest version, as a version of its own. */
export function versionOfWords(theCase: Case, person: Pick<NamedPerson, "id">): CaseEventData[] {
  const { writing } = theCase;
  if (writing === undefined) return [];
  const { stage, text, at, by } = writing;
  const draft = numberAfter(theCase);
  const version = { type: "draft-saved", stage, draft, text, writtenAt: at } as const;
  return [by.id === person.id ? version : { ...version, writer: by }];
}

/** The case once the words are saved: whatever is not a version yet is what is being written. */
export function withWordsSaved(
  after: Case,
  { text, from }: CommandOf<"save-draft">,
  { now, person: { id, name } }: Saving,
): Case {
  if (newestWords(after)?.text === text) return after;
  const writing = { stage: after.stage, text, at: now, by: { id, name } };
  return { ...after, writing: from === undefined ? writing : { ...writing, from } };
}

/** Whether words come from the same ones as the author's own that were saved before them. */
export function isSentAgain(
  { writing }: Case,
  { from }: CommandOf<"save-draft">,
  { id }: Pick<NamedPerson, "id">,
): boolean {
  return writing?.by.id === id && writing.from !== undefined && writing.from === from;
}

function isToBeKept(
  before: Case,
  command: CommandOf<"save-draft">,
  { now, person }: Saving,
): boolean {
  const { draft, writing } = before;
  if (writing === undefined) return false;
  return (
    isSentAgain(before, command, person) ||
    writing.by.id !== person.id ||
    minutesBetween(writing.at, now) >= pauseMinutes ||
    (draft !== undefined && minutesBetween(draft.savedAt, now) >= longestMinutes)
  );
}

function numberAfter({ draft }: Case): number {
  return (draft?.draft ?? 0) + 1;
}

function minutesBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 60_000;
}
