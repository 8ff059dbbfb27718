import { describe, expect, it } from "vitest";
import { spelledOut } from "#api/domain/letters/check/short-forms.ts";

describe("a short form", () => {
  it.each([
    ["We've refunded it.", "We have refunded it."],
    ["You’re right and they're not.", "You are right and they are not."],
    ["I’m sorry that it wasn’t seen.", "I am sorry that it was not seen."],
    ["We can't, won’t and don't.", "We cannot, will not and do not."],
    ["I'll ring; you’d like that.", "I will ring; you would like that."],
    ["It's late, and that’s been seen.", "It is late, and that has been seen."],
    ["There’s nothing left.", "There is nothing left."],
  ])("is read as what it is short for: %s", (words, long) => {
    expect(spelledOut(words)).toBe(long);
  });

  it("is none in a crew’s van, O'Neil’s bin or the teams’ rounds", () => {
    const words = "The crew’s van, O'Neil’s bin and the teams’ rounds.";
    expect(spelledOut(words)).toBe(words);
  });
});
