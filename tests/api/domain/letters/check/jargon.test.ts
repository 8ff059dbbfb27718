import { describe, expect, it } from "vitest";
import { jargonFindings } from "#api/domain/letters/check/jargon.ts";
import entries from "#api/domain/letters/check/jargon.json" with { type: "json" };
import { readWords } from "#api/domain/letters/check/letter-words.ts";

const read = (words: string) =>
  jargonFindings(readWords(`Dear Joan\n\n${words}\n\nYours sincerely\nWBC`));
const looksAt = (words: string) => read(words).map(({ where, words: advice }) => [where, advice]);

describe("the office’s words", () => {
  it.each([
    ["We act as per the contract.", "as per", "Instead of “as per” say “as … says”."],
    [
      "We did it in accordance with it.",
      "in accordance with",
      "Instead of “in accordance with” say “as … says” or “under”.",
    ],
    ["Works commenced in May.", "commenced", "Instead of “commence” say “begin”."],
    ["Utilisation is low.", "Utilisation", "Instead of “utilise” say “use”."],
    [
      "Be advised that it is late.",
      "Be advised that",
      "Instead of “be advised that” say nothing: leave it out.",
    ],
    ["We asked all stakeholders.", "stakeholders", "Instead of “stakeholder” say who is meant."],
    [
      "The review was robust.",
      "robust",
      "Instead of “robust” say what is meant, such as “thorough”.",
    ],
    [
      "You were signposted to it.",
      "signposted",
      "Instead of “signposted” say “tell where to find”.",
    ],
    [
      "We don’t know the customer journey.",
      "customer journey",
      "Instead of “customer journey” say what people go through.",
    ],
    [
      "Please don’t hesitate to ring.",
      "Please don’t hesitate to",
      "Instead of “please do not hesitate to” say “please”.",
    ],
  ])("have plain ones: %s", (sentence, where, advice) => {
    expect(looksAt(sentence)).toEqual([[where, advice]]);
  });

  it.each(entries.map(({ words, say, ...more }) => [more.shown ?? words, say]))(
    "are found as the list shows them, “%s”, with words that are none of them: %s",
    (shown, say) => {
      const found = read(`We said ${shown} this.`);
      expect(found.map(({ where }) => where)).toContain(shown);
      expect(read(`We said ${say.replaceAll("…", "it")} this.`)).toEqual([]);
    },
  );

  it("are told of once each, wherever they stand", () => {
    expect(read("Whilst it rained, whilst it snowed, we endeavoured to come.")).toMatchObject([
      { id: "jargon-1", standing: "look", where: "endeavoured" },
      { id: "jargon-2", standing: "look", where: "Whilst" },
    ]);
  });

  it.each([
    "The signpost at the corner was turned round.",
    "The cooperatives redeemed it.",
    "You told us that “we will endeavour to help”.",
    "We began, used, ended and put it right.",
  ])("are not found in: %s", (sentence) => {
    expect(read(sentence)).toEqual([]);
  });
});

describe("an abbreviation", () => {
  it.each([
    ["The HHSRS is clear.", "HHSRS"],
    ["It is for HMOs.", "HMOs"],
    ["Ask the CEO or the CEO’s office.", "CEO"],
  ])("that nothing explains is worth a look: %s", (sentence, where) => {
    expect(read(sentence)).toEqual([
      {
        id: "abbreviation-1",
        standing: "look",
        words: `Not everybody knows what ${where} is. Write it out once.`,
        where,
      },
    ]);
  });

  it.each([
    ["is explained", "Anti-social behaviour (ASB) is for another team. ASB has its page."],
    ["explains itself", "Ask the ASB (anti-social behaviour) team. ASB has its page."],
    [
      "is explained in the plural",
      "Houses in multiple occupation (HMOs) differ. An HMO has rules.",
    ],
    [
      "is explained in the singular",
      "A house in multiple occupation (HMO) differs. HMOs have rules.",
    ],
    [
      "everybody knows",
      "Your MP wrote to the NHS and the DVLA, and two PCNs came. It is OK with our IT.",
    ],
    ["is part of a reference", "It is about CMP-7K3Q-9D, CMP-ABCD-EF, CMP 7K3Q 9D and CMPABCDEF."],
    [
      "is part of an application",
      "It is about 26/01187/FUL and FUL/26/1, from WX2 4AB in AB12 CDE.",
    ],
    ["is a number", "See part IV and part XII of annex II."],
    ["is shouted", "PLEASE KEEP OUT of there. NO ENTRY. We do NOT charge."],
    ["is somebody else’s", "You asked “what is an HHSRS?”"],
    ["is one letter", "A plan B it is."],
  ])("is left alone that %s: %s", (_how, sentence) => {
    expect(read(sentence)).toEqual([]);
  });
});
