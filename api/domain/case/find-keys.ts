import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";
import { contactPointsOf, type ContactPoint } from "./contact-points.ts";
import { untilFarDay, type Stretch } from "./list-orders.ts";
import { servicesOf } from "./of-service.ts";
import { filedApart, letInto, viewOf, type ViewKey } from "./view-keys.ts";

const mostWordsOfName = 6;
const longestWord = 80;

/** A word has a row for each of these beginnings of it, so that it is found while it is typed; a shorter one is its own. */
const beginnings = [3, 5, 8];

/** Makes a name of a row of a beginning, so that nobody's name or address stands in what is asked of storage. */
export type Digest = (text: string) => string;

const fewestOfBeginning = Math.min(...beginnings);

const digestLength = 16;

/** What is nobody's name. */
const titles = new Set(["mr", "mrs", "ms", "miss", "mx", "dr", "cllr", "councillor", "sir", "rev"]);

/** Letters that Unicode does not take apart into a letter and its accent. */
const plain: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Words as they are compared: small letters without accents, apostrophes or other marks. */
export function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’`´]/gu, "")
    .replaceAll(/[ßøłæœđðþı]/g, (letter) => plain[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** A reference, an e-mail address, a postcode or a number as it is compared. */
function squeezed(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}@.+]/gu, "");
}

function nameWords(name: string): string[] {
  const all = wordsIn(name);
  const words = all.filter((word) => !titles.has(word));
  return (words.length > 0 ? words : all).slice(0, mostWordsOfName);
}

/** Whether two names may be of one person: the same words in whatever order, titles aside. */
export function isSameName(one: string, other: string): boolean {
  const [these, those] = [one, other].map((name) => nameWords(name).toSorted().join(" "));
  return these !== "" && these === those;
}

// Joan Mary Harker is found by "joan ma", by "mary har" and by "harker joan".
function turns(words: readonly string[]): string[] {
  return words.map((_word, at) => [...words.slice(at), ...words.slice(0, at)].join(" "));
}

const wholeAndLast = (digits: string): string[] => [digits, digits.slice(-6), digits.slice(-4)];

// All references begin alike.
const withoutStart = (reference: string): string => reference.replace(/^cmp/, "");

/** Everything a case can be found by, from the beginning of each: its reference, and who complains. */
export function findWordsOf({ id, complainant }: Case): string[] {
  const words = [
    withoutStart(squeezed(id)),
    ...turns(nameWords(complainant.name)),
    ...nameWords(complainant.name).filter((word) => word.length < fewestOfBeginning),
    ...contactPointsOf(complainant).flatMap(wordsOfPoint),
  ];
  return [...new Set(words.map((word) => word.slice(0, longestWord)))];
}

function wordsOfPoint({ kind, value }: ContactPoint): string[] {
  return kind === "phone" ? wholeAndLast(value) : [squeezed(value)];
}

function beginningsOf(word: string): string[] {
  const long = beginnings.filter((length) => length <= word.length);
  return long.length === 0 ? [word] : long.map((each) => word.slice(0, each));
}

/**
 * The rows by which a case is found, all in one partition, the newest case first. A case that only some
 * may know of is in one of each of theirs, and in none that others read.
 */
export function findKeysOf(theCase: Case, policy: Policy, digest: Digest): ViewKey[] {
  const { id, receivedAt, access } = theCase;
  const partitions = access === undefined ? [viewOf.find] : letInto(theCase).map(viewOf.memberFind);
  const starts = [...new Set(findWordsOf(theCase).flatMap(beginningsOf))];
  const rows = starts.map(
    (start) => `${digest(start).slice(0, digestLength)}_${untilFarDay(receivedAt)}_${id}`,
  );
  return filedApart(
    partitions.flatMap((partition) => rows.map((row) => ({ partition, row }))),
    policy,
  );
}

/** Whom a case concerns, by the ids of services and people: nobody else of a service has to look for it. */
export function concernedIn(theCase: Case): string[] {
  const { requests, remedies, lessons, sponsors } = theCase;
  const ids = [
    ...servicesOf(theCase),
    ...letInto(theCase),
    ...requests.map(({ to }) => to.id),
    ...remedies.map(({ owner }) => owner.person),
    ...lessons.map(({ owner }) => owner.id),
    ...sponsors.map(({ person }) => person),
  ];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** Where the cases stand that may be of this contact, and which word shows that they are. */
export function foundBy(point: ContactPoint, digest: Digest): { stretch: Stretch; word: string } {
  const word = (wordsOfPoint(point)[0] ?? "").slice(0, longestWord);
  return { stretch: stretchOf(word, digest), word };
}

function stretchOf(word: string, digest: Digest): Stretch {
  const start = digest(beginningsOf(word).at(-1) ?? word).slice(0, digestLength);
  // What follows an underscore in the order of characters.
  return { from: `${start}_`, before: `${start}\`` };
}

/** What somebody typed, and where to look for it. */
export type Search = {
  /** Where to look, most telling first: where one finds nothing, the next is tried. */
  readonly stretches: readonly Stretch[];
  /** Whether a case with these words is meant. */
  readonly means: (words: readonly string[]) => boolean;
};

/** Fewer characters than this mean too many cases. */
const fewestTyped = 2;

/** Where to look for what somebody typed so far; nothing while that is too little. */
export function searchFor(written: string, digest: Digest): Search | undefined {
  const typed = written
    .trim()
    .slice(0, longestWord)
    .replace(/^cmp\b[- ]*/i, "");
  const words = wordsIn(typed);
  const together = withoutStart(squeezed(typed)).replace(/^(?:\+|00)440?/, "0");
  if (words.join("").length < fewestTyped) return undefined;
  const longest = words.toSorted((a, b) => tellingOf(b) - tellingOf(a))[0] ?? "";
  const starts = /[\d@]/.test(typed)
    ? [together, longest, words.join(" ")]
    : [words.join(" "), together, longest];
  return {
    stretches: [...new Set(starts)]
      .filter((start) => start.length >= fewestTyped)
      .map((start) => stretchOf(start, digest)),
    means: (known) =>
      known.some((word) => word.startsWith(together)) ||
      words.every((word) => known.some((one) => one.startsWith(word))),
  };
}

// A number names fewer cases than a name of the same length.
function tellingOf(word: string): number {
  return word.length + (/\d/.test(word) ? 5 : 0);
}
