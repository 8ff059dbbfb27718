import type { Case } from "./case.ts";

/**
 * Whether people are told of this case's dates one by one. What nobody has classified yet is told to
 * the complaints desk together, once a day.
 */
export function isNudged(theCase: Case): boolean {
  return theCase.status !== "closed" && theCase.status !== "triage";
}
