import type { Person, PersonId } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import type { StageRule } from "../policy/stage-rule.ts";
import type { Case } from "./case.ts";
import { isOfService } from "./of-service.ts";

/** The policy's rule for the stage a case is at; throws when the policy has no such stage. */
export function stageRuleOf(theCase: Case, policy: Policy): StageRule {
  const found = policy.stages.find(({ stage }) => stage === theCase.stage);
  if (found === undefined) throw new Error(`Policy ${policy.id} has no stage ${theCase.stage}.`);
  return found;
}

/**
 * Why this person may not investigate or decide the present stage, as a clause to follow their name: what
 * they did for an earlier stage, or that they belong to the service complained about, where the policy
 * wants somebody else (LGSCO Code 5.4: an open mind).
 */
export function notIndependent(theCase: Case, person: Person, policy: Policy): string | undefined {
  const { independence } = stageRuleOf(theCase, policy);
  const part = independence.notEarlierDecider ? earlierPart(theCase, person.id) : undefined;
  if (part !== undefined) return part;
  return independence.awayFromService && isOfService(theCase, person)
    ? "belongs to the service complained about"
    : undefined;
}

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
