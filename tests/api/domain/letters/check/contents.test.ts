import { describe, expect, it } from "vitest";
import { contents, saysReason } from "#api/domain/letters/check/contents.ts";
import { policies } from "#api/domain/policy/catalogue.ts";
import { inHand, sentencesOf } from "./checked.ts";

const says = (id: string, words: string): boolean | undefined =>
  contents[id]?.(sentencesOf(words), inHand());

/** What policies want in letters, in sentences that say it. */
const said: readonly (readonly [id: string, ...sentences: string[]])[] = [
  [
    "understanding",
    "You told us that nobody rang you back.",
    "You have also said that the bin was full.",
    "Your complaint is about a missed bin.",
    "This concern about noise was that dogs bark.",
    "Your e-mail yesterday was about the road.",
    "We understand the bin was missed twice.",
    "Our understanding is that nobody rang.",
    "You told us about it.",
    "You had to ring us four times.",
    "I write about a complaint about dogs.",
    "You, rightly unhappy with the crew, rang.",
  ],
  [
    "conclusions",
    "We found that the crew turned back.",
    "My conclusion: the lorry was full.",
    "The findings were these three.",
    "Our one finding: rain.",
    "We uphold your complaint.",
  ],
  ["alternative", "Instead we offer a bigger bin.", "We put a cage in place of the bin."],
  [
    "said-so",
    "We told you in May how to ask for stage 2.",
    "The first letter explained what you could do next.",
    "We let you know how to escalate it.",
  ],
  [
    "final-response",
    "This is our final response.",
    "This completes our complaint process.",
    "This letter completes the council’s complaints procedure.",
    "You have come to the end of our process.",
  ],
  [
    "considered",
    "We looked at the round sheets.",
    "I have spoken to the crew.",
    "The manager interviewed both officers.",
    "Your complaint was investigated in May.",
    "The investigation took two weeks.",
  ],
  [
    "recommendations",
    "The panel recommended an apology.",
    "We recommend two things.",
    "Its recommendation was this.",
    "There are three recommendations.",
  ],
  [
    "resident",
    "We told the resident on 3 May that the bin will come.",
    "We wrote on 3 May to Mrs Whitfield.",
    "The constituent has been told.",
    "Ms Okonjo-Iweala was informed on 3 May.",
    "They were told by phone.",
    "We replied on Monday to Dr. Shah.",
    "WE WROTE TO JOAN WHITFIELD IN MAY.",
    "We have replied to Joan Whitfield.",
    "We spoke on Monday to them both.",
  ],
  [
    "answers",
    "Our answer is below.",
    "These are your questions.",
    "You put one question to us.",
    "You asked when it will be.",
    "In reply to that: yes.",
  ],
  [
    "documents",
    "We enclose the notes.",
    "We attach the notes.",
    "One attachment shows it.",
    "The document is here.",
    "The notes are attached.",
    "An enclosure shows it.",
    "See the attachments.",
    "Both documents are here.",
    "Copies follow.",
  ],
  ["agreed", "We agreed this on the phone.", "This is by agreement.", "You and I agree."],
  ["agreed-how", "We agreed this with you on 3 May.", "We agree to it by phone."],
  [
    "handling",
    "We will ring the crew first.",
    "It will be investigated by somebody else.",
    "The officer is going to visit; we are going to ring.",
  ],
  ["offer", "We would like to discuss it with you.", "May we call you?"],
  [
    "destination",
    "We passed it to Highways.",
    "I have sent your complaint about the kerb on to the county council.",
    "It was handed on to our contractor.",
    "It is now with the housing team.",
  ],
  ["passed-on", "We have shared your e-mail with the county.", "I forwarded it to Highways."],
  [
    "restriction",
    "From now on we will answer once a month.",
    "You may ring on Mondays.",
    "Calls are limited to ten minutes.",
  ],
  [
    "until",
    "This lasts until May.",
    "It is for the next three months.",
    "It is for 28 days.",
    "It is for a year.",
    "It is for 12 weeks.",
  ],
  ["review", "We will review it in May."],
  ["progress", "Since then the crew has been asked.", "So far nobody rang."],
  ["new-date", "You will have it by 3 December."],
  ["next-update", "We will write again on Friday."],
  ["reply-by", "Our answer comes within ten working days."],
  ["period", "It should take until the end of May."],
  ["received-on", "We received it on 3 May 2026.", "It is dated 03/05/2026."],
  [
    "outcomes-sought",
    "You would like a refund.",
    "You asked us to put things right.",
    "The outcome you named is a refund.",
    "We spoke of putting it right.",
  ],
  ["responsible-for", "We are responsible for the kerb.", "The kerb is our responsibility."],
  [
    "handler",
    "The officer is Tom Okafor.",
    "Tom Okafor is dealing with it.",
    "Tom Okafor will deal with it.",
    "Tom Okafor deals with it.",
    "Tom Okafor will look into it.",
    "Tom Okafor looks after it.",
  ],
  [
    "owner",
    "Tom Okafor owns it.",
    "Tom Okafor will answer you.",
    "Tom Okafor looked at it.",
    "Tom Okafor will deal with it.",
    "Tom Okafor will look at it.",
    "Tom Okafor deals with it.",
    "The owner is Tom Okafor.",
  ],
  ["advocacy", "An advocate can help you.", "POhWER gives advocacy."],
];

/** Sentences of good letters that do not say it, though they have one of its words. */
const unsaid: readonly (readonly [id: string, ...sentences: string[]])[] = [
  [
    "understanding",
    "We understand you.",
    "You told us so.",
    "We apologise that you were upset there.",
    "We are sorry that you were upset by the crew.",
    "If you said that nobody rang, ring us.",
    "The bin was missed in May.",
  ],
  ["conclusions", "We looked at the round sheets.", "If you doubt what we found, ask for stage 2."],
  ["alternative", "We will replace the bin."],
  ["said-so", "We told you so. The next lorry was late."],
  [
    "final-response",
    "This is our response.",
    "The crew completes the round at the end of the road.",
  ],
  ["considered", "The bin was emptied."],
  ["recommendations", "The panel met in May."],
  ["resident", "The bin was missed. Mr Hughes rang.", "We rang the crew."],
  ["documents", "We spoke to the crew."],
  ["agreed", "We rang you."],
  ["destination", "We looked at it with care."],
  ["passed-on", "We looked at it."],
  ["until", "We rang for you.", "It was for the week."],
  ["new-date", "You will have it soon."],
  ["received-on", "We received your letter.", "On 3 May it rained."],
  ["handler", "Nobody rang."],
  ["owner", "Nobody rang."],
];

describe("what a policy wants said", () => {
  it.each(said.flatMap(([id, ...all]) => all.map((sentence) => [id, sentence] as const)))(
    "is found, %s: %s",
    (id, sentence) => {
      expect(says(id, sentence)).toBe(true);
    },
  );

  it.each(unsaid.flatMap(([id, ...all]) => all.map((sentence) => [id, sentence] as const)))(
    "is not found, %s: %s",
    (id, sentence) => {
      expect(says(id, sentence)).toBe(false);
    },
  );

  it("of the reports is said once each of them is named", () => {
    const all =
      "We have read the report of the investigating officer and that of the independent person.";
    expect(says("reports", all)).toBe(true);
    for (const part of ["report", "investigating officer", "independent person"]) {
      expect(says("reports", all.replace(part, "letter"))).toBe(false);
    }
  });

  it("is known for everything that any policy wants", () => {
    const wanted = policies.flatMap(({ letters }) =>
      letters.flatMap(({ mustContain }) => mustContain),
    );
    const unknown = wanted.filter(({ id }) => id !== "reference" && !(id in contents));
    expect(unknown).toEqual([]);
  });
});

describe("a reason", () => {
  it.each([
    "Nobody came because the road was shut.",
    "Since the road was shut, nobody came.",
    "It was late due to snow.",
    "As a result nobody came.",
    "The reason is the snow.",
    "That is why nobody came.",
    "It snowed, so we could not come.",
    "Our records show it.",
    "The photographs show it.",
    "This letter shows it.",
    "Our record of it is clear.",
    "We found that it was full.",
    "According to the crew it was full.",
    "We may do so under section 46.",
    "This is as our policy says, as we told you.",
    "We checked the round sheets.",
  ])("is given by: %s", (sentence) => {
    expect(saysReason(sentencesOf(sentence), inHand())).toBe(true);
  });

  it.each([
    "We uphold your complaint.",
    "If you want to know the reasons, ring us.",
    "You can ask the Ombudsman why.",
  ])("is not given by: %s", (sentence) => {
    expect(saysReason(sentencesOf(sentence), inHand())).toBe(false);
  });
});
