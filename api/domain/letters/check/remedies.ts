import { hollowApologies } from "./apologies.ts";
import type { Sentence } from "./letter-words.ts";
import { aDay, stated } from "./says.ts";

const promises =
  /^(?!.*\b((we|i|you) (do )?(hope|trust)|would like)\b).*(?<!\b(this|that|which|it) (?=will (mean|help|allow|ensure|let|make|give|stop|prevent)\b))\b(will|shall|(is|are) going to|ha(s|ve) agreed to) (?!(be (able|glad|pleased|aware)|not|never|understand|appreciate|see|find|have|remember|know|notice|need|help|consider|look (at|into))\b)/i;

const amends = [
  ...["refunded", "paid", "repaid", "credited", "waived", "cancelled", "withdrawn", "withdrew"],
  ...["written off", "wrote off", "repaired", "fixed", "mended", "replaced", "fitted", "installed"],
  ...["removed", "cleaned", "cleared", "collected", "emptied", "delivered", "restored", "trained"],
  ...["reinstated", "reopened", "corrected", "amended", "updated", "retrained", "apologi[sz]ed"],
].join("|");
/** What may have been part of what happened, unless it is said to be done now. */
const steps =
  "agreed|arranged|asked|booked|changed|done|moved|offered|ordered|put|reminded|reviewed|started|stopped|told";
const somebody = String.raw`\b(we|i|they|it|(the|our|your)( \w+){1,4})`;
const already = "( now| already| since| also| been| then)*";
const done = new RegExp(`${somebody} (has|have)${already} (${amends}|${steps})\\b`, "i");
/** What was done on a day; without one, it may be what the complaint is about. */
const didThen = new RegExp(`${somebody}( was| were)?${already} (${amends})\\b`, "i");
const spared =
  /\byou (will not|do not|no longer)( now)? (have to|need to|owe|be charged|be asked)\b/i;
const apology =
  /\b(we|i) (are|am)( \w+)? sorry\b|\bapologi[sz]es?\b|\b(our|my|council['’]s|an)( \w+)? apolog(y|ies)\b/i;
const noneDue =
  /\b(no|not|nothing)\b[^.]*\b(remedy|put right|(further )?action|steps?|(is|be) (due|owed))\b|\bnothing (more|further|else|for us)\b|\bdo(es)? not (need|call for|require)\b/i;

/** Whether the letter says what is done to put it right, or that nothing is due. */
export function saysRemedy(sentences: readonly Sentence[]): boolean {
  return stated(sentences).some(
    ({ said }) =>
      promises.test(said) ||
      done.test(said) ||
      (didThen.test(said) && aDay.test(said)) ||
      spared.test(said) ||
      noneDue.test(said) ||
      (apology.test(said) && hollowApologies(said).length === 0),
  );
}

/** What the letter promises without any day to hold it to; nothing where one promise has its day. */
export function promiseWithoutDay(sentences: readonly Sentence[]): string | undefined {
  const promised = stated(sentences).filter(({ said, hasGap }) => promises.test(said) && !hasGap);
  const first = promised[0]?.words;
  const dated = stated(sentences).some(({ said }) => aDay.test(said) && promises.test(said));
  return dated ? undefined : first;
}

const outstanding =
  /\bstill (to (be )?(do|done|come|finish|happen)|has to|have to|needs?|outstanding)\b|\boutstanding\b|\bleft (to do|to be done|for us)\b|\bremains? to be\b|\bnothing (else|more|further|is left|remains|is still)\b|\bno (further|other|outstanding|more) (actions?|work|steps?)\b|\b(all|both|everything)\b[^.]*\b(done|finished|complete|completed)\b|\bnext steps?\b/i;

/** Whether the letter says what is still to be done, or that nothing is. */
export function saysOutstanding(sentences: readonly Sentence[]): boolean {
  return stated(sentences).some(
    ({ said }) => outstanding.test(said) || (promises.test(said) && aDay.test(said)),
  );
}
