import { describe, expect, it } from "vitest";
import { hollowApologies } from "#api/domain/letters/check/apologies.ts";

describe("an apology that takes nothing on itself", () => {
  it.each([
    // What the person felt, not what the council did.
    ["We are sorry that you feel let down.", "sorry that you feel let down"],
    ["I am sorry you felt that nobody listened.", "sorry you felt that nobody listened"],
    ["We are sorry you think so.", "sorry you think so"],
    ["We regret that you were upset by the call.", "regret that you were upset by the call"],
    ["The council regrets that you are dissatisfied.", "regrets that you are dissatisfied"],
    [
      "I was sorry to hear that you are unhappy with the crew.",
      "sorry to hear that you are unhappy with the crew",
    ],
    ["We were sorry to learn you believe this.", "sorry to learn you believe this"],
    [
      "We apologize that you have had cause to complain.",
      "apologize that you have had cause to complain",
    ],
    [
      "We are sorry you have found it necessary to write again.",
      "sorry you have found it necessary to write again",
    ],
    // If anything happened at all.
    ["We apologise if our letter was unclear.", "apologise if our letter was unclear"],
    ["We apologize sincerely if it was late.", "apologize sincerely if it was late"],
    ["The council apologises if this was so.", "apologises if this was so"],
    ["You have our apologies if we missed you.", "apologies if we missed you"],
    ["Please accept my apology if I was short.", "apology if I was short"],
    ["If we have upset you, we are sorry.", "If we have upset you, we are sorry"],
    [
      "If anything in our letter caused offence, we apologise.",
      "If anything in our letter caused offence, we apologise",
    ],
    [
      "Please accept our apologies, on behalf of the whole team, if you were in any way offended by this.",
      "apologies, on behalf of the whole team, if you were in any way offended by this",
    ],
    // Whatever it may have been.
    ["We apologise for any inconvenience.", "apologise for any inconvenience"],
    ["Apologies for any delay. We have moved.", "Apologies for any delay"],
    ["We regret any upset on your side.", "regret any upset on your side"],
    ["The council regrets any offence.", "regrets any offence"],
    [
      "Forgive us any distress that the summons may well have caused you.",
      "any distress that the summons may well have caused you",
    ],
    ["Forgive any confusion it could have led to.", "any confusion it could have led to"],
    // What it only looked like.
    ["We apologise for the perceived rudeness.", "apologise for the perceived rudeness"],
    [
      "We apologize unreservedly for your perception of our officer.",
      "apologize unreservedly for your perception of our officer",
    ],
    // Nobody did it.
    ["Mistakes were made. They happen.", "Mistakes were made"],
  ])("%s", (sentence, hollow) => {
    expect(hollowApologies(sentence)).toEqual([hollow]);
  });

  it("is told once, by its longest words, however often it stands there", () => {
    const one =
      "We are sorry if you were offended, and for any inconvenience this may have caused.";
    const other = "I am sorry you feel this way!";
    expect(hollowApologies(`${one} ${one} ${other} ${one}`)).toEqual([
      "sorry you feel this way",
      "sorry if you were offended, and for any inconvenience this may have caused",
    ]);
  });
});

describe("an apology for what the council did", () => {
  it.each([
    "We are sorry that we missed your road three times.",
    "I apologise for the delay, and for the worry that it caused you.",
    "The council apologises for losing your letter.",
    "We are very sorry that you had to ring four times because of our mistake.",
    "Please accept our apologies for the mistake in your bill.",
    "I regret that I cannot give you a better answer.",
    "We were sorry to hear of your mother’s fall.",
  ])("is left alone: %s", (sentence) => {
    expect(hollowApologies(sentence)).toEqual([]);
  });

  it.each([
    "Tell us if we have caused damage to your wall and we will mend it.",
    "We asked the crew whether mistakes were made.",
    "No mistakes were made in working out your bill.",
    "We found no sign of any confusion about the date.",
    "If anything changes, ring me.",
  ])("is not what another sentence is taken for: %s", (sentence) => {
    expect(hollowApologies(sentence)).toEqual([]);
  });
});
