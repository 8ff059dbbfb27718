import type { Point } from "../../case/points/facts.ts";
import { openPoints } from "../../case/points/rules.ts";
import { findingName } from "../../case/points/words.ts";
import type { LetterInHand } from "../letter-facts.ts";
import { saysReason } from "./contents.ts";
import { decisionsIn, type Decision } from "./decisions.ts";
import type { Finding } from "./finding.ts";
import type { LetterWords, Section, Sentence } from "./letter-words.ts";

/** A point, and what the letter says about it. */
type PointRead = { readonly point: Point; readonly sentences: readonly Sentence[] };

/** How many of the case's points the letter decides. */
export type PointsDecided = { readonly decided: number; readonly total: number };

/**
 * Whether every point of the case has its decision and its reason in the letter: a point is found under a
 * heading of its own, by its number, or by the words it is called.
 */
export function pointFindings(
  letter: LetterWords,
  facts: LetterInHand,
  wanted: readonly string[],
): { findings: Finding[]; points: PointsDecided } {
  const points = openPoints(facts.case);
  const read = points.map((point) => readPoint(point, points, letter));
  const all = letter.sentences.filter(({ words }) => decidesAll.test(words));
  const decisions = read.map(({ sentences }) =>
    decisionsIn([...sentences, ...all].filter(settled), facts),
  );
  const findings = read.flatMap(({ point, sentences }, index) => {
    const decided = decisions[index] ?? new Set();
    const begun = sentences.some(({ hasGap }) => hasGap);
    if (decided.size === 0) {
      // Where a gap is left in it, the gap itself says so.
      return begun || !wanted.includes("decision") ? [] : [undecided(point, facts)];
    }
    const reasoned = saysReason([...sentences, ...all].filter(settled), facts);
    return [
      ...(reasoned || !wanted.includes("reasons") ? [] : [unreasoned(point)]),
      ...contradiction(point, decided, facts),
    ];
  });
  const decided = decisions.filter(({ size }) => size > 0).length;
  return { findings, points: { decided, total: points.length } };
}

const decidesAll =
  /\b(all|both|each|every)( one)?( of)?( (the|your|these|those|two|three|four|five|\d+))* (points?|parts?|complaints?|matters)\b|\bin full\b/i;

function settled({ hasGap }: Sentence): boolean {
  return !hasGap;
}

function undecided(point: Point, { serviceName }: LetterInHand): Finding {
  const waits =
    point.answer === undefined ? ` ${serviceName(point.service)} has not answered it yet.` : "";
  return {
    id: `decision-${point.id}`,
    standing: "missing",
    words: `Say what was decided on point ${point.id}: ${point.title}.${waits}`,
  };
}

function unreasoned({ id, title }: Point): Finding {
  return {
    id: `reasons-${id}`,
    standing: "missing",
    words: `Say why that was decided on point ${id}: ${title}.`,
  };
}

function contradiction(
  { id, finding }: Point,
  decided: ReadonlySet<Decision>,
  { policy }: LetterInHand,
): Finding[] {
  // Of a part upheld and a part not, either may be what the case has; so may what other words say.
  const inParts = decided.has("upheld") && decided.has("not-upheld");
  if (finding === undefined || inParts || decided.has(finding) || decided.has("somehow")) return [];
  const recorded = findingName(policy, finding).toLowerCase();
  return [
    {
      id: `finding-${id}`,
      standing: "look",
      words: `The case says that point ${id} is ${recorded}, and the letter seems to say otherwise. Change whichever is wrong.`,
    },
  ];
}

function readPoint(point: Point, points: readonly Point[], letter: LetterWords): PointRead {
  // Where there is one point, the whole letter is about it.
  if (points.length === 1) return { point, sentences: [...letter.titles, ...letter.sentences] };
  const sentences = letter.sections.flatMap((section) =>
    section.heading !== undefined && isAbout(section.heading, point)
      ? [section.heading, ...section.paragraphs.flat()]
      : mentioning(section, point, points),
  );
  return { point, sentences };
}

/** The sentences that mention a point, and what follows until another point comes up. */
function mentioning(section: Section, point: Point, points: readonly Point[]): Sentence[] {
  return section.paragraphs.flatMap((paragraph) => {
    let about = false;
    return paragraph.filter((sentence) => {
      if (isAbout(sentence, point)) about = true;
      else if (points.some((other) => isAbout(sentence, other))) about = false;
      return about;
    });
  });
}

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

function isAbout({ words, number }: Sentence, { id, title }: Point): boolean {
  if (number === Number(id) || numbered(id).test(words)) return true;
  const wanted = contentWords(title);
  const said = contentWords(words);
  const shared = wanted.filter((word) => said.some((other) => isSameStem(word, other)));
  return shared.length / wanted.length >= 0.6;
}

/** "Point 2", "2: the call", "your second complaint", "secondly, …". */
function numbered(id: string): RegExp {
  const nth = ordinals[Number(id) - 1] ?? `${id}th`;
  const ways = [
    `\\b(complaint|concern|issue|point) (no |number )?${id}\\b`,
    `^\\(?${id}[.):]\\s`,
    `\\b${nth} (point|complaint|part|concern|issue)\\b`,
    `^${nth}(ly)?,`,
  ];
  return new RegExp(ways.join("|"), "i");
}

const empty = new Set(
  "the and for that was were with from not you your our about this which had has have been are did does they she his her its out into when who one two three times again".split(
    " ",
  ),
);

function contentWords(words: string): string[] {
  const all = words.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return all.filter((word) => !empty.has(word)).map(stem);
}

function stem(word: string): string {
  return word.replace(/(?<=\p{L}{3})(ing|ed|es|s)$/u, "");
}

// "missed" and "missing" are the same, and so are "collection" and "collected".
function isSameStem(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length, 5);
  return length < 4 ? one === other : one.slice(0, length) === other.slice(0, length);
}
