import type { PersonId } from "../people/actor.ts";
import type { Case } from "./case.ts";

/** What this person did for the answer of an earlier stage, which keeps them out of every later one. */
export function earlierPart(theCase: Case, person: PersonId): string | undefined {
  const earlier = theCase.stages.filter(({ stage }) => stage < theCase.stage);
  const decided = earlier.find(({ decidedBy }) => decidedBy === person);
  if (decided !== undefined) return `approved the stage ${decided.stage} answer`;
  const wrote = earlier.find(({ writers }) => writers.includes(person));
  return wrote && `wrote on the stage ${wrote.stage} answer`;
}

/** Whether this person wrote on the letter of the present stage, however little: others approve it. */
export function wroteOnLetter(theCase: Case, person: PersonId): boolean {
  return theCase.stages.some(
    ({ stage, writers }) => stage === theCase.stage && writers.includes(person),
  );
}
