/** What an author puts into the gaps of the letter they begin from. */
type Filling = { readonly reason?: string; readonly remedy?: string };

/** The gaps of the letter to begin from, each with words for it that the check of letters is content with. */
export function fillings({
  reason = "the crew missed your road",
  remedy = "We will come on Thursday.",
}: Filling = {}): readonly (readonly [gap: string, words: string])[] {
  return [
    ["[what the person told us]", "your recycling was not collected three times running"],
    [
      "[What happened, and which rules or records you looked at.]",
      "A parked van blocked the road, as our records show.",
    ],
    ["[upheld / partly upheld / not upheld]", "upheld"],
    ["[reason]", reason],
    ["[The remedy: what, who and by when.]", `We are sorry. ${remedy}`],
    ["[What is still to be done, or that nothing is.]", "After that nothing is left to do."],
  ];
}

/** The letter to begin from with nothing left to fill in. */
export function fillLetter(startingLetter: string, filling: Filling = {}): string {
  return fillings(filling).reduce((text, [gap, words]) => text.replace(gap, words), startingLetter);
}
