import { hollowApologies } from "./apologies.ts";
import type { Sentence } from "./letter-words.ts";
import { aDay, stated } from "./says.ts";

const promises =
  /^(?!.*\b(hope|trust|would like)\b).*\b(will|shall|(is|are) going to|ha(s|ve) agreed to) (?!(be able|not|never|understand|appreciate|see|know|notice|need|help|consider|look (at|into))\b)/i;
const done =
  /\b(we|i|(the|our) (\w+ ){1,4}|it|they) (has|have) (now |already |since |also |been )*(refunded|paid|repaid|repaired|fixed|mended|replaced|collected|emptied|cleaned|cleared|changed|corrected|amended|updated|reminded|trained|retrained|arranged|written off|cancelled|apologi[sz]ed|put|removed|reviewed|ordered|booked|waived|delivered|credited|reinstated|restored|reopened|done|credited|agreed)\b/i;
const apology =
  /\b(we|i) (are|am)( very| truly| really)? sorry\b|\bapologi[sz]e\b|\bour apolog(y|ies)\b/i;
const noneDue =
  /\b(no|not|nothing)\b[^.]*\b(remedy|put right|to be put right|(further )?action|steps?|(is|be) (due|owed))\b|\bnothing (more|further|else|for us)\b|\bdo(es)? not (need|call for|require)\b/i;

/** Whether the letter says what is done to put it right, or that nothing is due. */
export function saysRemedy(sentences: readonly Sentence[]): boolean {
  return stated(sentences).some(
    ({ words }) =>
      promises.test(words) ||
      done.test(words) ||
      noneDue.test(words) ||
      (apology.test(words) && hollowApologies(words).length === 0),
  );
}

/** What the letter promises without any day to hold it to; nothing where one promise has its day. */
export function promiseWithoutDay(sentences: readonly Sentence[]): string | undefined {
  const promised = stated(sentences).filter(({ words, hasGap }) => promises.test(words) && !hasGap);
  const first = promised[0]?.words;
  const dated = stated(sentences).some(({ words }) => aDay.test(words) && promises.test(words));
  return dated ? undefined : first;
}

const outstanding =
  /\bstill (to (be )?(do|done|come|finish|happen)|has to|have to|needs?|outstanding)\b|\boutstanding\b|\bleft (to do|to be done|for us)\b|\bremains? to be\b|\bnothing (else|more|further|is left|remains|is still)\b|\bno(thing)? (further|other|outstanding|more) (action|work|steps?)\b|\b(all|everything)\b[^.]*\b(done|finished|complete|completed)\b|\bnext steps?\b/i;

/** Whether the letter says what is still to be done, or that nothing is. */
export function saysOutstanding(sentences: readonly Sentence[]): boolean {
  return stated(sentences).some(
    ({ words }) => outstanding.test(words) || (promises.test(words) && aDay.test(words)),
  );
}
