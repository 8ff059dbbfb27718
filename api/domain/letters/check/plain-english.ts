import { fleschKincaid } from "flesch-kincaid";
import retextEnglish from "retext-english";
import retextPassive from "retext-passive";
import { syllable } from "syllable";
import { unified } from "unified";
import { looks, type Finding } from "./finding.ts";
import type { LetterWords } from "./letter-words.ts";

/** Sentences beyond this are hard to follow, whatever their words. */
const mostWords = 35;
/** Fewer words than this say nothing about how a letter reads. */
const fewestWords = 80;
/** Most adults in England read comfortably at this age. */
const aimedAge = 14;
/** A grade of an American school begins at this age. */
const ageAtGradeNought = 5;

/** Long sentences, the passive voice where it is a habit, and the age at which the letter can be read. */
export function plainEnglishFindings(letter: LetterWords): Finding[] {
  const sentences = letter.sentences.filter(({ hasGap }) => !hasGap).map(({ words }) => words);
  return [...longSentences(sentences), ...passiveHabit(sentences), ...readingAge(sentences)];
}

function longSentences(sentences: readonly string[]): Finding[] {
  const long = sentences.filter((words) => wordsIn(words) > mostWords);
  return looks(
    "long-sentence",
    long.map((where) => ({
      where,
      words: `A sentence of ${wordsIn(where)} words. Make two or three of it.`,
    })),
  );
}

const passiveFinder = unified()
  .use(retextEnglish)
  .use(retextPassive)
  .use(function withoutOutput() {
    this.compiler = () => "";
  })
  .freeze();

// The library knows the irregular verbs; what ends in -ed after "was" is either passive or a feeling.
const regularPassive =
  /\b(is|are|was|were|been|being|be) (not |also |now |already |then |never |\p{L}+ly )?(?!(pleased|satisfied|dissatisfied|disappointed|concerned|worried|tired|interested|committed|entitled|based|located|needed|involved|supposed|allowed|required|used to|indeed)\b)\p{L}{2,}ed\b/iu;

// One passive is often right: nobody need be named. Half a letter of it hides who did what.
function passiveHabit(sentences: readonly string[]): Finding[] {
  const passive = sentences.filter((words) => {
    if (regularPassive.test(words)) return true;
    return passiveFinder.processSync(words).messages.length > 0;
  });
  const [first] = passive;
  if (first === undefined || passive.length < 4 || passive.length < sentences.length / 3) return [];
  return [
    {
      id: "passive",
      standing: "look",
      words: `${passive.length} of ${sentences.length} sentences do not say who did it. Say “we” or “the crew”, as in “we missed” for “was missed”.`,
      where: first,
    },
  ];
}

function readingAge(sentences: readonly string[]): Finding[] {
  const words = sentences.join(" ");
  const count = wordsIn(words);
  if (count < fewestWords) return [];
  const grade = fleschKincaid({
    sentence: sentences.length,
    word: count,
    syllable: syllable(words.replaceAll(/[^\p{L}\s'’-]/gu, " ")),
  });
  const age = Math.max(6, Math.round(grade + ageAtGradeNought));
  return age > aimedAge
    ? [
        {
          id: "reading-age",
          standing: "look",
          words: `It reads like a text for people of ${age}. Aim at ${aimedAge}: shorter sentences, shorter words.`,
        },
      ]
    : [{ id: "reading-age", standing: "met", words: `People of ${age} can read it.` }];
}

function wordsIn(text: string): number {
  return (text.match(/[\p{L}\d][\p{L}\d’'.-]*/gu) ?? []).length;
}
