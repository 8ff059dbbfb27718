import entries from "./jargon.json" with { type: "json" };
import { looks, type Finding } from "./finding.ts";
import type { LetterWords } from "./letter-words.ts";
import { isStressed } from "./tone.ts";

type Entry = {
  /** The words as a pattern, with the forms they take. */
  readonly words: string;
  /** The words as they are shown, where the pattern is not them. */
  readonly shown?: string;
  /** What to say instead. */
  readonly say: string;
};

const jargon = (entries as readonly Entry[]).map(({ words, shown = words, say }) => ({
  pattern: new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu"),
  words: `Instead of “${shown}” say ${say.includes(":") || say.includes("what ") || say === "who is meant" ? say : quoted(say)}.`,
}));

function quoted(say: string): string {
  return say
    .split(", or ")
    .map((one) => `“${one}”`)
    .join(" or ");
}

/** Everybody knows these. */
const known = new Set(
  "UK MP PDF VAT NHS GP TV BBC DVLA HMRC PO AM PM ID UTC BST CCTV DIY NI USB SMS FAQ EU PCN OK IT PIN MOT AA RAC RSPCA GPS LED USA PS RE REF".split(
    " ",
  ),
);

/** The office's words where plain ones would do, and abbreviations that nothing explains. */
export function jargonFindings({ own, text }: LetterWords): Finding[] {
  const found = jargon.flatMap(({ pattern, words }) => {
    const where = pattern.exec(own)?.[0];
    return where === undefined ? [] : [{ where, words }];
  });
  return [...looks("jargon", found), ...looks("abbreviation", unexplained(own, text))];
}

function unexplained(own: string, text: string): { where: string; words: string }[] {
  const single = own
    .replaceAll(/\bCMP[- ]?\w{4}[- ]?\w{2}\b/g, "")
    // Number plates.
    .replaceAll(/\b\p{Lu}{2}\d{2}\s?\p{Lu}{3}\b/gu, "")
    // Other references, and postcodes.
    .replaceAll(/\b(?=[\p{Lu}/-]{0,20}\d)[\p{Lu}\d/-]+/gu, "")
    // Whole lines of capitals are shouted, not abbreviated.
    .replaceAll(/\b\p{Lu}{2,}(?:\s+\p{Lu}{2,})+\b/gu, "");
  const short = [...new Set(single.match(/\b\p{Lu}{2,6}s?\b/gu) ?? [])];
  return short
    .filter((one) => {
      const word = one.replace(/s$/, "");
      const explained = new RegExp(`\\(${word}s?\\)|\\b${word}s? \\(`).test(text);
      return !explained && !known.has(word) && !isStressed(word) && !/^[IVX]+$/.test(word);
    })
    .map((where) => ({ where, words: `Not everybody knows what ${where} is. Write it out once.` }));
}
