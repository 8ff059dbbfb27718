import type { findings } from "../../case/vocabulary.ts";
import type { Policy } from "../../policy/policy.ts";
import type { LetterInHand } from "../letter-facts.ts";
import type { Sentence } from "./letter-words.ts";
import { stated } from "./says.ts";

type Decided = (typeof findings)[number];
/** What a sentence decides; "somehow" where it decides without one of the usual words. */
export type Decision = Decided | "somehow";

const upholds = "(uphold|upholding|upheld|justified|well[- ]founded|substantiated)";
/** What may stand between "not" and "upheld" without turning it round. */
const between =
  "(,? (been|therefore|however|so|yet|able to|in a position to|going to|to|on this occasion),?)*";
const not = "\\b(not|cannot)";
const notYou = "(?<!\\byou( (do|did|have|could|can|would|may|still|also))? )";

/** "This part of your complaint" is the whole of what it is about. */
const aPart = "(?<!\\b(this|that|each|every|first|second|third|last|other) )part of";

/** "Not upheld" and "partly upheld" have "upheld" in them. */
const inOrder: readonly Decided[] = ["not-upheld", "partly-upheld", "upheld"];
const inAnyProcedure: Readonly<Record<Decided, readonly RegExp[]>> = {
  "not-upheld": [
    new RegExp(`${not}${between} (${upholds}|at fault)\\b`, "i"),
    new RegExp(`${notYou}${not}${between} (agree|accept)\\b`, "i"),
    new RegExp(`\\b(unable|no (reason|reasons|ground|grounds|evidence)) to ${upholds}\\b`, "i"),
    /\b(not|cannot)( able to)? find (any |that there was )?fault\b/i,
    /\bnot (think|believe|consider|find) (that )?(we|anybody|there|the council) (is|was|were|are) (at |any )?fault\b/i,
    /\bnot (our|the council['’]s) fault\b|\b(nobody|no one) (is|was) at fault\b|\bno fault\b/i,
    /\b(unjustified|unfounded|unsubstantiated)\b|\bdisagree with (your|this) (complaint|point)\b/i,
  ],
  "partly-upheld": [
    new RegExp(
      `\\b(part(ly|ially)|in part|some parts? of)\\b[^.]{0,40}\\b(${upholds}|agree|accept)\\b`,
      "i",
    ),
    new RegExp(
      `\\b(${upholds}|agree|accept)\\b[^.]{0,40}\\b(in part|partly|partially|${aPart})\\b`,
      "i",
    ),
    new RegExp(`${not} (fully|entirely|wholly) (${upholds}|agree|accept)\\b`, "i"),
    new RegExp(`\\b${upholds}\\b[^.]{0,60}\\bbut not\\b`, "i"),
    new RegExp(`\\b${upholds} (only )?(one|two|three|four|some|most|several) of\\b`, "i"),
  ],
  upheld: [
    new RegExp(`\\b${upholds}\\b`, "i"),
    /\b(we|i) (have |also |do |fully )*(agree|accept|agreed|accepted) (with (you|your|all|both)|that|your|this|these|all|both|every|the complaint)\b/i,
    /\b(at|our) fault\b|\bfound fault\b|\byou (are|were) right\b/i,
    /\b(we|i) (got|had) (this|it|that|things|your \w+) wrong\b|\b(we|i) (was|were) wrong\b/i,
  ],
};
const decidedSomehow =
  /\b(our|my) (decision|conclusion)s? (is|are|on|about)\b|\bthe (decision|conclusion|outcome) (is|on your complaint)\b|\b(we|i) (have |had )?(decided|conclude|concluded)\b/i;

/** What the sentences decide, one by one. */
export function decisionsIn(
  sentences: readonly Sentence[],
  { policy }: LetterInHand,
): ReadonlySet<Decision> {
  return new Set(
    stated(sentences).flatMap(({ said, isTitle }): Decision[] => {
      const found = inOrder.find((each) => decides(each, said, policy));
      if (found !== undefined) return [found];
      // "Our decision" above a paragraph decides nothing yet.
      return decidedSomehow.test(said) && !isTitle ? ["somehow"] : [];
    }),
  );
}

/** In the words of any procedure, or in those of this one. */
function decides(finding: Decided, said: string, { outcomes }: Policy): boolean {
  return (
    inAnyProcedure[finding].some((one) => one.test(said)) ||
    outcomes.some(
      (own) => own.id === finding && said.toLowerCase().includes(own.words.toLowerCase()),
    )
  );
}

/** Whether the sentences say what was decided. */
export function saysDecision(sentences: readonly Sentence[], facts: LetterInHand): boolean {
  return decisionsIn(sentences, facts).size > 0;
}
