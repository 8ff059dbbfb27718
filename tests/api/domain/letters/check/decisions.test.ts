import { describe, expect, it } from "vitest";
import { decisionsIn, saysDecision } from "#api/domain/letters/check/decisions.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { inHand, joans, sentencesOf } from "./checked.ts";

const decided = (words: string, facts = inHand()) => [...decisionsIn(sentencesOf(words), facts)];

describe("what a letter decides", () => {
  it.each([
    ["upheld", "We uphold your complaint."],
    ["upheld", "I have therefore upheld this point."],
    ["upheld", "Your complaint is justified."],
    ["upheld", "Your complaint is well founded."],
    ["upheld", "We fully accept that the bin was missed."],
    ["upheld", "We have also agreed with you on this."],
    ["upheld", "We accept both parts of your complaint."],
    ["upheld", "I agree with your account."],
    ["upheld", "We were at fault."],
    ["upheld", "It was our fault that nobody came."],
    ["upheld", "We found fault in how the call was taken."],
    ["upheld", "You were right to complain."],
    ["upheld", "We got this wrong."],
    ["upheld", "I had your address wrong."],
    ["upheld", "We were wrong to send the summons."],
    ["upheld", "We did not come back, so your complaint is upheld."],
    ["upheld", "We uphold this part of your complaint."],
    ["upheld", "You did not accept the offer, and we uphold the complaint."],
    ["not-upheld", "We do not uphold your complaint."],
    ["not-upheld", "We don’t uphold it."],
    ["not-upheld", "We can't uphold it."],
    ["not-upheld", "We cannot, therefore, uphold it."],
    ["not-upheld", "I am unable to uphold your complaint."],
    ["not-upheld", "We have not been able to uphold it."],
    ["not-upheld", "There are no grounds to uphold it."],
    ["not-upheld", "Your complaint is not justified."],
    ["not-upheld", "Your complaint has not been upheld."],
    ["not-upheld", "We decided not to uphold it."],
    ["not-upheld", "The complaint is unjustified."],
    ["not-upheld", "The point was unfounded."],
    ["not-upheld", "We did not find any fault."],
    ["not-upheld", "We could not find that there was fault."],
    ["not-upheld", "We found no fault in how it was decided."],
    ["not-upheld", "We were not at fault."],
    ["not-upheld", "We do not think that the council was at fault."],
    ["not-upheld", "Nobody was at fault."],
    ["not-upheld", "It was not our fault that the road was shut."],
    ["not-upheld", "We do not agree that the officer was rude."],
    ["not-upheld", "We told you then that we cannot accept this."],
    ["not-upheld", "We disagree with your complaint about the fee."],
    ["partly-upheld", "We partly uphold your complaint."],
    ["partly-upheld", "Your complaint is partially justified."],
    ["partly-upheld", "We uphold the complaint in part."],
    ["partly-upheld", "Some parts of your complaint are upheld."],
    ["partly-upheld", "Some part of it is, we agree, well-founded."],
    ["partly-upheld", "We accept a part of what you say."],
    ["partly-upheld", "We cannot fully uphold your complaint."],
    ["partly-upheld", "We uphold what you say of the delay but not of the call."],
    ["partly-upheld", "We have upheld two of your three points."],
    ["somehow", "Our decision is to refund the fee."],
    ["somehow", "My conclusions are these."],
    ["somehow", "The outcome is a refund."],
    ["somehow", "We have decided to look into the fee again."],
    ["somehow", "I conclude that nobody rang."],
  ])("is %s: %s", (finding, sentence) => {
    expect(decided(sentence)).toEqual([finding]);
  });

  it.each([
    "You do not agree with the bill.",
    "You told us that you could not accept the charge.",
    "If you do not agree, ask us to uphold your complaint at stage 2.",
    "You can ask the Ombudsman whether we were at fault.",
    "The decision on your planning application was made in May.",
    "We agreed a date with the plumber.",
    "We looked at the records and rang the crew.",
  ])("is not said by: %s", (sentence) => {
    expect(decided(sentence)).toEqual([]);
    expect(saysDecision(sentencesOf(sentence), inHand())).toBe(false);
  });

  it("may be one thing of one part and another of the next", () => {
    const words = "We do not uphold the first part. We uphold the second. Our decision is final.";
    expect(decided(words)).toEqual(["not-upheld", "upheld", "somehow"]);
    expect(saysDecision(sentencesOf(words), inHand())).toBe(true);
  });

  it("may stand in the words of the procedure alone", () => {
    const policy = policyOf("leicester-2016");
    const outcomes = policy.outcomes.map((outcome) =>
      outcome.id === "upheld" ? { ...outcome, words: "Proven" } : outcome,
    );
    const proven = "What you told us of the call is proven.";
    expect(decided(proven, inHand(joans, { ...policy, outcomes }))).toEqual(["upheld"]);
    expect(decided(proven, inHand(joans, policy))).toEqual([]);
    // What a case may end with besides is no decision on what went wrong.
    expect(decided("We have withdrawn the summons.", inHand(joans, policy))).toEqual([]);
  });
});
