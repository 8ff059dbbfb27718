import type {
  CompareDrafts,
  DraftChanges,
  DraftPresence,
  DraftVersions,
} from "../../contract/drafts.ts";
import type { Person } from "../../domain/people/actor.ts";
import type { Result } from "../../domain/result.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { compareDrafts } from "./compare-drafts.ts";
import { listVersions } from "./list-versions.ts";
import { notePresence } from "./note-presence.ts";

/** What people who write a letter together ask of it, besides saving it. */
export interface DraftDesk {
  versions(person: Person, caseId: string): Promise<Result<DraftVersions, Refusal>>;
  /** What changed between two versions, or between one and words that are not saved. */
  changes(
    person: Person,
    caseId: string,
    compared: CompareDrafts,
  ): Promise<Result<DraftChanges, Refusal>>;
  /** Says that the person has the draft open, and hears who else has. */
  presence(person: Person, caseId: string): Promise<Result<DraftPresence, Refusal>>;
  /** What the person's unsaved words are sealed with where they are kept in a browser. */
  wordsKey(person: Person): Promise<string>;
}

/** The desk over the product's ports. */
export function createDraftDesk(ports: Ports): DraftDesk {
  return {
    versions: (person, caseId) => listVersions(ports, person, caseId),
    changes: (person, caseId, compared) => compareDrafts(ports, person, { caseId, compared }),
    presence: (person, caseId) => notePresence(ports, person, caseId),
    wordsKey: ({ id }) => ports.wordsKeys.keyOf(id),
  };
}
