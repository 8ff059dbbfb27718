import { openPoints } from "../../case/points/rules.ts";
import { asWords } from "../letter-document.ts";
import type { LetterInHand } from "../letter-facts.ts";
import { addressee } from "../letters.ts";
import { headings, opening, partFor, pointHeading, pointText, type SectionName } from "./parts.ts";

/**
 * The letter its author begins from: every part that the policy wants in it, filled from the case as far as
 * the case knows it, with gaps in square brackets for the rest.
 */
export function startingLetter(facts: LetterInHand): string {
  const points = openPoints(facts.case);
  // Each point has its decision and its reason under its own heading.
  const ofPoints = points.length > 1 ? ["decision", "reasons", "conclusions", "answers"] : [];
  const written = facts.letter.mustContain
    .filter(({ id }) => id !== "stage" && id !== "reference" && !ofPoints.includes(id))
    .map(({ id, words }) => partFor(id, words, facts));
  const sections = (Object.keys(headings) as SectionName[]).flatMap((section) => {
    if (section === "opening") return [opening(facts)];
    if (section === "points") {
      return ofPoints.length === 0
        ? []
        : points.map((point) => heading(pointHeading(point)) + pointText(point, facts));
    }
    const texts = written.filter((part) => part.section === section).map(({ text }) => text);
    return texts.length === 0 ? [] : [heading(headings[section]) + texts.join("\n\n")];
  });
  return [
    `Dear ${asWords(addressee(facts.case))}`,
    ...sections,
    `Yours sincerely\n${facts.council}\nYour reference: ${facts.case.id}`,
  ].join("\n\n");
}

/** A heading as a letter's text marks it, with what goes before its first paragraph. */
export function heading(words: string): string {
  return `## ${words}\n\n`;
}
