import type { Person } from "../../people/actor.ts";
import type { LetterInHand } from "../letter-facts.ts";
import { contents } from "./contents.ts";
import { standings, type Finding } from "./finding.ts";
import { gapFindings, gapsIn } from "./gaps.ts";
import { partFor } from "../templates/parts.ts";
import { withParts } from "./insert-parts.ts";
import { jargonFindings } from "./jargon.ts";
import { readWords, type LetterWords } from "./letter-words.ts";
import { greetingFindings, staffFindings } from "./names.ts";
import { ombudsmanFindings } from "./ombudsmen.ts";
import { personalDataFindings } from "./personal-data.ts";
import { plainEnglishFindings } from "./plain-english.ts";
import { pointFindings, type PointsDecided } from "./points.ts";
import { referenceFindings } from "./references.ts";
import { promiseWithoutDay } from "./remedies.ts";
import { toneFindings } from "./tone.ts";

/** What the check makes of a letter: what is missing first, then what is worth a look, then what is met. */
export type LetterChecked = {
  readonly findings: readonly Finding[];
  /** How many of the case's points the letter decides. */
  readonly points: PointsDecided;
};

/**
 * Reads a letter against what the policy requires of it and against the manners of a good letter. Only what
 * is missing keeps it from going on: what the policy requires, and what would make it somebody else's letter.
 */
export function checkLetter(
  text: string,
  facts: LetterInHand,
  people: readonly Person[],
): LetterChecked {
  const letter = readWords(text);
  const wanted = facts.letter.mustContain.map(({ id }) => id);
  const { findings: ofPoints, points } = pointFindings(letter, facts, wanted);
  const findings = [
    ...requiredFindings(letter, facts, ofPoints),
    ...ofPoints,
    ...gapFindings(letter.text),
    ...greetingFindings(letter, facts),
    ...referenceFindings(letter, facts),
    ...ombudsmanFindings(letter, facts.policy),
    ...personalDataFindings(letter, facts, people),
    ...staffFindings(letter, facts, people),
    ...toneFindings(letter),
    ...jargonFindings(letter),
    ...plainEnglishFindings(letter),
  ];
  const inOrder = standings.flatMap((standing) =>
    findings.filter((finding) => finding.standing === standing),
  );
  return { findings: withParts(inOrder, text, facts), points };
}

type Required = LetterInHand["letter"]["mustContain"][number];

/** What a subject line or a heading may say as well as a sentence. */
const inTitles: readonly string[] = ["stage", "decision", "final-response"];

/** What has its own findings, which say more. */
const elsewhere: readonly string[] = ["reference"];

function requiredFindings(
  letter: LetterWords,
  facts: LetterInHand,
  ofPoints: readonly Finding[],
): Finding[] {
  return facts.letter.mustContain.flatMap(({ id, words }): Finding[] => {
    if (elsewhere.includes(id)) return [];
    // A point that lacks its decision says so itself.
    if (ofPoints.some((each) => each.standing === "missing" && each.id.startsWith(`${id}-`))) {
      return [];
    }
    const says = contents[id];
    if (says === undefined) {
      return [{ id, standing: "look", words: `See that it says this: ${lowerFirst(words)}.` }];
    }
    const sentences = [...(inTitles.includes(id) ? letter.titles : []), ...letter.sentences];
    const settled = sentences.filter(({ hasGap }) => !hasGap);
    if (says(settled, facts)) return [met(id, words), ...undated(id, letter)];
    // What stands there with a gap in it is missing no longer: the gap is.
    const begun = says(sentences, facts) || gapsOfPart({ id, words }, facts, letter.text);
    return begun ? [] : [{ id, standing: "missing", words: `${words}.` }];
  });
}

function gapsOfPart({ id, words }: Required, facts: LetterInHand, text: string): boolean {
  return gapsIn(partFor(id, words, facts).text).some((gap) => text.includes(gap));
}

function met(id: string, words: string): Finding {
  return { id, standing: "met", words: `${words}.` };
}

// "What, and by when" (Code 7.3): the day is as much a part of it as the remedy.
function undated(id: string, { sentences }: LetterWords): Finding[] {
  if (id !== "remedy" && id !== "actions") return [];
  const where = promiseWithoutDay(sentences);
  if (where === undefined) return [];
  return [{ id: `${id}-by-when`, standing: "missing", words: "Say by when that is done.", where }];
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
