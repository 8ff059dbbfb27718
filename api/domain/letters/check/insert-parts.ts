import { openPoints } from "../../case/points/rules.ts";
import type { LetterInHand } from "../letter-facts.ts";
import {
  headings,
  partFor,
  pointHeading,
  pointText,
  type SectionName,
} from "../templates/parts.ts";
import { heading } from "../templates/starting-letter.ts";
import type { Finding } from "./finding.ts";
import { isClosing } from "./letter-words.ts";

/** The findings again, each missing part with the paragraph that would begin it and where it belongs. */
export function withParts(
  findings: readonly Finding[],
  text: string,
  facts: LetterInHand,
): Finding[] {
  return findings.map((finding) => {
    if (finding.standing !== "missing") return finding;
    const found = partOf(finding.id, facts);
    if (found === undefined) return finding;
    const before = lineAfter(found.section, text);
    return {
      ...finding,
      insert: { text: found.text, ...(before === undefined ? {} : { before }) },
    };
  });
}

function partOf(
  id: string,
  facts: LetterInHand,
): { section: SectionName; text: string } | undefined {
  const required = facts.letter.mustContain.find((content) => content.id === id);
  if (required !== undefined) {
    const { section, text } = partFor(id, required.words, facts);
    const title = headings[section];
    return { section, text: title === "" ? text : heading(title) + text };
  }
  const point = openPoints(facts.case).find((each) => id === `decision-${each.id}`);
  return (
    point && { section: "points", text: heading(pointHeading(point)) + pointText(point, facts) }
  );
}

/** The first line of the letter that comes after a section: the next section's heading, or the closing. */
function lineAfter(section: SectionName, text: string): string | undefined {
  const names = Object.keys(headings) as SectionName[];
  const later = names
    .slice(names.indexOf(section) + 1)
    .map((name) => headings[name].toLowerCase())
    .filter((title) => title !== "");
  return text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .find((line) => later.includes(plain(line)) || isClosing(line));
}

function plain(line: string): string {
  return line
    .replaceAll(/^#+\s*|\*\*/g, "")
    .trim()
    .toLowerCase();
}
