import type { Case } from "../case/case.ts";
import type { Policy } from "../policy/policy.ts";

/** A kind of letter that a policy knows, with what it must contain. */
export type PolicyLetter = Policy["letters"][number];

/** What a letter needs to know besides the case; every date is already in words. */
export type LetterFacts = {
  readonly council: string;
  /** The day that the complaint, or the wish to take it to this stage, reached the council. */
  readonly receivedOn: string;
  /** The day by which the citizen will have the answer to this stage. */
  readonly answerBy: string;
};

/** What one letter is written from and checked against. */
export type LetterInHand = LetterFacts & {
  readonly case: Case;
  readonly policy: Policy;
  readonly letter: PolicyLetter;
  /** What services have said about their points, by the point's number. */
  readonly answers: Readonly<Record<string, string>>;
  /** What a service is called. */
  readonly serviceName: (id: string) => string;
};

/**
 * The letter that answers the present stage: the one for the way the case takes through it, where the
 * policy has such a letter, or else the one of the stage itself.
 */
export function letterOfStage(theCase: Case, policy: Policy): PolicyLetter {
  const { stage } = theCase;
  const route = theCase.stages.find((record) => record.stage === stage)?.route;
  const ofStage = policy.letters.filter((letter) => letter.stage === stage);
  const found =
    ofStage.find((letter) => letter.route !== undefined && letter.route === route) ??
    ofStage.find(({ id }) => id === `stage-${stage}-response`);
  if (found === undefined) throw new Error(`Policy ${policy.id} has no letter for stage ${stage}.`);
  return found;
}

/** What the next step is called in the policy's own words: "stage 2", "the Members’ Panel"; and within what. */
export function nextStep({ mustContain }: PolicyLetter): { ask: string; within?: string } {
  const words = mustContain.find(({ id }) => id === "how-to-escalate")?.words ?? "";
  const [, ask = "the next stage", within] =
    /\bask for ((?:a |the )?[^,]+)(?:, within (.+))?$/.exec(words) ?? [];
  return within === undefined ? { ask } : { ask, within };
}

/** What the policy calls the stage that the letter answers: "stage 1", "level 2"; nothing where it has no name for it. */
export function stageName({ mustContain }: PolicyLetter): string | undefined {
  const words = mustContain.find(({ id }) => id === "stage")?.words ?? "";
  return /this is the (.+) response$/.exec(words)?.[1];
}
