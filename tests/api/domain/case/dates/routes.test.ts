import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { clocksOf } from "#api/domain/clocks/clocks-of.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import {
  after,
  ask,
  calendar,
  caseUnder,
  clock,
  described,
  field,
  formOf,
  isOffered,
  refusal,
} from "../dated-case.ts";
import { eventsOf } from "../story.ts";

describe("a quicker route", () => {
  const [stage] = policyOf("stockton-2019").stages;
  const [route] = stage?.routes ?? [];
  const criteria = route?.criteria ?? [];
  const take = (ticked: string[], id = "early-resolution"): PersonCommand => ({
    type: "take-route",
    route: id,
    criteria: ticked,
  });
  const leave: PersonCommand = { type: "leave-route", reason: "Still not satisfied." };
  const before = caseUnder("stockton-2019");

  it("is taken when every criterion is ticked, and keeps the day of receipt", () => {
    const taken = after(before, take([...criteria]));
    expect(taken.stages[0]).toEqual({ ...before.stages[0], route: "early-resolution" });
    const clocks = clocksOf(taken, policyOf("stockton-2019"), calendar);
    const early = clocks.find(({ id }) => id === "early-resolution");
    expect([early?.day0, early?.due]).toEqual(["2026-11-10", "2026-11-13"]);
  });

  it("names the criteria that nobody ticked", () => {
    const message = refusal(before, take([...criteria.slice(0, 2)]));
    for (const missing of criteria.slice(2)) expect(message).toContain(missing.replace(".", ""));
    expect(message).not.toContain(criteria[0]?.replace(".", ""));
  });

  it("that the stage does not have is refused with those it has", () => {
    expect(refusal(before, take([], "shortcut"))).toBe(
      "This stage has no such route. It has: Early resolution.",
    );
    expect(refusal(caseUnder("borough-2021-12"), take([]))).toContain("no such step");
  });

  it("that is taken already is not taken again", () => {
    const taken = after(before, take([...criteria]));
    expect(refusal(taken, take([...criteria]))).toContain("already");
    expect(isOffered(taken, "take-route")).toBe(false);
    expect(isOffered(before, "take-route")).toBe(true);
  });

  it("is left for the full stage in one step, with every date as it was", () => {
    const taken = after(before, take([...criteria]));
    const left = after(taken, leave, { at: "2026-11-13T15:00:00.000Z" });
    expect(left.stages).toEqual(before.stages);
    expect(clock(left)).toEqual(clock(before));
    expect(refusal(before, leave)).toBe("It takes no quicker route: it goes in full.");
    expect([isOffered(taken, "leave-route"), isOffered(before, "leave-route")]).toEqual([
      true,
      false,
    ]);
  });

  it("offers the routes of the stage and all their criteria to tick", () => {
    const form = formOf(before, "take-route");
    expect(field(form, "route")).toMatchObject({
      choices: [{ id: "early-resolution", name: "Early resolution" }],
      value: "early-resolution",
    });
    expect(field(form, "criteria")).toMatchObject({
      required: true,
      choices: criteria.map((words) => ({ id: words, name: words })),
    });
    expect(formOf(caseUnder("salford-2009"), "take-route").fields).toHaveLength(1);
  });

  describe("beside another", () => {
    const policy = policyOf("stockton-2019");
    const visit = {
      id: "visit",
      title: "Visit",
      words: "Somebody calls.",
      criteria: [],
      record: [],
    };
    const [first, ...rest] = policy.stages;
    if (first === undefined) throw new Error("It has no stage.");
    const two = { ...policy, stages: [{ ...first, routes: [...first.routes, visit] }, ...rest] };

    it("is chosen without a suggestion, each criterion saying where it belongs", () => {
      const form = formOf(before, "take-route", two);
      expect(field(form, "route")).not.toHaveProperty("value");
      expect(field(form, "criteria")).toMatchObject({ required: false });
      expect(field(form, "criteria")).toHaveProperty("choices.0.hint", "Early resolution");
    });

    it("can be changed to, and only the other is offered", () => {
      const taken = after(before, take([...criteria]), { policy: two });
      expect(refusal(taken, take([...criteria]), { policy: two })).toBe(
        "It takes that route already: Early resolution.",
      );
      expect(field(formOf(taken, "take-route", two), "route")).toMatchObject({ value: "visit" });
      expect(after(taken, take([], "visit"), { policy: two }).stages[0]?.route).toBe("visit");
    });
  });

  it("reads in the history with what was ticked, and how it was left", () => {
    const [event] = eventsOf(ask(before, take([...criteria])));
    expect(event && described(event)).toEqual({
      what: "took a quicker route: Early resolution",
      kind: "decision",
      text: criteria.join("\n"),
    });
    expect(described({ type: "route-left", stage: 1, reason: "Still not satisfied." })).toEqual({
      what: "took it from the quicker route to stage 1 in one step, its dates kept",
      kind: "decision",
      text: "Still not satisfied.",
    });
  });
});

describe("recording a call", () => {
  const call = {
    type: "record-call",
    on: "2026-11-12",
    agreed: "A new bin on Friday.",
    satisfied: true,
    toldHowToEscalate: false,
  } as const;

  it("keeps what was agreed, and honestly that nobody said how to take it further", () => {
    const { type: _type, ...kept } = call;
    expect(after(caseUnder("stockton-2019"), call).calls).toEqual([{ stage: 1, ...kept }]);
  });

  it("waits until the call has taken place", () => {
    expect(refusal(caseUnder("stockton-2019"), { ...call, on: "2026-11-13" })).toBe(
      "That day has not come yet. Record it when it has.",
    );
  });

  it("asks for what the procedure wants recorded, and says what to do if it did not help", () => {
    const open = formOf(caseUnder("stockton-2019"), "record-call");
    expect(open.intro).toEqual([
      "What the procedure wants recorded: When the call took place; What was agreed; Whether the person was satisfied; That the person was told how to take it further.",
    ]);
    expect(field(open, "on")).toMatchObject({ latest: "2026-11-12" });
    const quick = caseUnder("stockton-2019", 1, { route: "early-resolution" });
    expect(formOf(quick, "record-call").intro?.at(-1)).toContain("take it on in full");
    expect(formOf(caseUnder("borough-2021-12"), "record-call").intro).toEqual([]);
  });

  it.each([
    [true, true, "the person was satisfied, and was told how to take it further"],
    [false, false, "the person was not satisfied, and was not told how to take it further"],
  ])("reads in the history as it was (%s, %s)", (satisfied, toldHowToEscalate, words) => {
    const [event] = eventsOf(
      ask(caseUnder("stockton-2019"), { ...call, satisfied, toldHowToEscalate }),
    );
    expect(event && described(event)).toEqual({
      what: `recorded a call on Thu 12 Nov: ${words}`,
      kind: "mail",
      text: "A new bin on Friday.",
    });
  });
});

describe("what happens in a stage", () => {
  const record = (milestone: string, on = "2026-11-12"): PersonCommand => ({
    type: "record-milestone",
    milestone,
    on,
  });
  const before = caseUnder("children-act-1989", 3);
  const met = after(before, record("panel-met"));

  it("moves the clocks that count from it", () => {
    expect(met.stages[1]?.milestones).toEqual([
      { event: "panel-met", at: "2026-11-12T12:00:00.000Z" },
    ]);
    const clocks = clocksOf(met, policyOf("children-act-1989"), calendar);
    const report = clocks.find(({ id }) => id === "panel-report");
    expect([report?.due, report?.provisional]).toEqual(["2026-11-19", false]);
  });

  it.each<[string, { theCase: Case; asked: PersonCommand; words: string }]>([
    [
      "what the stage does not know",
      { theCase: before, asked: record("vote"), words: "The panel met; The panel reported" },
    ],
    [
      "what is recorded already",
      { theCase: met, asked: record("panel-met"), words: "already: The panel met" },
    ],
    [
      "what comes later",
      { theCase: before, asked: record("panel-reported"), words: "Record first: The panel met" },
    ],
    [
      "a day to come",
      { theCase: before, asked: record("panel-met", "2026-11-13"), words: "has not come yet" },
    ],
    [
      "a day before the stage",
      { theCase: before, asked: record("panel-met", "2026-11-10"), words: "11 November 2026" },
    ],
    [
      "a day before the last",
      { theCase: met, asked: record("panel-reported", "2026-11-11"), words: "12 November 2026" },
    ],
  ])("is refused with %s", (_, { theCase, asked, words }) => {
    expect(refusal(theCase, asked)).toContain(words);
  });

  it("is offered one by one in the procedure's order, until all of it has happened", () => {
    expect(field(formOf(before, "record-milestone"), "milestone")).toMatchObject({
      choices: [{ id: "panel-met", name: "The panel met" }],
      value: "panel-met",
    });
    const form = formOf(met, "record-milestone");
    expect(field(form, "milestone")).toMatchObject({ value: "panel-reported" });
    expect(field(form, "on")).toMatchObject({ earliest: "2026-11-12", latest: "2026-11-12" });
    const reported = after(met, record("panel-reported"));
    expect([isOffered(met, "record-milestone"), isOffered(reported, "record-milestone")]).toEqual([
      true,
      false,
    ]);
    expect(refusal(reported, record("panel-met"))).toContain("has happened");
  });

  it("is no part of a stage without milestones", () => {
    expect(refusal(caseUnder("lgsco-2024"), record("panel-met"))).toContain("no such step");
  });

  it("reads in the history by its name and day", () => {
    const [event] = eventsOf(ask(before, record("panel-met")));
    expect(event && described(event)).toEqual({
      what: "recorded for Thu 12 Nov: The panel met",
      kind: "note",
    });
  });
});
