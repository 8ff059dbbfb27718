import { z } from "zod";

/** What people ask for most often to be dealt with fairly, by id. */
export const adjustmentTitles = {
  "large-print": "Large print",
  language: "Another language",
  phone: "Phone instead of mail",
  bsl: "British Sign Language",
  other: "Something else",
} as const;
export type Adjustment = keyof typeof adjustmentTitles;

export const adjustmentIds = Object.keys(adjustmentTitles) as Adjustment[];

export const Adjustments = z.array(
  z.enum(adjustmentIds, `Choose adjustments from: ${adjustmentIds.join(", ")}.`),
);

/** What was chosen and what was written of it, as everybody on the case reads it. */
export function adjustmentWords(
  chosen: readonly Adjustment[] = [],
  written: string | undefined,
): string | undefined {
  const titles = chosen.filter((id) => id !== "other" || written === undefined);
  const words = [...new Set(titles)].map((id) => adjustmentTitles[id]).join(", ");
  return (
    [words, written].filter((part) => part !== undefined && part !== "").join(". ") || undefined
  );
}
