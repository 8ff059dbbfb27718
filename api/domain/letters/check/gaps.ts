import type { Finding } from "./finding.ts";

/** What is left to be filled in stands in square brackets; a link or somebody's [sic] does not. */
const gap = /\[(?!sic\])(?=[^\]\n]*\p{L}{2})[^[\]\n]{2,400}\](?!\()/giu;

/** Every gap that nobody has filled in: no letter goes out with one. */
export function gapFindings(text: string): Finding[] {
  return gapsIn(text).map((where, index) => ({
    id: `gap-${index + 1}`,
    standing: "missing",
    words: `Fill this in: ${where.slice(1, -1)}`,
    where,
  }));
}

/** The gaps in a text, each once, with their brackets. */
export function gapsIn(text: string): string[] {
  return [...new Set([...text.matchAll(gap)].map(([words]) => words))];
}

/** Gaps as single words, so that no sentence ends within one. */
export function sealGaps(text: string): { sealed: string; gaps: string[] } {
  const gaps: string[] = [];
  const sealed = text.replaceAll(gap, (words) => `\uE000${gaps.push(words) - 1}\uE001`);
  return { sealed, gaps };
}

/** The same words with the gaps back in their places. */
export function unseal(sealed: string, gaps: readonly string[]): string {
  return sealed.replaceAll(/\uE000(\d+)\uE001/g, (_all, at: string) => gaps[Number(at)] ?? "");
}
