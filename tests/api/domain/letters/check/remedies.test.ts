import { describe, expect, it } from "vitest";
import {
  promiseWithoutDay,
  saysOutstanding,
  saysRemedy,
} from "#api/domain/letters/check/remedies.ts";
import { sentencesOf } from "./checked.ts";

describe("what is done to put it right", () => {
  it.each([
    // Promised.
    "We will repaint your ceiling.",
    "The crew shall come back on Friday.",
    "We are going to mark the bend.",
    "The agency has agreed to send the same carer.",
    "You will receive £50 by 11 December.",
    "The NHS Trust will pay the other half.",
    // Done.
    "We have refunded the fee.",
    "The crew has now emptied your bin.",
    "Your council tax account has since been corrected.",
    "They have also been retrained.",
    "We have told the crew.",
    "I have already apologised to your mother.",
    "It has been written off.",
    "We withdrew the summons on 18 November.",
    "The light was repaired on 3 May.",
    // Not asked for any more.
    "You will not have to pay the costs.",
    "You no longer need to send us the form.",
    // Said sorry for.
    "I am so sorry that we lost your letter.",
    "The council apologises for the delay.",
    "Please accept our sincere apologies for this mistake.",
    "I offer an apology for the call.",
    // Nothing due.
    "There is nothing to be put right.",
    "No further action is needed.",
    "Nothing more is due.",
    "This does not call for a payment.",
  ])("is said by: %s", (sentence) => {
    expect(saysRemedy(sentencesOf(sentence))).toBe(true);
  });

  it.each([
    "We hope this will help.",
    "I trust that you will see our reasons.",
    "We would like to think that it will work.",
    "You will appreciate that money is short.",
    "We will not be able to come back.",
    "We will consider it.",
    "You will find a leaflet with this letter.",
    "You will be pleased to hear that it works.",
    "This will mean shorter queues.",
    "We repaired the tap, and it leaked again.",
    "We told you on 3 May that it was late.",
    "The crew asked you on Monday to move the van.",
    "We are sorry that you feel let down.",
    "If you are not satisfied, we will look at it again at the next stage.",
    "The Ombudsman will tell you what it has decided.",
    "We looked at the records.",
  ])("is not said by: %s", (sentence) => {
    expect(saysRemedy(sentencesOf(sentence))).toBe(false);
  });

  it("may rest on what the Ombudsman tells councils to pay", () => {
    const words = "Following the Ombudsman’s guidance, we will pay you £150 by 11 December.";
    expect(saysRemedy(sentencesOf(words))).toBe(true);
  });
});

describe("a promise", () => {
  it.each([
    "We will collect it on Thursday 3 December 2026.",
    "We will pay you £50. The plumber will come within ten working days.",
    "We will repair it by the end of January.",
    "We will check it over the next three weeks.",
    "From now on the crew will report it.",
    "We have mended the gate. This will help the lorry to pass.",
    "The lamp is mended. You will be glad to hear that it is brighter.",
    "We will [what you will do].",
    "If you are not satisfied, somebody else will answer you.",
  ])("has its day, or is none: %s", (words) => {
    expect(promiseWithoutDay(sentencesOf(words))).toBeUndefined();
  });

  it("without any day is shown by its first words", () => {
    const words =
      "It was late on 3 May. We will mend it soon. We will also paint it. We looked at it today.";
    expect(promiseWithoutDay(sentencesOf(words))).toBe("We will mend it soon.");
  });
});

describe("what is still to be done", () => {
  it.each([
    "The fence is still to be done.",
    "Our contractor still has to finish the roof.",
    "The gate still needs paint.",
    "One visit is outstanding.",
    "There is no further work to come.",
    "There are no other actions.",
    "Only the paint is left to do.",
    "The wall remains to be painted.",
    "Nothing else is due.",
    "Nothing remains for us to do.",
    "All of this is now complete.",
    "Both repairs are finished.",
    "Our next steps are these.",
    "We will paint the gate by the end of May.",
  ])("is said by: %s", (sentence) => {
    expect(saysOutstanding(sentencesOf(sentence))).toBe(true);
  });

  it.each([
    "We will paint the gate.",
    "We painted the gate on 3 May.",
    "You are still waiting.",
    "If anything is outstanding, ring me.",
  ])("is not said by: %s", (sentence) => {
    expect(saysOutstanding(sentencesOf(sentence))).toBe(false);
  });
});
