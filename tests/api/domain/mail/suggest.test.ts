import { describe, expect, it, test } from "vitest";
import { suggestReason, suggestService, suggestType } from "#api/domain/mail/suggest.ts";
import type { CaseType, Reason } from "#api/domain/case/vocabulary.ts";

describe("what kind of mail somebody wrote", () => {
  test.each<[CaseType, string, string]>([
    ["complaint", "I wish to complain about the tip.", "They wrote “complain”."],
    ["complaint", "This is unacceptable.", "They wrote “unacceptable”."],
    ["complaint", "We are disgusted with the state of the park.", "They wrote “disgusted”."],
    ["complaint", "I am fed up with ringing you.", "They wrote “fed up”."],
    ["complaint", "The lamp is still not mended.", "They wrote “still not”."],
    ["complaint", "I am still waiting for the form.", "They wrote “still waiting”."],
    ["complaint", "It happened again.", "They wrote “again”."],
    ["complaint", "This is the third time I write.", "They wrote “third time”."],
    ["complaint", "I have had no reply.", "They wrote “no reply”."],
    ["complaint", "Nobody rang me back.", "They wrote “Nobody”."],
    ["complaint", "My letters were ignored.", "They wrote “ignored”."],
    ["complaint", "The smell is appalling.", "They wrote “appalling”."],
    ["complaint", "I am disappointed in the council.", "They wrote “disappointed”."],
    ["complaint", "That is not good enough.", "They wrote “not good enough”."],
    ["compliment", "Thank you so much for the ramp.", "They wrote “Thank you so much”."],
    ["compliment", "I wanted to thank the crew.", "They wrote “wanted to thank”."],
    ["compliment", "Please say thank you to Amy.", "They wrote “say thank you”."],
    ["compliment", "She is a credit to the library.", "They wrote “a credit to”."],
    ["compliment", "Well done to everybody.", "They wrote “Well done”."],
    ["compliment", "They did a brilliant job.", "They wrote “brilliant job”."],
  ])("is a %s: %s", (id, text, why) => {
    expect(suggestType(text)).toEqual({ id, why });
  });

  it.each<[string, string]>([
    ["Please could you send a second bin.", "Please could you"],
    ["Can you please send the form?", "Can you please"],
    ["Could you please ring me?", "Could you please"],
    ["I would like to request a parking permit.", "I would like to request"],
    ["How do I pay my council tax?", "How do I"],
    ["Please can you sweep our street.", "Please can you"],
  ])("is a request when it asks and says nothing of being unhappy: %s", (text, words) => {
    expect(suggestType(text)).toEqual({
      id: "service-request",
      why: `They wrote “${words}”. Nothing in it says they are unhappy.`,
    });
  });

  it("is a complaint when it asks for something and is unhappy", () => {
    expect(suggestType("Please can you come? I am still waiting.")).toEqual({
      id: "complaint",
      why: "They wrote “still waiting”.",
    });
  });

  it("is a complaint when thanks and unhappiness weigh the same", () => {
    expect(suggestType("Thank you so much, but it is broken again.").id).toBe("complaint");
    expect(suggestType("Well done, thank you so much, now never again.").id).toBe("compliment");
  });

  it("is a complaint when nothing in it tells", () => {
    expect(suggestType("The lamp outside number 4 is out.")).toEqual({
      id: "complaint",
      why: "When in doubt, it is a complaint.",
    });
  });
});

describe("what somebody is most likely unhappy about", () => {
  test.each<[Reason, string, readonly string[]]>([
    [
      "missed-service",
      "The crew missed us: it was not collected, they never came on Monday, it was a no show.",
      ["missed", "not collected", "never came"],
    ],
    ["missed-service", "The plumber did not turn up.", ["did not turn up"]],
    ["missed-service", "The plumber didn't turn up.", ["didn't turn up"]],
    ["missed-service", "It was a no show.", ["no show"]],
    ["no-reply", "There was no reply.", ["no reply"]],
    ["no-reply", "There was no response.", ["no response"]],
    ["no-reply", "Nobody answers.", ["Nobody"]],
    ["no-reply", "I was ignored.", ["ignored"]],
    ["no-reply", "You have not replied.", ["not replied"]],
    ["no-reply", "They never called back.", ["never called back"]],
    ["no-reply", "I got no answer.", ["no answer"]],
    ["no-reply", "My letter went unanswered.", ["unanswered"]],
    ["delay", "I am still waiting.", ["still waiting"]],
    ["delay", "It is still not done.", ["still not"]],
    ["delay", "I wrote weeks ago.", ["weeks ago"]],
    ["delay", "I wrote months ago.", ["months ago"]],
    ["delay", "It has been so for weeks.", ["for weeks"]],
    ["delay", "It has been so for months.", ["for months"]],
    ["delay", "There are endless delays.", ["delays"]],
    ["delay", "The works are overdue.", ["overdue"]],
    ["delay", "How long must I wait?", ["How long"]],
    ["staff-conduct", "The warden was rude.", ["rude"]],
    ["staff-conduct", "His attitude was odd.", ["attitude"]],
    ["staff-conduct", "She shouted at my son.", ["shouted"]],
    ["staff-conduct", "It was unprofessional.", ["unprofessional"]],
    ["staff-conduct", "He was abusive.", ["abusive"]],
    ["staff-conduct", "She was dismissive.", ["dismissive"]],
    ["staff-conduct", "The clerk hung up.", ["hung up"]],
    ["decision", "My blue badge was refused.", ["refused"]],
    ["decision", "I want a reason for the refusal.", ["refusal"]],
    ["decision", "I was turned down.", ["turned down"]],
    ["decision", "The decision is wrong.", ["decision"]],
    ["decision", "My plan was rejected.", ["rejected"]],
    ["decision", "I want to appeal.", ["appeal"]],
    ["charge", "I was charged twice.", ["charged"]],
    ["charge", "I will not pay the fine.", ["fine"]],
    ["charge", "You overcharged me.", ["overcharged"]],
    ["charge", "I want a refund.", ["refund"]],
    ["charge", "Your invoice is too high.", ["invoice"]],
    ["charge", "I got a penalty charge.", ["penalty charge"]],
    ["charge", "My bills are too high.", ["bills"]],
    ["poor-quality", "The roof was not repaired.", ["not repaired"]],
    ["poor-quality", "It was badly done.", ["badly"]],
    ["poor-quality", "The work is poor.", ["poor"]],
    ["poor-quality", "They damaged the wall.", ["damaged"]],
    ["poor-quality", "The gate is broken.", ["broken"]],
    ["poor-quality", "They left a mess.", ["mess"]],
    ["poor-quality", "The stairs are unsafe.", ["unsafe"]],
    ["poor-quality", "The tap is leaking.", ["leaking"]],
    ["poor-quality", "There is mould in the hall.", ["mould"]],
    ["wrong-information", "You gave me the wrong information.", ["wrong information"]],
    ["wrong-information", "I was told to come on Friday.", ["was told"]],
    ["wrong-information", "Your website misled me.", ["misled"]],
    ["wrong-information", "The dates are incorrect.", ["incorrect"]],
    ["wrong-information", "The desk told me to go home.", ["told me"]],
  ])("is %s: %s", (id, text, words) => {
    const why = `They wrote ${words.map((word) => `“${word}”`).join(", ")}.`;
    expect(suggestReason(text)).toEqual({ id, why });
  });

  it("is what most of their words speak of", () => {
    expect(
      suggestReason(
        "The bin was missed. I was charged twice and the refund never came: what a bill.",
      ),
    ).toEqual({ id: "charge", why: "They wrote “charged”, “refund”, “bill”." });
  });

  it("is left open when no word tells", () => {
    expect(suggestReason("The lamp outside number 4 is out.")).toBeUndefined();
  });
});

describe("the service a mail is most likely about", () => {
  const services = [
    { id: "waste", name: "Waste", directorate: "Environment", words: ["bin", "recycling"] },
    {
      id: "housing",
      name: "Housing",
      directorate: "Homes",
      words: ["repair", "tenancy", "boiler"],
    },
    { id: "parking", name: "Parking", directorate: "Environment", words: ["permit"] },
  ];

  it("is the one most of whose words it holds", () => {
    expect(
      suggestService("The bin store of my tenancy needs a repair since the boiler went.", services),
    ).toEqual({ id: "housing", why: "They wrote “repair”, “tenancy”, “boiler”." });
  });

  it("is the first of two that are equally likely", () => {
    expect(suggestService("A permit for my bin, please.", services)?.id).toBe("waste");
  });

  it("is left open when it holds no word of any", () => {
    expect(suggestService("The library was cold.", services)).toBeUndefined();
  });
});
