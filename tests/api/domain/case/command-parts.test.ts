import { describe, expect, it } from "vitest";
import type { ZodType } from "zod";
import {
  chosen,
  chosenOrNot,
  longText,
  longestText,
  onDay,
  onDayOrNot,
  optionalWords,
  ticked,
  words,
  wordsOrNot,
} from "#api/domain/case/command-parts.ts";

/** What a form's answer becomes, or the words of its refusal. */
function read(part: ZodType, given: unknown): unknown {
  const parsed = part.safeParse(given);
  return parsed.success ? parsed.data : parsed.error.issues[0]?.message;
}

const tooLong = "x".repeat(2001);

describe("what a person fills in", () => {
  it.each<[string, ZodType, unknown, unknown]>([
    ["words, without the spaces around them", words("the reason"), "  Late.  ", "Late."],
    ["words that are missing", words("the reason"), "   ", "Write the reason first."],
    ["too many words", words("the reason"), tooLong, "Shorten the reason to 2000 characters."],
    ["words that may be left out", optionalWords("the reason"), undefined, ""],
    ["words that are there although they need not be", optionalWords("it"), " So. ", "So."],
    [
      "too many of them",
      optionalWords("the note"),
      tooLong,
      "Shorten the note to 2000 characters.",
    ],
    ["an empty field of a situation that did not arise", wordsOrNot("it"), "  ", undefined],
    ["nothing at all for it", wordsOrNot("it"), undefined, undefined],
    ["and words for it", wordsOrNot("it"), "Court.", "Court."],
    ["a letter", longText("the letter"), " Dear Joan ", "Dear Joan"],
    ["a letter without a word", longText("the letter"), " ", "Write the letter first."],
    ["an endless letter", longText("it"), "x".repeat(longestText + 1), "Shorten it."],
    ["a choice", chosen("Choose a service."), "waste", "waste"],
    ["a choice not made", chosen("Choose a service."), "", "Choose a service."],
    ["no choice of any form", chosen("Choose a service."), "x".repeat(201), "Choose a service."],
    ["a choice that may be left", chosenOrNot, "tom", "tom"],
    ["and was", chosenOrNot, "", undefined],
    ["a day", onDay("the day it arrived"), "2026-11-10", "2026-11-10"],
    ["no day", onDay("the day it arrived"), "10/11/2026", "Give the day it arrived as a date."],
    ["a day that is not needed", onDayOrNot("it"), "", undefined],
    ["but given", onDayOrNot("it"), "2026-11-10", "2026-11-10"],
    ["a tick", ticked, true, true],
    ["no tick", ticked, undefined, false],
  ])("is read as it was meant: %s", (...[, part, given, wanted]) => {
    expect(read(part, given)).toEqual(wanted);
  });

  it("may be as long as the longest that is said to fit", () => {
    expect(read(words("it"), "x".repeat(2000))).toHaveLength(2000);
    expect(read(longText("it"), "x".repeat(longestText))).toHaveLength(longestText);
    expect(read(chosen("No."), "x".repeat(200))).toHaveLength(200);
  });
});
