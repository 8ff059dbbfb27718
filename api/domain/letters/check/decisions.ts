import type { findings } from "../../case/vocabulary.ts";
import type { LetterInHand } from "../letter-facts.ts";
import type { Sentence } from "./letter-words.ts";
import { stated } from "./says.ts";

type Decided = (typeof findings)[number];

const inAnyProcedure: Readonly<Record<Decided, RegExp>> = {
  "not-upheld":
    /\b((do|does|did|have|has|could|can) ?(not|n['’]t)|cannot)( been| fully)? (uphold|upheld|agree|accept|find (any |that there was )?fault)\b|\bnot (been )?(upheld|justified|well-founded|at fault)\b|\b(unjustified|unfounded|no fault)\b|\b(dis)agree with (your|this) (complaint|point)\b/i,
  "partly-upheld":
    /\b(part(ly|ially)|in part|some parts? of)\b[^.]{0,40}\b(uphold|upheld|agree|accept|justified|well-founded)\b|\b(uphold|upheld|agree|accept|justified|well-founded)\b[^.]{0,40}\b(in part|partly|partially|part of)\b/i,
  upheld:
    /\b(uphold|upheld|justified|well-founded)\b|\b(we|i) (have |also |do |fully )*(agree|accept|agreed|accepted) (with you|that|your|this)\b|\b(at|our) fault\b|\bfound fault\b|\b(we|i) (got|had) (this|it|that|things|your \w+) wrong\b|\b(we|i) (was|were) wrong\b/i,
};
const decidedSomehow =
  /\b(our|the) (decision|conclusion|outcome)s? (is|are|was|on|about)\b|\b(we|i) (have |had )?(decided|conclude|concluded)\b/i;

/** What the sentences decide, where they say; "somehow" when they decide without one of the usual words. */
export function decisionIn(
  sentences: readonly Sentence[],
  { policy }: LetterInHand,
): Decided | "somehow" | undefined {
  const words = stated(sentences).map((sentence) => sentence.words);
  const inOrder: readonly Decided[] = ["not-upheld", "partly-upheld", "upheld"];
  const found = inOrder.find((each) => words.some((one) => inAnyProcedure[each].test(one)));
  if (found !== undefined) return found;
  const own = policy.outcomes.map((outcome) => outcome.words.toLowerCase());
  const somehow = words.some(
    (one) => decidedSomehow.test(one) || own.some((outcome) => one.toLowerCase().includes(outcome)),
  );
  return somehow ? "somehow" : undefined;
}

/** Whether the sentences say what was decided. */
export function saysDecision(sentences: readonly Sentence[], facts: LetterInHand): boolean {
  return decisionIn(sentences, facts) !== undefined;
}
