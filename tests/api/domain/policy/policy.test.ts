import { describe, expect, it } from "vitest";
import lgsco from "#api/domain/policy/policies/lgsco-2024.json" with { type: "json" };
import { loadPolicy } from "#api/domain/policy/policy.ts";

const [stage1, stage2] = lgsco.stages;
const [acknowledge, response] = stage1?.clocks ?? [];

/** The LGSCO Code with its first stage changed. */
const withStage1 = (changed: object) => ({ ...lgsco, stages: [{ ...stage1, ...changed }, stage2] });

function pathsOf(json: unknown): string[] {
  const loaded = loadPolicy(json);
  return loaded.ok ? [] : loaded.error.map(({ path }) => path);
}

describe("a policy file", () => {
  it("is taken as it stands when nothing is wrong with it", () => {
    expect(loadPolicy(lgsco).ok).toBe(true);
  });

  it("has every fault listed by its path, not only the first", () => {
    const clocks = [acknowledge, { ...response, limit: { count: 0, unit: "fortnights" } }];
    const faulty = {
      ...withStage1({ clocks, signOff: "mayor", colour: "red" }),
      effective: { from: "2024-02-30" },
      version: "one",
    };
    expect(pathsOf(faulty).toSorted()).toEqual([
      "effective.from",
      "stages[0]",
      "stages[0].clocks[1].limit.count",
      "stages[0].clocks[1].limit.unit",
      "stages[0].signOff",
      "version",
    ]);
  });

  it.each([
    [
      "a clock that counts from nothing",
      { clocks: [acknowledge, { ...response, from: "sent" }] },
      "stages[0].clocks[1].from",
    ],
    [
      "a clock that counts from one behind it",
      { clocks: [response, acknowledge] },
      "stages[0].clocks[0].from",
    ],
    [
      "a clock on a route that is not there",
      { clocks: [acknowledge, { ...response, route: "shortcut" }] },
      "stages[0].clocks[1].route",
    ],
    ["a stage nobody answers", { clocks: [acknowledge] }, "stages[0].clocks"],
    [
      "a clock named twice",
      { clocks: [acknowledge, { ...response, id: "acknowledge" }] },
      "stages[0].clocks[1].id",
    ],
    ["an extra stage named 0", { stage: 0 }, "stages[0].stage"],
    ["a stage that comes after itself", { after: [1] }, "stages[0].after"],
  ])("is refused with %s", (_, changed, path) => {
    expect(pathsOf(withStage1(changed))).toContain(path);
  });

  it("is refused when one part names what another does not have", () => {
    const [complaint, ...types] = lgsco.caseTypes;
    const [letter] = lgsco.letters;
    expect(
      pathsOf({
        ...lgsco,
        effective: { from: "2024-02-08", to: "2024-02-07" },
        caseTypes: [{ ...complaint, clocks: ["stage-3"] }, ...types],
        letters: [{ ...letter, stage: 3 }],
      }).toSorted(),
    ).toEqual(["caseTypes[0].clocks", "effective.to", "letters[0].stage"]);
    expect(pathsOf({ ...lgsco, caseTypes: types })).toContain("caseTypes");
  });

  it("is refused with pauses that nobody could tell apart", () => {
    const pause = { id: "clarification", words: "Waiting for the person" };
    const paths = (second: object) =>
      pathsOf({ ...lgsco, pauses: [pause, { ...pause, ...second }] });
    expect(paths({ id: "proceedings" })).toEqual(["pauses[1].words"]);
    expect(paths({ words: "Waiting for a court" })).toEqual(["pauses[1].id"]);
    expect(paths({ id: "proceedings", words: "Waiting for a court" })).toEqual([]);
    expect(paths({ words: "" })).toContain("pauses[1].words");
  });

  it("pauses for nothing unless it says so", () => {
    const { pauses: _pauses, ...silent } = lgsco;
    expect(loadPolicy(silent)).toMatchObject({ ok: true, value: { pauses: [] } });
  });

  it("is refused with a window behind its last stage, after which nothing can be asked for", () => {
    const window = {
      limit: { count: 28, unit: "calendar days" },
      untilWorkingDay: true,
      discretion: "Late requests are considered.",
      words: "within 28 days",
    };
    expect(pathsOf({ ...lgsco, stages: [stage1, { ...stage2, window }] })).toEqual([
      "stages[1].window",
    ]);
    expect(pathsOf(withStage1({ window }))).toEqual([]);
  });

  it("is refused as a whole when it is no object at all", () => {
    expect(pathsOf("lgsco-2024")).toEqual([""]);
  });
});
