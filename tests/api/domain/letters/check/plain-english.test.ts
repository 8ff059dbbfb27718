import { describe, expect, it } from "vitest";
import { readWords } from "#api/domain/letters/check/letter-words.ts";
import { plainEnglishFindings } from "#api/domain/letters/check/plain-english.ts";

const read = (text: string) => plainEnglishFindings(readWords(text));
const ids = (text: string) => read(text).map(({ id }) => id);
const times = (count: number, sentence: string) => `${sentence} `.repeat(count).trim();

describe("a sentence", () => {
  const of = (words: number) => `We looked at ${times(words - 4, "the")} bin.`;

  it("of more than 35 words should be two or three", () => {
    expect(ids(of(35))).not.toContain("long-sentence-1");
    expect(read(`It was late. ${of(36)}`)).toContainEqual({
      id: "long-sentence-1",
      standing: "look",
      words: "A sentence of 36 words. Make two or three of it.",
      where: of(36),
    });
  });

  it("has as many words as a reader would count", () => {
    const counted = (words: string) => `${words} ${times(32, "and")} — we.`;
    expect(ids(counted("The crew’s"))).not.toContain("long-sentence-1");
    expect(ids(counted("£35.50 at 9.30am"))).toContain("long-sentence-1");
    expect(ids(counted("Mr O'Neil"))).not.toContain("long-sentence-1");
  });

  it("with a gap in it is judged once the gap is filled", () => {
    expect(ids(of(40).replace("bin", "[which bin]"))).toEqual([]);
  });
});

describe("the passive voice", () => {
  const hidden =
    "The bin was missed. It has now been reported. The road was shut. Nothing was done.";

  it("is worth a look where it hides who did what in a third of the sentences", () => {
    expect(read(`We rang. ${hidden} ${times(7, "We rang.")}`)).toEqual([
      {
        id: "passive",
        standing: "look",
        words:
          "4 of 12 sentences do not say who did it. Say “we” or “the crew”, as in “we missed” for “was missed”.",
        where: "The bin was missed.",
      },
    ]);
  });

  it("is often right: some of it is left alone", () => {
    expect(ids(`${hidden} ${times(9, "We rang.")}`)).toEqual([]);
    expect(ids("The bin was missed. It was reported. Nothing was done.")).toEqual([]);
    expect(ids("")).toEqual([]);
  });

  it("is no feeling and no state", () => {
    const feelings = [
      "You were disappointed.",
      "We are committed to it.",
      "You are entitled to it.",
      "We are concerned.",
      "The depot is located in Wexcombe.",
      "The crew were tired.",
      "It was indeed late.",
      "The kerb is red.",
    ];
    expect(ids(feelings.join(" "))).toEqual([]);
  });

  it.each(["not", "also", "never", "quickly"])("is found past a word between: %s", (word) => {
    expect(ids(times(4, `The bin was ${word} collected.`))).toEqual(["passive"]);
  });
});

describe("the age at which a letter can be read", () => {
  const plain = "We came and saw it all.";
  const heavy = "The county engineer inspected several damaged pavements yesterday afternoon.";

  it("is told of letters long enough to tell", () => {
    expect(read(times(14, plain))).toEqual([
      { id: "reading-age", standing: "met", words: "People of 6 can read it." },
    ]);
    expect(ids(times(13, plain))).toEqual([]);
    // 80 words are enough.
    expect(ids(`${times(13, plain)} We came.`)).toEqual(["reading-age"]);
  });

  it("is worth a look above fourteen", () => {
    expect(read(times(9, heavy))).toContainEqual({
      id: "reading-age",
      standing: "look",
      words: "It reads like a text for people of 22. Aim at 14: shorter sentences, shorter words.",
    });
    const thirteen =
      "The engineer looked at the damaged pavement in the afternoon and found that it needed repair.";
    expect(read(times(6, thirteen))).toEqual([
      { id: "reading-age", standing: "met", words: "People of 13 can read it." },
    ]);
  });

  it("is not raised by numbers and signs", () => {
    const priced = times(14, "We came and paid £1,350.75 (in all).");
    expect(read(priced)[0]?.words).toMatch(/^People of ([6-9]|10) can read it/);
  });
});
