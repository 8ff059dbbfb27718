import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import type { Point } from "#api/domain/case/points/facts.ts";
import { readWords } from "#api/domain/letters/check/letter-words.ts";
import { pointFindings } from "#api/domain/letters/check/points.ts";
import { inHand, joans } from "./checked.ts";

const point = (id: string, title: string, more: Partial<Point> = {}): Point => ({
  ...{ id, title, service: "waste" },
  ...{ answer: { text: "a".repeat(64), by: { id: "rosa", name: "Rosa Diaz" }, at: "" } },
  ...more,
});
const collections = point("1", "Missed recycling collections");
const two = [collections, point("2", "Rude phone call")];
const withPoints = (points: readonly Point[]): Case => ({ ...joans, points: [...points] });
const all = ["decision", "reasons"];

const read = (words: string, points: readonly Point[] = two, wanted = all) =>
  pointFindings(readWords(`Dear Joan\n\n${words}`), inHand(withPoints(points)), wanted);
const found = (words: string, points: readonly Point[] = two, wanted = all) =>
  read(words, points, wanted).findings.map(({ id }) => id);

describe("a point of a case", () => {
  it.each([
    ["by its number", "Point 1: we uphold it, because nobody came."],
    ["by its number in full", "On point number 1 we uphold your complaint, because nobody came."],
    ["by its number in words", "We uphold your first complaint, because nobody came."],
    ["by its place", "Firstly, we uphold your complaint, because nobody came."],
    ["by its place in a list", "1. We uphold it, because nobody came.\n2. The weather was bad."],
    ["by a number typed before it", "(1) We uphold it, because nobody came."],
    ["by most of its words", "We uphold it that recycling was missed, because nobody came."],
    [
      "by other forms of its words",
      "We uphold what you say of missing what we should have collected, as we know.",
    ],
    ["by its heading", "## Missed recycling collections\n\nWe uphold it, because nobody came."],
    [
      "by a heading that says the decision",
      "## Point 1: missed collections – upheld\n\nNobody came, because a van was parked there.",
    ],
    [
      "up to where another comes up",
      "We looked at the recycling collections. We uphold it. The reason is the van. On the rude call we heard nothing.",
    ],
    ["with the others", "We uphold both points, because nobody came and the call was rude."],
  ])("is decided where it is found %s", (_how, words) => {
    expect(found(words)).not.toContain("decision-1");
    expect(found(words)).not.toContain("reasons-1");
  });

  it.each([
    ["another point is decided", "Point 2: we uphold it, because it was rude."],
    ["a point of a longer number is", "We uphold point 12, because it was rude."],
    ["the second of a list is", "2. We uphold it, because it was rude."],
    [
      "only one of its words is spoken of",
      "We uphold what you say of collections of leaves, because they lie there.",
    ],
    [
      "what is decided belongs to another",
      "We looked at the recycling collections. As for the rude phone call, we uphold it. The reason is the tone.",
    ],
    [
      "what is decided stands under another heading",
      "## Rude phone call\n\nWe uphold it, because it was rude.",
    ],
    ["it is only what they could ask for", "If you want us to uphold point 1, ask for stage 2."],
    ["nothing is said", "We looked at the records."],
  ])("lacks its decision where %s", (_where, words) => {
    expect(found(words)).toContain("decision-1");
  });

  it.each([
    "We uphold all the points, because nobody came.",
    "We uphold both of these complaints, since nobody came.",
    "We uphold every one of your three points, since nobody came.",
    "Each point is upheld: our records show it.",
    "We uphold your complaint in full, because nobody came.",
    "We do not uphold all 2 parts, because the crew came.",
  ])("is decided together with all others: %s", (words) => {
    expect(read(words)).toEqual({ findings: [], points: { decided: 2, total: 2 } });
  });

  it("says what it lacks by its title, and who has not answered yet", () => {
    const waiting = [collections, { id: "2", title: "Rude phone call", service: "contact" }];
    expect(read("We uphold point 1.", waiting).findings).toEqual([
      {
        id: "reasons-1",
        standing: "missing",
        words: "Say why that was decided on point 1: Missed recycling collections.",
      },
      {
        id: "decision-2",
        standing: "missing",
        words: "Say what was decided on point 2: Rude phone call. contact has not answered it yet.",
      },
    ]);
    expect(read("We looked at it.", two).findings[1]?.words).toBe(
      "Say what was decided on point 2: Rude phone call.",
    );
  });

  it("is not asked for what the procedure does not want", () => {
    expect(found("We uphold point 1.", two, [])).toEqual([]);
    expect(found("We uphold point 1.", two, ["decision"])).toEqual(["decision-2"]);
    expect(found("We uphold point 1.", two, ["reasons"])).toEqual(["reasons-1"]);
  });

  it("with a gap in it is begun, and not decided by what stands beside the gap", () => {
    const begun = "Point 1: we uphold it, because [reason]. Point 2: upheld, because it was rude.";
    expect(read(begun)).toEqual({ findings: [], points: { decided: 1, total: 2 } });
    expect(
      found("Point 1: we uphold it. The reason is [reason]. Point 2 is upheld, so we rang."),
    ).toEqual(["reasons-1"]);
  });

  it("by itself is what the whole letter is about", () => {
    const one = [point("1", "Missed recycling collections")];
    expect(read("It rained.\n\nWe uphold it, because nobody came.", one)).toEqual({
      findings: [],
      points: { decided: 1, total: 1 },
    });
    expect(read("## Upheld\n\nNobody came, because it rained.", one).points.decided).toBe(1);
    expect(found("It rained.", one)).toEqual(["decision-1"]);
  });

  it("that was dropped is not looked for", () => {
    const dropped = [collections, point("2", "Rude phone call", { dropped: "Another case." })];
    expect(read("We uphold it, because nobody came.", dropped)).toEqual({
      findings: [],
      points: { decided: 1, total: 1 },
    });
  });

  it("is not every sentence where its title says nothing of its own", () => {
    const vague = [point("1", "Who did it?"), point("2", "Bin")];
    expect(found("We uphold it, because nobody came. The binding is new.", vague)).toEqual([
      "decision-1",
      "decision-2",
    ]);
    expect(found("On the bin, we uphold it, because nobody came.", vague)).toEqual(["decision-1"]);
  });

  it.each([
    [
      "Bin lids broken",
      "We uphold what you say of your bins and their lids, because we broke them.",
    ],
    [
      "Missed garden waste bin collections",
      "We uphold it that the garden bin was missed, since it was.",
    ],
    [
      "Not told about the bin",
      "We uphold it that nobody told you when your bin comes, as we did not.",
    ],
    ["Rude on phone", "We uphold what you say of rudeness on the phone, because we heard it."],
    ["Noisy neighbours", "We uphold what you say of a noisy neighbour, because we heard it."],
    ["Calls not answered", "We uphold what you say of the call we did not answer, since it is so."],
    ["Dog fouling", "We uphold what you say of the fouling by dogs, because we saw it."],
  ])("called %s is spoken of in: %s", (title, words) => {
    expect(found(words, [point("1", title), point("2", "Street light")])).not.toContain(
      "decision-1",
    );
  });

  it.each([
    ["Bin", "We uphold what you say of the bindings, because they broke."],
    ["Street", "We uphold what you say of the stress, because it is so."],
    ["Red", "We uphold what you say of the ring, because it is so."],
    ["Missed garden waste bin today", "We uphold it that the bin was missed, since it was."],
    ["Day", "We uphold what you say of the date, because it is so."],
  ])("called %s is not spoken of in: %s", (title, words) => {
    expect(found(words, [point("1", title), point("2", "Lamp")])).toContain("decision-1");
  });

  it("beyond the eighth is found by its number alone", () => {
    const many = Array.from({ length: 9 }, (_, n) =>
      point(String(n + 1), `Letter ${"abcdefghi".charAt(n)}xyz`),
    );
    expect(found("We uphold point 9, because it was late.", many)).not.toContain("decision-9");
    expect(found("We uphold your 9th complaint, as it was late.", many)).not.toContain(
      "decision-9",
    );
    expect(found("We uphold the eighth point, because it was late.", many)).not.toContain(
      "decision-8",
    );
  });
});

describe("a decision that the case has otherwise", () => {
  const decided = (finding: NonNullable<Point["finding"]>) => [
    point("1", "Missed recycling collections", { finding }),
  ];

  it("is worth a look", () => {
    expect(read("We uphold it, because nobody came.", decided("not-upheld")).findings).toEqual([
      {
        id: "finding-1",
        standing: "look",
        words:
          "The case says that point 1 is not upheld, and the letter seems to say otherwise. Change whichever is wrong.",
      },
    ]);
  });

  it.each([
    ["the same", "upheld", "We uphold it, because nobody came."],
    [
      "the same, said in other words",
      "not-upheld",
      "I am unable to uphold it, since the crew came.",
    ],
    ["what was not said outright", "not-upheld", "Our decision is this, because the crew came."],
    [
      "each for a part of it",
      "partly-upheld",
      "We do not uphold what you say of May, as the crew came. We uphold the rest.",
    ],
    [
      "among others, the same",
      "not-upheld",
      "We do not uphold it, because the crew came. We were wrong to say June.",
    ],
  ] as const)("is not one that is %s", (_how, finding, words) => {
    expect(found(words, decided(finding))).toEqual([]);
  });

  it("is one where only one part is told of", () => {
    expect(found("We uphold it, because nobody came.", decided("partly-upheld"))).toEqual([
      "finding-1",
    ]);
    expect(
      found("We uphold it, since nobody came. We do not uphold May.", decided("upheld")),
    ).toEqual([]);
  });
});
