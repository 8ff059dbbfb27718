import { longDate, type CalendarDate } from "../calendar/london-date.ts";
import type { Case } from "../case/case.ts";
import { readLetter, type Block } from "./letter-document.ts";
import { addressee } from "./letters.ts";

/** A letter as it goes on paper. */
export type PaperLetter = {
  /** What readers and screen readers call the document. */
  readonly title: string;
  /** The council's name and the lines of its address. */
  readonly letterhead: readonly string[];
  /** The person's name and the lines of their address. */
  readonly to: readonly string[];
  readonly date: string;
  readonly reference: string;
  readonly words: readonly Block[];
  /** The size of its print in points: 14, or as large as the person asked for. */
  readonly points: number;
  /** Nobody approved it yet. */
  readonly isDraft: boolean;
};

/** What stands on a letter that nobody approved. */
export const draftMark = "DRAFT: not approved, not to be posted";

/** What the council prints on every letter. */
export type Letterhead = { readonly council: string; readonly councilAddress: readonly string[] };

/** A letter of the case as it goes on paper on this day. */
export function paperLetter(
  theCase: Case,
  letterhead: Letterhead,
  letter: { readonly text: string; readonly today: CalendarDate; readonly isDraft: boolean },
): PaperLetter {
  return {
    title: `Letter about ${theCase.id}${letter.isDraft ? ", draft" : ""}`,
    letterhead: [letterhead.council, ...letterhead.councilAddress],
    to: [addressee(theCase), ...addressLines(theCase.complainant.address)],
    date: longDate(letter.today),
    reference: theCase.id,
    words: readLetter(letter.text),
    points: pointsFor(theCase),
    isDraft: letter.isDraft,
  };
}

/** What somebody must see to before a letter of the case is posted, as sentences. */
export function beforePosting(theCase: Case): string[] {
  const asked = adjustmentsOf(theCase);
  const points = pointsFor(theCase);
  const others = asked
    .map((words) => words.replaceAll(largePrint, "").replaceAll(size, ""))
    .map((words) => words.replace(/^[\s,.;]+|[\s,.;]+$/g, ""))
    .filter((words) => words !== "");
  return [
    ...(theCase.complainant.address === undefined
      ? ["No postal address is known. Ask for it, and write it on the case."]
      : []),
    ...(points > ordinaryPoints ? [`The letter is in ${points} point, as they asked.`] : []),
    ...others.map(
      (words) =>
        `They also asked for: ${words}. The file does not do that: a person must see to it.`,
    ),
  ];
}

const ordinaryPoints = 14;
const largePoints = 18;
/** Beyond this, a line of A4 holds three words: somebody should ask what is really needed. */
const mostPoints = 36;
const largePrint = /large[\s-]*(?:print|type)|larger print/gi;
const size = /(?:at least\s+)?\b(\d{2})[\s-]*(?:points?|pt)\b/gi;

function pointsFor(theCase: Case): number {
  const asked = adjustmentsOf(theCase).flatMap((words) => {
    const sizes = [...words.matchAll(size)].map(([, points]) => Number(points));
    return words.search(largePrint) < 0
      ? sizes
      : [...sizes, ...(sizes.length > 0 ? [] : [largePoints])];
  });
  return Math.min(mostPoints, Math.max(ordinaryPoints, ...asked));
}

function adjustmentsOf({ flags }: Case): string[] {
  return flags.flatMap(({ flag, words }) => (flag === "adjustment" ? [words] : []));
}

/** An address as somebody wrote it, on lines or between commas. */
function addressLines(address = ""): string[] {
  const lines = address.split(/\r?\n/).length > 1 ? address.split(/\r?\n/) : address.split(",");
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
