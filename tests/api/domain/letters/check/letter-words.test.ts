import { describe, expect, it } from "vitest";
import { readWords, withoutQuotations } from "#api/domain/letters/check/letter-words.ts";

/** Each section as its heading and its sentences. */
const sections = (text: string) =>
  readWords(text).sections.map(({ heading, paragraphs }) => [
    heading?.words ?? "",
    ...paragraphs.flat().map(({ words }) => words),
  ]);
const sentences = (text: string) => readWords(text).sentences.map(({ words }) => words);

describe("a letter’s parts", () => {
  it.each([
    ["alone", "Dear Joan\n\nIt was late.\n\nYours sincerely\nTom", "Dear Joan"],
    ["right above the words", "Hello Joan,\nIt was late.\nKind regards\nTom", "Hello Joan,"],
    [
      "below addresses, the day, the reference and a subject",
      "Hall of Good Morning\n\nJoan Whitfield\n4 Larkspur Close\n\n24 November\n\nOur ref: 4\n\nMissed bins\n\nGood morning Joan\n\nIt was late.\n\nMany thanks,\n\nTom",
      "Good morning Joan",
    ],
  ])("are its greeting and what is said up to the closing: %s", (_where, text, greeting) => {
    const letter = readWords(text);
    expect(letter.greeting).toBe(greeting);
    expect(letter.own).toBe("It was late.");
    expect(letter.sentences).toMatchObject([{ words: "It was late.", hasGap: false }]);
  });

  it("are all that stands above the closing in one block", () => {
    const { own } = readWords("Dear Joan\nIt was late.\nIt rained.\nKind regards\nTom");
    expect(own).toBe("It was late.\nIt rained.");
  });

  it("need neither greeting nor closing", () => {
    const letter = readWords("It was late. Nobody rang. A good morning to you.");
    expect(letter.greeting).toBeUndefined();
    expect(letter.sentences).toHaveLength(3);
    expect(letter.titles).toEqual([]);
  });

  it("do not begin with somebody greeted far down", () => {
    const words = Array.from({ length: 9 }, (_, n) => `It was late on day ${n}.`).join("\n\n");
    expect(readWords(`${words}\n\nDear diary.`).greeting).toBeUndefined();
  });

  it.each([
    "Yours sincerely",
    "Yours faithfully,",
    "Kind regards",
    "With kindest regards",
    "Warm regards, Tom",
    "Best wishes",
    "Regards,",
    "Signed:",
  ])("end with how it closes: %s", (closing) => {
    expect(sentences(`Dear Joan\n\nIt was late.\n\n${closing}\n\nTom rang.`)).toEqual([
      "It was late.",
    ]);
  });

  it.each([
    "Regards the bin, it was late.",
    "Signed copies are with this letter.",
    "Many thanks for your letter.",
    "He signed: yours sincerely.",
  ])("go on after what only sounds like a closing: %s", (words) => {
    expect(sentences(`Dear Joan\n\n${words}\n\nTom rang.`)).toEqual([words, "Tom rang."]);
  });
});

describe("a heading", () => {
  it.each([
    ["marked as one", "## Our decision, and why\n\nIt was late."],
    ["typed on a line of its own", "Our decision and why\n\nIt was late."],
    ["typed right above the words", "Our decision and why\nIt was late."],
  ])("stands above its sentences: %s", (_how, text) => {
    const [first, second] = sections(`Nobody rang.\n\n${text}`);
    expect(first).toEqual(["", "Nobody rang."]);
    expect(second?.slice(1)).toEqual(["It was late."]);
    expect(second?.[0]).toMatch(/^Our decision,? and why$/);
  });

  it.each([
    ["a sentence without its full stop", "We uphold your complaint"],
    ["a decision without its full stop", "Your complaint is upheld"],
    ["a gap", "[The remedy]"],
    ["what goes on below it", "What we will do:"],
    ["what goes on after a comma", "In May, when nobody came"],
    ["an item of a list", "- Missed collections"],
    [
      "a line that a mail program broke",
      "On those three days the lorry\nturned back at Larkspur Close.",
    ],
    [
      "a long line before a name",
      "On those three days in October the lorry of the team at\nWexcombe turned back.",
    ],
    [
      "too long",
      "On those three days in October the lorry of the new team from the depot turned back",
    ],
  ])("is not what only looks like one: %s", (_what, text) => {
    expect(sections(`Nobody rang.\n\n${text}`)).toHaveLength(1);
  });

  it("still to be filled in says so", () => {
    const { titles } = readWords("Stage [number]\nMissed bins\n\nDear Joan\n\n## Point 1");
    expect(titles).toMatchObject([
      { words: "Stage [number]", hasGap: true, isTitle: true },
      { words: "Missed bins", hasGap: false, isTitle: true },
      { words: "Point 1", hasGap: false, isTitle: true },
    ]);
  });
});

describe("a sentence", () => {
  it("ends neither within a gap nor at a short form", () => {
    expect(
      readWords("Mr. Hughes rang at 9 a.m. on [the day. Which one?] and left. Fine.").sentences,
    ).toMatchObject([
      { words: "Mr. Hughes rang at 9 a.m. on [the day. Which one?] and left.", hasGap: true },
      { words: "Fine.", hasGap: false },
    ]);
  });

  it("keeps each of many gaps in its place", () => {
    const gaps = Array.from({ length: 12 }, (_, n) => `[gap ${"abcdefghijkl".charAt(n)}]`);
    expect(sentences(`We know ${gaps.join(" and ")} now.`)).toEqual([
      `We know ${gaps.join(" and ")} now.`,
    ]);
  });

  it("knows its number where it begins an item of a numbered list", () => {
    const { sentences: read } = readWords(
      "- bins\n\nand\n\n2. It was late. It rained.\n3. Dogs bark.",
    );
    expect(read.map(({ said: _said, ...sentence }) => sentence)).toStrictEqual([
      { words: "bins", hasGap: false },
      { words: "and", hasGap: false },
      { words: "It was late.", hasGap: false, number: 2 },
      { words: "It rained.", hasGap: false },
      { words: "Dogs bark.", hasGap: false, number: 3 },
    ]);
  });
});

describe("somebody else’s words", () => {
  it.each([
    ["You wrote: “You lied!” We did not.", "You wrote:  We did not."],
    ['The sign says "KEEP OUT" now.', "The sign says  now."],
    ["He said ‘it’s the crew’s fault’ twice.", "He said  twice."],
    ["The crew’s lorry and the drivers’ van.", "The crew’s lorry and the drivers’ van."],
    ['A 12" pipe.\nA 6" pipe.', 'A 12" pipe.\nA 6" pipe.'],
  ])("are no words of the council: %s", (text, own) => {
    const left = withoutQuotations(text);
    expect(left.replaceAll(/ +/g, " ")).toBe(own.replaceAll(/ +/g, " "));
    expect(left).toHaveLength(text.length);
  });
});
