import { describe, expect, it } from "vitest";
import lgsco from "#api/domain/policy/policies/lgsco-2024.json" with { type: "json" };
import { loadPolicy } from "#api/domain/policy/policy.ts";

const [stage1, stage2] = lgsco.stages;
const [acknowledge, response] = stage1?.clocks ?? [];

/** The LGSCO Code with its first stage changed. */
const withStage1 = (changed: object) => ({ ...lgsco, stages: [{ ...stage1, ...changed }, stage2] });

/** Every fault as a person is told of it: where, and what to do. */
function faultsOf(json: unknown): string[] {
  const loaded = loadPolicy(json);
  return loaded.ok ? [] : loaded.error.map(({ path, message }) => `${path}: ${message}`);
}

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
      "stages[0].clocks[1].from: “sent” does not happen in this stage.",
    ],
    [
      "a clock that nothing stops",
      { clocks: [acknowledge, { ...response, kind: "visit", stops: "visited" }, response] },
      "stages[0].clocks[1].stops: “visited” does not happen in this stage.",
    ],
    [
      "a clock that counts from one behind it",
      { clocks: [response, acknowledge] },
      "stages[0].clocks[0].from: Put the clock that “acknowledged” stops before this one.",
    ],
    [
      "a clock on a route that is not there",
      { clocks: [acknowledge, { ...response, route: "shortcut" }] },
      "stages[0].clocks[1].route: This stage has no route “shortcut”.",
    ],
    [
      "a stage nobody answers",
      { clocks: [acknowledge] },
      "stages[0].clocks: A stage needs a response clock.",
    ],
    [
      "a response clock that an answer does not stop",
      { clocks: [acknowledge, { ...response, stops: "acknowledged", from: "started" }] },
      "stages[0].clocks: A stage needs a response clock.",
    ],
    [
      "an answer that no response clock waits for",
      { clocks: [acknowledge, { ...response, kind: "early-resolution" }] },
      "stages[0].clocks: A stage needs a response clock.",
    ],
    [
      "a clock named twice",
      { clocks: [acknowledge, { ...response, id: "acknowledge" }] },
      "stages[0].clocks[1].id: “acknowledge” is used more than once.",
    ],
    ["a stage out of order", { stage: 2 }, "stages[0].stage: Number the stages 1, 2, 3… in order."],
    [
      "a stage that comes after itself",
      { after: [1] },
      "stages[0].after: Only earlier stages can come before this one.",
    ],
  ])("is refused with %s", (_, changed, fault) => {
    expect(faultsOf(withStage1(changed))).toContain(fault);
  });

  it.each([
    ["caseTypes", lgsco.caseTypes],
    ["letters", lgsco.letters],
    ["outcomes", lgsco.outcomes],
  ])("is refused with two of its %s called the same", (part, [first, second, ...others]) => {
    const twice = { ...second, id: first?.id };
    expect(faultsOf({ ...lgsco, [part]: [first, twice, ...others] })).toEqual([
      `${part}[1].id: “${first?.id}” is used more than once.`,
    ]);
  });

  it("is refused when one part names what another does not have", () => {
    const [complaint, ...types] = lgsco.caseTypes;
    const [letter] = lgsco.letters;
    expect(
      faultsOf({
        ...lgsco,
        effective: { from: "2024-02-08", to: "2024-02-07" },
        caseTypes: [{ ...complaint, clocks: ["stage-3"] }, ...types],
        letters: [{ ...letter, stage: 3 }],
      }).toSorted(),
    ).toEqual([
      "caseTypes[0].clocks: There is no clock “stage-3”.",
      "effective.to: It ends before it begins.",
      "letters[0].stage: There is no stage 3.",
    ]);
    expect(faultsOf({ ...lgsco, caseTypes: types })).toContain(
      "caseTypes: One case type must count as a complaint.",
    );
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
    expect(faultsOf({ ...lgsco, stages: [stage1, { ...stage2, window }] })).toEqual([
      "stages[1].window: There is no next stage that could be asked for.",
    ]);
    expect(pathsOf(withStage1({ window }))).toEqual([]);
  });

  it("is refused as a whole when it is no object at all", () => {
    expect(pathsOf("lgsco-2024")).toEqual([""]);
  });

  it("is refused without any stage, without breaking down over the last one", () => {
    expect(pathsOf({ ...lgsco, stages: [] })).toContain("stages");
  });

  it("may be in force for a single day", () => {
    expect(faultsOf({ ...lgsco, effective: { from: "2024-02-08", to: "2024-02-08" } })).toEqual([]);
  });

  it("may offer several routes, each with a clock of its own", () => {
    const route = (id: string) => ({ id, title: "Quicker", words: "A quicker way." });
    const clocks = [
      acknowledge,
      { ...response, id: "by-phone", kind: "early-resolution", route: "by-phone" },
      response,
    ];
    const routes = [route("by-visit"), route("by-phone"), route("early-resolution")];
    expect(faultsOf(withStage1({ routes, clocks }))).toEqual([]);
  });

  it("may be without what most procedures do without", () => {
    const without = (whole: object | undefined, ...names: string[]) =>
      Object.fromEntries(Object.entries(whole ?? {}).filter(([name]) => !names.includes(name)));
    const [complaint] = lgsco.caseTypes;
    const ceiling = { limit: { count: 6, unit: "months" } };
    const route = { id: "quicker", title: "Quicker", words: "A quicker way." };
    const loaded = loadPolicy({
      ...without(lgsco, "exclusions", "flags", "leftOpen"),
      triage: { levels: lgsco.triage.levels },
      letters: lgsco.letters.filter(({ route }) => route === undefined),
      caseTypes: [without(complaint, "examples")],
      stages: [
        {
          ...without(stage1, "routes"),
          clocks: [acknowledge, { ...without(response, "steps"), ceiling }],
        },
        { ...stage2, routes: [route] },
      ],
    });
    expect(loaded).toMatchObject({
      ok: true,
      value: {
        restricted: false,
        exclusions: [],
        flags: [],
        leftOpen: [],
        counting: { closures: [] },
        triage: { questions: [] },
        caseTypes: [{ examples: [] }],
        stages: [
          {
            decidedBy: "officer",
            routes: [],
            milestones: [],
            after: [],
            asks: [],
            clocks: [{}, { steps: [], ceiling: { longerIfAgreed: false } }],
          },
          { routes: [{ criteria: [], record: [] }] },
        ],
      },
    });
  });

  it.each(["small", "stage-2-acknowledge", "2024"])("may call a thing %s", (id) => {
    const clocks = [acknowledge, { ...response, id }];
    expect(pathsOf(withStage1({ clocks }))).not.toContain("stages[0].clocks[1].id");
  });

  it.each(["Stage-1", "-stage", "stage-", "stage--1", "stage 1", "stage_1", ""])(
    "may not call a thing “%s”",
    (id) => {
      const clocks = [acknowledge, { ...response, id }];
      expect(faultsOf(withStage1({ clocks }))).toContain(
        "stages[0].clocks[1].id: Use small letters, digits and hyphens.",
      );
    },
  );

  it("is refused with words left blank, and takes others without the space around them", () => {
    expect(faultsOf({ ...lgsco, source: "  " })).toEqual(["source: Write some words."]);
    const loaded = loadPolicy({ ...lgsco, source: " The Code \n" });
    expect(loaded.ok && loaded.value.source).toBe("The Code");
  });

  const counting = (changed: object) => ({
    ...lgsco,
    counting: { ...lgsco.counting, ...changed },
  });

  it.each(["00:00", "09:30", "17:00", "19:59", "20:00", "23:59"])(
    "may have a cut-off at %s",
    (cutOff) => {
      expect(faultsOf(counting({ cutOff }))).toEqual([]);
    },
  );

  it.each(["24:00", "9:00", "17:60", "17:000", "017:00", "17.00", "5 pm", ""])(
    "may not have a cut-off at “%s”, which no mail’s time could be compared with",
    (cutOff) => {
      expect(faultsOf(counting({ cutOff }))).toEqual(["counting.cutOff: Write a time as HH:MM."]);
    },
  );

  it("may name the days on which the council is closed", () => {
    const closed = { date: "2026-12-29", name: "Council offices closed" };
    expect(faultsOf(counting({ closures: [closed] }))).toEqual([]);
    expect(pathsOf(counting({ closures: [{ ...closed, date: "29 December" }] }))).toEqual([
      "counting.closures[0].date",
    ]);
  });

  it.each(["officer", "panel", "external-reviewer"])(
    "may have a stage decided by: %s",
    (decidedBy) => {
      expect(faultsOf(withStage1({ decidedBy }))).toEqual([]);
    },
  );

  it("may count receipt as other documents do", () => {
    expect(faultsOf(counting({ receipt: "day 1", receivedOnDayOff: "next working day" }))).toEqual(
      [],
    );
    expect(pathsOf(counting({ receipt: "day 2", receivedOnDayOff: "never" }))).toEqual([
      "counting.receipt",
      "counting.receivedOnDayOff",
    ]);
  });

  it("has a version that is a number, and dates that exist", () => {
    expect(faultsOf({ ...lgsco, version: "10" })).toEqual([]);
    for (const version of ["1a", "v1", "1.0", ""]) {
      expect(faultsOf({ ...lgsco, version })).toEqual(["version: Number the versions 1, 2, 3…"]);
    }
    expect(faultsOf({ ...lgsco, reviewBy: "2026-02-30" })).toEqual([
      "reviewBy: Write a date that exists, as YYYY-MM-DD.",
    ]);
  });
});
