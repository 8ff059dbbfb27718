import { describe, expect, it } from "vitest";
import { readWords } from "#api/domain/letters/check/letter-words.ts";
import { toneFindings } from "#api/domain/letters/check/tone.ts";
import { good } from "./letters.ts";

const looks = (text: string) => toneFindings(readWords(text));
const looksAt = (sentence: string) =>
  looks(`Dear Joan\n\n${sentence} We have replaced the bin.\n\nYours sincerely`).map(
    ({ where, words }) => [where, words],
  );

const blame = "This sounds like blame. Say what happened, without a verdict on the person.";
const disbelief = "This sounds as if the person were not believed. Say “you told us”.";
const impatience = "This sounds impatient. Leave it out.";
const indifference =
  "This sounds as if the council did not care. Say what it can do, and why not more.";
const staleness = "A phrase that everybody has read too often. Say what you did.";
const shouting = "Capitals read like shouting.";

describe("the tone of a letter", () => {
  it.each([
    [blame, "You should have told us of the van.", "You should have told us of the van"],
    [blame, "In fact you failed to put it out by 7am.", "you failed to put it out by 7am"],
    [blame, "You neglected to sign the form!", "You neglected to sign the form"],
    [blame, "You refused to let the plumber in.", "You refused to let the plumber in"],
    [blame, "You must understand that money is short.", "You must understand that money is short"],
    [blame, "You need to appreciate our position.", "You need to appreciate our position"],
    [blame, "On this you are mistaken.", "you are mistaken"],
    [blame, "You could have simply rung.", "You could have simply rung"],
    [disbelief, "You claim that nobody came.", "You claim that"],
    [disbelief, "You claimed we were late.", "You claimed we"],
    [disbelief, "You claim the driver was rude.", "You claim the driver was"],
    [disbelief, "We looked at your claim that the crew swore.", "your claim that the"],
    [disbelief, "Your claim to have rung is not borne out.", "Your claim to have"],
    [disbelief, "You allege a breach.", "You allege"],
    [disbelief, "Your allegations are serious.", "Your allegations"],
    [impatience, "As I have already told you, it is closed.", "As I have already"],
    [impatience, "As previously explained, it is closed.", "As previously explained"],
    [impatience, "As you are well aware, it is closed.", "As you are well aware"],
    [impatience, "As you will be aware, it is closed.", "As you will be aware"],
    [impatience, "With all due respect, it is closed.", "With all due respect"],
    [impatience, "With respect, it is closed.", "With respect"],
    [impatience, "It is, to be perfectly honest, closed.", "to be perfectly honest"],
    [impatience, "To be clear, it is closed.", "To be clear"],
    [impatience, "Needless to say, it is closed.", "Needless to say"],
    [impatience, "Obviously it is closed.", "Obviously"],
    [indifference, "It is not our fault that it rained.", "It is not our fault"],
    [indifference, "The hedge is not our problem.", "not our problem"],
    [indifference, "There is nothing we can do about it.", "nothing we can do"],
    [indifference, "We are extremely busy in spring.", "We are extremely busy"],
    [staleness, "We take all complaints very seriously.", "We take all complaints very seriously"],
    [staleness, "We take this seriously.", "We take this seriously"],
    [
      staleness,
      "Thank you for bringing it to our attention.",
      "Thank you for bringing it to our attention",
    ],
    [staleness, "Lessons have been learnt.", "Lessons have been learnt"],
    [shouting, "Please DO NOT PARK there.", "DO NOT PARK"],
    [shouting, "We will NOT charge for it.", "NOT"],
  ])("%s: %s", (advice, sentence, where) => {
    expect(looksAt(sentence)).toContainEqual([where, advice]);
  });

  it("does without exclamation marks", () => {
    expect(looksAt("Thank you for writing to us!")).toEqual([
      ["!", "An exclamation mark. A letter from the council does without."],
    ]);
  });

  it("says of a hollow apology what would be a good one", () => {
    expect(looksAt("We are sorry if you were upset.")).toEqual([
      [
        "sorry if you were upset",
        "A hollow apology. Say what went wrong, and that the council is sorry for that.",
      ],
    ]);
  });

  it("is looked at thing by thing, each by a number of its own", () => {
    expect(
      looks("We are sorry if it was late. You failed to ring! You claim that you did."),
    ).toMatchObject([
      { id: "apology-1", standing: "look", where: "sorry if it was late" },
      { id: "tone-1", standing: "look", where: "You failed to ring" },
      { id: "tone-2", standing: "look", where: "You claim that" },
      { id: "tone-3", standing: "look", where: "!" },
    ]);
  });

  it.each([
    ["who is told what they were owed", "You should have been told on 3 May that it was late."],
    ["who had to wait", "You should have heard from us within ten days."],
    ["who paid too much", "You should have never had to pay the fee."],
    ["who claims a benefit", "Your claim for housing benefit reached us on 3 May."],
    ["who claimed a discount", "You claimed the discount that you were due in April."],
    ["with an insurance claim", "We have sent your claim to our insurers."],
    ["whom staff should respect", "We remind staff to treat everyone with respect and care."],
    ["who read an unclear sign", "The sign needs to be clear from the road."],
    ["who asked about a service", "We asked the NHS GP what they knew."],
    ["who quotes a notice", "The notice says “PLEASE DO NOT PARK HERE!”, as you told us."],
    ["who was told so before", "We have already replaced the bin."],
    ["who lives by a trust", "The NHS Trust and the BBC read it too."],
  ])("leaves people in peace %s: %s", (_who, sentence) => {
    expect(looksAt(sentence)).toEqual([]);
  });

  it("is the council’s own: who is greeted and who signs is none of it", () => {
    const text = good
      .replace("Dear Mrs Whitfield", "Dear Mrs Whitfield!")
      .replace("Wexcombe Borough Council", "WEXCOMBE BOROUGH COUNCIL");
    expect(looks(text)).toEqual([]);
  });
});
