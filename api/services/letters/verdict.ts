import type { LetterVerdict } from "../../domain/case/response/facts.ts";
import type { LetterChecked } from "../../domain/letters/check/check-letter.ts";

/** What the check of a letter comes to, for whoever decides whether it goes. */
export function verdictOf({ findings, points }: LetterChecked): LetterVerdict {
  const counted = (standing: string): number =>
    findings.filter((finding) => finding.standing === standing).length;
  return {
    missing: missingIn(findings),
    met: counted("met"),
    looks: counted("look"),
    decided: points.decided,
    points: points.total,
  };
}

/** What is required and not there, as sentences. */
export function missingIn(findings: LetterChecked["findings"]): string[] {
  return findings.filter(({ standing }) => standing === "missing").map(({ words }) => words);
}
