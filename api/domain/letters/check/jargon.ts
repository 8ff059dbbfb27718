import entries from "./jargon.json" with { type: "json" };
import { looks, type Finding } from "./finding.ts";
import type { LetterWords } from "./letter-words.ts";

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
  "UK MP MPS PDF VAT NHS GP TV BBC DVLA HMRC PO AM PM ID UTC BST CCTV DIY NI USB SMS FAQ EU A4 PCN".split(
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
  const withoutReferences = own.replaceAll(
    /\bCMP[- ]?\w{4}[- ]?\w{2}\b|\b\p{Lu}+[\d/-]+\w*\b/gu,
    "",
  );
  // Whole lines of capitals are shouted, not abbreviated.
  const single = withoutReferences.replaceAll(/\b\p{Lu}{2,}(?:\s+\p{Lu}{2,})+\b/gu, "");
  const short = [...new Set(single.match(/\b\p{Lu}{2,6}s?\b/gu) ?? [])];
  return short
    .filter((one) => !known.has(one.toUpperCase()) && !/^[IVX]+$/.test(one))
    .filter((one) => !text.includes(`(${one})`) && !text.includes(`${one} (`))
    .map((where) => ({ where, words: `Not everybody knows what ${where} is. Write it out once.` }));
}
