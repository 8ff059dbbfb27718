import type { CaseId } from "../../domain/case/vocabulary.ts";
import type { PersonId } from "../../domain/people/actor.ts";

/** Somebody who had a draft open, and the instant they were last heard of there. */
export type Present = { readonly id: PersonId; readonly name: string; readonly at: string };

/** Who has the draft of a case open: hints that are worth nothing a minute later. */
export interface Presence {
  /** Notes that somebody is there, and answers with everybody ever noted there. */
  note(caseId: CaseId, present: Present): Promise<readonly Present[]>;
}
